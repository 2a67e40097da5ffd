//! The effective configuration: defaults, then `Leptos.toml`, then the environment.
//!
//! The only place of the portal that reads the environment.

mod check;
mod environment;
mod load;
mod ranges;
mod sections;
#[cfg(test)]
mod tests;

pub(crate) use check::SettingsError;
pub(crate) use load::{load, reload_port};
pub(crate) use sections::Settings;

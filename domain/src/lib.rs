//! Rules without I/O: fields, password policy, levels, steps.
//!
//! One function for a rule, run by the browser and by the server, so that they cannot disagree.
//! Nothing here reads a clock, chance or the environment, and nothing carries Unicode tables:
//! what needs them is asked of [`Unicode`].

pub mod centre;
pub mod check;
pub mod code;
pub mod comparison;
pub mod date;
pub mod field;
pub mod flow;
pub mod further_document;
pub mod level;
pub mod map;
pub mod paper_code;
pub mod profile;
pub mod proofing;
pub mod registry;
pub mod slip;

#[cfg(feature = "server")]
pub mod common_passwords;
#[cfg(feature = "server")]
pub mod countries;
#[cfg(feature = "judge")]
pub mod judge;

mod clean;
mod country;
#[cfg(feature = "server")]
mod keyboard;
mod lettered;
mod number;
mod script;
#[cfg(feature = "server")]
mod transliteration;
mod unicode;

pub use unicode::Unicode;

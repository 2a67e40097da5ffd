//! Reads `Leptos.toml` and the environment into [`Settings`].

use std::path::Path;

use figment::providers::{Format, Serialized, Toml};
use figment::{Figment, Provider};

use super::environment::Environment;
use super::{Settings, SettingsError};

/// The file in the folder the portal is started from.
const FILE: &str = "Leptos.toml";

/// Defaults, then the file (it may be absent), then the environment.
///
/// # Errors
/// One line that names the wrong key or value and where it stands.
pub(crate) fn load() -> Result<Settings, SettingsError> {
    // A variable that is no Unicode is none of ours.
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let file = match Path::new(FILE).exists() {
        true => Toml::file_exact(FILE),
        false => Toml::string(""),
    };
    load_from(file, variables.collect())
}

/// Port of the socket with which `cargo leptos watch` reloads pages; `None`: it did not start us.
#[expect(
    clippy::disallowed_methods,
    reason = "cargo-leptos speaks through the environment"
)]
pub(crate) fn reload_port() -> Option<u32> {
    std::env::var("LEPTOS_WATCH").ok()?;
    let port = std::env::var("LEPTOS_RELOAD_PORT").ok();
    port.and_then(|port| port.parse().ok()).or(Some(3001))
}

/// [`load`] from a given file and given variables.
pub(super) fn load_from(
    file: impl Provider,
    variables: Vec<(String, String)>,
) -> Result<Settings, SettingsError> {
    let defaults = Serialized::defaults(Settings::default());
    let known = Figment::from(&defaults).data().unwrap_or_default();
    let environment = Environment {
        defaults: known.into_values().next().unwrap_or_default(),
        variables,
    };
    let figment = Figment::from(defaults).merge(file).merge(environment);
    let settings: Settings = figment
        .extract()
        .map_err(|error| SettingsError::from(&error))?;
    settings.check()?;
    Ok(settings)
}

impl From<&figment::Error> for SettingsError {
    /// The first mistake in one line; further ones show when it is mended.
    fn from(error: &figment::Error) -> Self {
        let first = error
            .clone()
            .into_iter()
            .next()
            .unwrap_or_else(|| error.clone());
        let (section, key) = match first.path.split_first() {
            Some((section, rest)) => (section.clone(), rest.join(".")),
            None => (String::new(), String::new()),
        };
        let source = first.metadata.as_ref().map_or_else(
            || "the configuration".to_owned(),
            |metadata| match &metadata.source {
                Some(figment::Source::File(_)) => FILE.to_owned(),
                _ => "the environment".to_owned(),
            },
        );
        Self(format!("{source}: [{section}] {key}: {}", first.kind))
    }
}

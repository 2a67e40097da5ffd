//! Reads `Leptos.toml` and the environment into [`Settings`].

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};

use super::{Settings, SettingsError};

/// The file in the folder the portal is started from.
const FILE: &str = "Leptos.toml";

/// Defaults, then the file (it may be absent), then `STUPENI__SECTION__KEY` and `LEPTOS_SITE_ADDR`.
///
/// # Errors
/// One line that names the wrong key or value and where it stands.
pub(crate) fn load() -> Result<Settings, SettingsError> {
    let figment = Figment::from(Serialized::defaults(Settings::default()))
        .merge(Toml::file_exact(FILE))
        .merge(Env::prefixed("STUPENI__").split("__"))
        .merge(
            Env::raw()
                .only(&["LEPTOS_SITE_ADDR"])
                .map(|_| "site.addr".into())
                .split("."),
        );
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

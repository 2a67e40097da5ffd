//! Settings from the environment: `STUPENI__SECTION__KEY`, and `LEPTOS_SITE_ADDR`.

use figment::value::{Dict, Map, Value};
use figment::{Error, Metadata, Profile, Provider};

const PREFIX: &str = "STUPENI__";

/// Variables as settings. What is text by default stays text, whatever it looks like: a folder may
/// be called `2026`.
pub(super) struct Environment {
    /// Section → key → default.
    pub(super) defaults: Dict,
    /// Names and values.
    pub(super) variables: Vec<(String, String)>,
}

impl Environment {
    fn value(&self, section: &str, key: &str, text: &str) -> Value {
        let default = self
            .defaults
            .get(section)
            .and_then(|section| section.as_dict()?.get(key));
        match default {
            Some(Value::String(..)) => Value::from(text),
            _ => text.parse().unwrap_or_else(|never| match never {}),
        }
    }
}

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("the environment")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        let mut found = Dict::new();
        for (name, text) in &self.variables {
            let Some((section, key)) = place(name) else {
                continue;
            };
            let value = self.value(&section, &key, text);
            let keys = found
                .entry(section)
                .or_insert_with(|| Value::from(Dict::new()));
            if let Value::Dict(_, keys) = keys {
                keys.insert(key, value);
            }
        }
        Ok(Map::from([(Profile::Default, found)]))
    }
}

/// Section and key that a variable sets.
fn place(name: &str) -> Option<(String, String)> {
    if name == "LEPTOS_SITE_ADDR" {
        return Some(("site".to_owned(), "addr".to_owned()));
    }
    let place = name.strip_prefix(PREFIX)?;
    let (section, key) = place.split_once("__").unwrap_or((place, ""));
    Some((section.to_lowercase(), key.to_lowercase()))
}

//! `stupeni config`: the effective configuration as TOML, secrets hidden.

use crate::settings::Settings;

use super::{Failure, say};

const HIDDEN: &str = "(hidden)";

pub(crate) fn run(mut settings: Settings) -> Result<(), Failure> {
    hide_secrets(&mut settings);
    let text = toml::to_string(&settings).map_err(|error| Failure::new(1, error.to_string()))?;
    say(text.trim_end());
    Ok(())
}

fn hide_secrets(settings: &mut Settings) {
    for secret in [
        &mut settings.vault.key,
        &mut settings.uploads.access_key,
        &mut settings.uploads.secret_key,
    ] {
        if !secret.is_empty() {
            HIDDEN.clone_into(secret);
        }
    }
    for url in [
        &mut settings.database.url,
        &mut settings.mail.url,
        &mut settings.sms.url,
        &mut settings.voice.url,
        &mut settings.checks.url,
        &mut settings.uploads.endpoint,
    ] {
        *url = without_secrets(url);
    }
}

/// User names, passwords and query strings of an address are replaced.
fn without_secrets(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let (address, query) = rest
        .split_once('?')
        .map_or((rest, ""), |(address, _)| (address, "?(hidden)"));
    match address.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}://{HIDDEN}@{host}{query}"),
        None => format!("{scheme}://{address}{query}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, hide_secrets, without_secrets};

    #[test]
    fn keys_are_hidden() {
        let mut settings = Settings::default();
        settings.vault.key = "secret-1".into();
        settings.uploads.access_key = "secret-2".into();
        settings.uploads.secret_key = "secret-3".into();
        settings.uploads.endpoint = "https://name:secret-4@s3.example".into();
        hide_secrets(&mut settings);
        let text = toml::to_string(&settings).expect("settings are text");
        assert!(!text.contains("secret-"), "{text}");
        assert!(text.contains("https://(hidden)@s3.example"), "{text}");
    }

    #[test]
    fn passwords_and_tokens_are_hidden() {
        assert_eq!(
            without_secrets("postgres://user:p%40ss@db.example/stupeni?sslmode=require"),
            "postgres://(hidden)@db.example/stupeni?(hidden)"
        );
        assert_eq!(
            without_secrets("sqlite://data/x.sqlite"),
            "sqlite://data/x.sqlite"
        );
        assert_eq!(without_secrets(""), "");
    }
}

//! `Leptos.toml` is the documentation of the configuration: it must be whole and true.

use figment::providers::{Format, Toml};

use super::Settings;
use super::load::load_from;

const FILE: &str = include_str!("../../../Leptos.toml");

#[test]
fn the_file_holds_every_key_with_its_default() {
    let written: toml::Table = FILE.parse().unwrap();
    let defaults = toml::Table::try_from(Settings::default()).unwrap();
    assert_eq!(written, defaults);
}

#[test]
fn every_key_has_a_comment() {
    let lines: Vec<&str> = FILE.lines().collect();
    for pair in lines.windows(2) {
        let key = pair[1].split_once(" = ").map(|(key, _)| key);
        if let Some(key) = key.filter(|key| !key.starts_with('#')) {
            assert!(pair[0].starts_with("# "), "no comment above {key}");
        }
    }
}

fn loaded(variables: &[(&str, &str)]) -> Result<Settings, String> {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let variables = variables.iter().map(own).collect();
    load_from(Toml::string(FILE), variables).map_err(|error| error.to_string())
}

#[test]
fn the_environment_overrides_the_file() {
    let settings = loaded(&[
        ("STUPENI__PASSWORD__MIN_LENGTH", "12"),
        ("STUPENI__DATA__DIR", "2026"),
        ("STUPENI__SERVER__TRUSTED_PROXIES", "[\"10.0.0.0/8\"]"),
        ("LEPTOS_SITE_ADDR", "127.0.0.1:4000"),
        ("PATH", "/bin"),
    ])
    .unwrap();
    assert_eq!(settings.password.min_length, 12);
    assert_eq!(settings.data.dir, std::path::Path::new("2026"));
    assert_eq!(settings.server.trusted_proxies, ["10.0.0.0/8"]);
    assert_eq!(settings.public_url(), "http://127.0.0.1:4000");
}

#[test]
fn a_wrong_key_or_value_is_one_line_that_names_it() {
    let wrong = [
        ("STUPENI__FOO__BAR", "1", "[foo]"),
        ("STUPENI__PASSWORD", "1", "[password]"),
        ("STUPENI__PASSWORD__SHORTEST", "8", "[password] shortest"),
        (
            "STUPENI__PASSWORD__MIN_LENGTH",
            "eight",
            "[password] min_length",
        ),
        (
            "STUPENI__PASSWORD__MIN_LENGTH",
            "200",
            "[password] min_length",
        ),
        ("STUPENI__CODES__LIFETIME_S", "-5", "[codes] lifetime_s"),
        ("STUPENI__LIMITS__ENABLED", "maybe", "[limits] enabled"),
        ("STUPENI__HASHING__MEMORY_KIB", "1", "[hashing] memory_kib"),
        ("STUPENI__DATABASE__URL", "mysql://db", "[database] url"),
        ("STUPENI__MAIL__URL", "mail.example", "[mail] url"),
        (
            "STUPENI__SERVER__TRUSTED_PROXIES",
            "[\"10.0.0.0/99\"]",
            "[server] trusted_proxies",
        ),
        ("STUPENI__SANDBOX__ADDR", "192.0.2.1:3010", "[sandbox] addr"),
        ("STUPENI__SANDBOX__ENABLED", "false", "[mail] url"),
        (
            "STUPENI__PORTAL__PUBLIC_URL",
            "https://portal.example",
            "[sandbox] enabled",
        ),
        ("STUPENI__UPLOADS__URL", "ftp://files", "[uploads] url"),
        (
            "STUPENI__UPLOADS__URL",
            "s3://files",
            "[uploads] access_key",
        ),
        ("STUPENI__UPLOADS__ENDPOINT", "s3", "[uploads] endpoint"),
        (
            "STUPENI__UPLOADS__CLAMD",
            "127.0.0.1:3310",
            "[uploads] clamd",
        ),
        ("STUPENI__UPLOADS__MAX_BYTES", "1", "[uploads] max_bytes"),
        (
            "STUPENI__CENTRES__TILES",
            "https://tiles",
            "[centres] tiles",
        ),
        ("LEPTOS_SITE_ADDR", "here", "[site] addr"),
    ];
    for (name, value, named) in wrong {
        let line = loaded(&[(name, value)]).unwrap_err();
        assert!(
            line.contains(named) && !line.contains('\n'),
            "{name}={value}: {line}"
        );
    }
}

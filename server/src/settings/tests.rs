//! `Leptos.toml` is the documentation of the configuration: it must be whole and true.

use super::Settings;

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

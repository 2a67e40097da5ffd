//! Colours are tokens, and tokens can be read.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn style() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../style")
}

fn partials(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let (folders, files): (Vec<_>, Vec<_>) = entries
        .map(|entry| entry.unwrap().path())
        .partition(|path| path.is_dir());
    files
        .into_iter()
        .chain(folders.iter().flat_map(|folder| partials(folder)))
        .collect()
}

/// A literal colour: `#` and hexadecimal digits, or a function of colours.
fn is_literal(word: &str) -> bool {
    let hex = word
        .strip_prefix('#')
        .unwrap_or_default()
        .trim_end_matches([';', ',', ')']);
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab(", "lch("];
    (hex.len() >= 3 && hex.chars().all(|sign| sign.is_ascii_hexdigit()))
        || functions.iter().any(|function| word.contains(function))
}

#[test]
fn components_use_no_colour_of_their_own() {
    let own: Vec<PathBuf> = partials(&style())
        .into_iter()
        .filter(|path| !path.ends_with("_tokens.scss"))
        .collect();
    assert!(own.len() > 20, "style/ has been moved: {own:?}");
    for path in own {
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| line.contains(": ")) {
            assert!(
                !line.split_whitespace().any(is_literal),
                "{}: {line}",
                path.display()
            );
        }
    }
}

/// The colours of one of the two mixins.
fn theme(name: &str) -> HashMap<String, [f64; 3]> {
    let text = std::fs::read_to_string(style().join("_tokens.scss")).unwrap();
    let block = text
        .split_once(&format!("@mixin {name} {{"))
        .unwrap()
        .1
        .split_once("\n}")
        .unwrap()
        .0;
    let declarations = block.lines().filter_map(|line| {
        line.trim()
            .strip_prefix("--")?
            .strip_suffix(';')?
            .split_once(": #")
    });
    declarations
        .map(|(name, hex)| (name.to_owned(), channels(hex)))
        .collect()
}

fn channels(hex: &str) -> [f64; 3] {
    let size = hex.len() / 3;
    [0, 1, 2].map(|place| {
        let digits = &hex[place * size..(place + 1) * size];
        f64::from(u8::from_str_radix(&digits.repeat(3 - size), 16).unwrap()) / 255.0
    })
}

/// WCAG 2.2, relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_and_borders_stand_out_in_both_themes() {
    let least = [
        ("text", "bg", 7.0),
        ("text", "surface", 7.0),
        ("text-muted", "bg", 7.0),
        ("text-muted", "surface", 4.5),
        ("text-muted", "sunken", 4.5),
        ("text-muted", "raised", 4.5),
        ("primary", "surface", 4.5),
        ("primary", "raised", 4.5),
        ("on-primary", "primary", 4.5),
        ("link-visited", "surface", 4.5),
        ("step", "surface", 4.5),
        ("error", "surface", 4.5),
        ("error", "error-bg", 4.5),
        ("success", "surface", 4.5),
        ("success", "success-bg", 4.5),
        ("warning", "warning-bg", 4.5),
        ("info", "info-bg", 4.5),
        ("border-control", "bg", 3.0),
        ("border-control", "surface", 3.0),
    ];
    for name in ["light", "dark"] {
        let theme = theme(name);
        for (over, under, least) in least {
            let found = contrast(theme[over], theme[under]);
            assert!(
                found >= least,
                "{name}: {over} on {under} has {found:.2}, not {least}"
            );
        }
    }
}

//! What has to stand in two places stands there alike.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read_to_string(root.join(path)).unwrap()
}

fn table(path: &str) -> toml::Table {
    read(path).parse().unwrap()
}

/// cargo-leptos does not read `Leptos.toml`, and the portal does not read `Cargo.toml`.
#[test]
fn both_settings_of_the_site_are_equal() {
    let portal = &table("Leptos.toml")["site"];
    let cargo = &table("Cargo.toml")["workspace"]["metadata"]["leptos"][0];
    let pairs = [
        ("addr", "site-addr"),
        ("root", "site-root"),
        ("pkg_dir", "site-pkg-dir"),
        ("output_name", "output-name"),
    ];
    for (ours, theirs) in pairs {
        assert_eq!(portal[ours], cargo[theirs], "{ours}");
    }
}

/// Each dependency has its reason, and each reason its dependency.
#[test]
fn every_dependency_is_documented() {
    let mut named = BTreeSet::new();
    let workspace = &table("Cargo.toml")["workspace"];
    for manifest in [workspace, &table("domain/fuzz/Cargo.toml").into()] {
        let crates = manifest["dependencies"].as_table().unwrap();
        let foreign = crates.iter().filter(|(_, spec)| spec.get("path").is_none());
        named.extend(foreign.map(|(name, _)| name.clone()));
    }
    let packages: serde_json::Value = serde_json::from_str(&read("package.json")).unwrap();
    for kind in ["dependencies", "devDependencies"] {
        named.extend(packages[kind].as_object().unwrap().keys().cloned());
    }
    let document = read("docs/dependencies.md");
    let first_cells = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split('|').next());
    let documented: BTreeSet<String> = first_cells
        .flat_map(|cell| cell.split(','))
        .map(|name| name.trim_matches(['`', ' ']).to_owned())
        .collect();
    assert_eq!(documented, named);
}

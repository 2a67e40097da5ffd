//! What must never be linked into the browser's half, however it got into the graph.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::process::Command;

/// The server's crates, and what only they use.
const FORBIDDEN: &[&str] = &[
    "accounts",
    "argon2",
    "axum",
    "hyper",
    "image",
    "lettre",
    "lopdf",
    "object_store",
    "paper",
    "ring",
    "rustls",
    "sandbox",
    "sqlx",
    "tokio",
    "unicode-normalization",
];

fn tree(options: &[&str]) -> Vec<String> {
    let output = Command::new("cargo")
        .args([
            "tree",
            "--locked",
            "--package",
            "frontend",
            "--prefix",
            "none",
        ])
        .args([
            "--target",
            "wasm32-unknown-unknown",
            "--edges",
            "normal,no-proc-macro",
        ])
        .args(options)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    lines
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_pages_depend_on_nothing_of_the_server() {
    let names = tree(&[]);
    assert!(
        names.contains(&"domain".to_owned()),
        "the tree is not what it seems"
    );
    for name in FORBIDDEN {
        assert!(
            !names.contains(&(*name).to_owned()),
            "{name} is in the wasm graph"
        );
    }
}

/// Leptos reads its own configuration with `regex`, on the server; nobody else may bring it in.
#[test]
fn only_leptos_config_knows_regex() {
    let users = tree(&["--invert", "regex", "--depth", "1"]);
    assert_eq!(users, ["regex", "leptos_config"]);
}

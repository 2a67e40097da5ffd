//! A sandbox of a test, and what speaks HTTP to it.

use std::path::Path;

use sandbox::{Config, Running};

/// Starts a sandbox with its file in this folder.
pub(crate) async fn start(folder: &Path) -> Running {
    let addr = "127.0.0.1:0".parse().unwrap();
    let file = folder.join("sandbox.sqlite");
    sandbox::start(Config {
        addr,
        smtp_addr: addr,
        file,
    })
    .await
    .unwrap()
}

/// A client that follows no redirect: a test wants to see it.
pub(crate) fn client() -> reqwest::Client {
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let none = reqwest::redirect::Policy::none();
    reqwest::Client::builder().redirect(none).build().unwrap()
}

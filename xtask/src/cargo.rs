//! Compiles a member of the workspace to wasm.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::files;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles `package` with these features and returns the path of its module.
pub(crate) fn build_wasm(package: &str, features: &str, profile: &str) -> Result<PathBuf> {
    let status = Command::new("cargo")
        .args(["build", "--package", package, "--lib", "--target", TARGET])
        .args(["--features", features, "--profile", profile])
        .current_dir(files::root())
        .status()
        .context("starting cargo")?;
    ensure!(status.success(), "{package} does not compile for {TARGET}");
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(files::root().join(format!("target/{TARGET}/{folder}/{package}.wasm")))
}

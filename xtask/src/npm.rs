//! The three tools that come from npm: `wasm-opt`, `terser`, `sass`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::cache::Cache;
use crate::files;

/// What decides the tools' versions; part of every key in the cache.
pub(crate) fn versions() -> Result<Vec<u8>> {
    files::read(&files::root().join("package-lock.json"))
}

/// Smallest module for the same behaviour.
pub(crate) const WASM_OPT: &[&str] = &[
    "-Oz",
    // What rustc's wasm32 target already uses, and every browser of the last years knows.
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
    "--strip-target-features",
    "--output=-",
];

/// Shortens the glue; it is an ES module, so that its top level is its own.
pub(crate) const TERSER: &[&str] = &["--module", "--compress", "passes=2", "--mangle"];

/// What `TOOL INPUT OPTIONS` prints for a file, now or in an earlier run.
pub(crate) fn transform(
    tool: &str,
    options: &[&str],
    input: &Path,
    cache: &Cache,
) -> Result<Vec<u8>> {
    let inputs = [
        versions()?,
        options.join(" ").into_bytes(),
        files::read(input)?,
    ];
    cache.file(tool, &inputs.each_ref().map(Vec::as_slice), || {
        println!("site: {tool}");
        let input = input.to_string_lossy();
        capture(tool, &[&[&*input], options].concat())
    })
}

/// Runs `TOOL OPTIONS` and returns what it printed.
pub(crate) fn capture(tool: &str, options: &[&str]) -> Result<Vec<u8>> {
    let output = command(tool)
        .args(options)
        .output()
        .with_context(|| missing(tool))?;
    let message = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.success(),
        "{tool} failed:\n{}",
        message.trim_end()
    );
    Ok(output.stdout)
}

fn command(tool: &str) -> Command {
    let mut command = Command::new(files::root().join("node_modules/.bin").join(tool));
    command.current_dir(files::root());
    command
}

fn missing(tool: &str) -> String {
    format!("{tool} is not installed: run scripts/setup.sh build")
}

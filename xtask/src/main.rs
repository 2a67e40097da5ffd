//! Builds the site and does small chores: `cargo xtask site [--release]`, `sizes`, `corpus`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for the command line"
)]

mod bind;
mod cache;
mod cargo;
mod compress;
mod corpus;
mod files;
mod map;
mod npm;
mod site;
mod sizes;
mod style;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask COMMAND
  site [--release]  build target/site: wasm, script, styles, map and public files under hashed names;
                    with --release optimised and precompressed
  sizes             print how many bytes a browser receives for each file of target/site
  corpus            build the field rules as a wasm module for Node into target/corpus";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["site"] => site::build(site::Mode::Development),
        ["site", "--release"] => {
            site::build(site::Mode::Release)?;
            sizes::print()
        }
        ["sizes"] => sizes::print(),
        ["corpus"] => corpus::build(),
        _ => bail!("{USAGE}"),
    }
}

//! `wasm-bindgen` as a library: pinned to the version the pages are compiled with.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// First part of the names of the site's files; the same in `Cargo.toml` and `Leptos.toml`.
pub(crate) const NAME: &str = "stupeni";
/// What [`for_browser`] writes.
pub(crate) const GLUE: &str = "stupeni.js";
pub(crate) const MODULE: &str = "stupeni_bg.wasm";

/// This file: the options of a kept result. The version of wasm-bindgen is in the module itself.
pub(crate) const SOURCE: &[u8] = include_bytes!("bind.rs");

/// Writes the module and its glue for a `<script type="module">`.
pub(crate) fn for_browser(module: &[u8], folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    // The page hands the hashed address of the module over, so the glue needs none of its own.
    bindgen.web(true)?.omit_default_module_path(true);
    generate(&mut bindgen, module, NAME, folder)
}

/// Writes `NAME_bg.wasm` and the CommonJS module `NAME.js` that loads it.
pub(crate) fn for_node(module: &[u8], name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.nodejs(true)?;
    generate(&mut bindgen, module, name, folder)
}

fn generate(bindgen: &mut Bindgen, module: &[u8], name: &str, folder: &Path) -> Result<()> {
    bindgen
        .input_bytes(name, module.to_vec())
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("binding {name}"))
}

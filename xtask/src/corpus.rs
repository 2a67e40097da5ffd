//! The field rules as a wasm module for Node, to be compared with the native build.

use std::fs;

use anyhow::Result;

use crate::{bind, cargo, files};

/// Leaves `target/corpus/corpus.js` and its module.
pub(crate) fn build() -> Result<()> {
    let module = files::read(&cargo::build_wasm("corpus", "", "wasm-release")?)?;
    let folder = files::root().join("target/corpus");
    fs::create_dir_all(&folder)?;
    bind::for_node(&module, "corpus", &folder)
}

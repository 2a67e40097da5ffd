//! The site folder, laid out as `cargo-leptos` does it: hashed files in `pkg`, the rest of
//! `public` beside it, and the hashes in `hash.txt`.

use std::path::PathBuf;

use anyhow::Result;

use crate::cache::{self, Cache};
use crate::{bind, cargo, compress, files, npm, style};

const PKG: &str = "pkg";
const HASHES: &str = "hash.txt";

/// How much work goes into small files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Development,
    Release,
}

/// Builds everything that changed and leaves the whole site in `target/site`.
pub(crate) fn build(mode: Mode) -> Result<()> {
    let folder = match mode {
        Mode::Development => "target/site-cache/development",
        Mode::Release => "target/site-cache/release",
    };
    let cache = Cache::open(files::root().join(folder))?;
    let css = style::build(mode, &cache)?;
    let bound = bound_module(mode, &cache)?;
    let (js, wasm) = (bound.join(bind::GLUE), bound.join(bind::MODULE));
    let (js, wasm) = match mode {
        Mode::Development => (files::read(&js)?, files::read(&wasm)?),
        Mode::Release => (
            npm::transform("terser", npm::TERSER, &js, &cache)?,
            npm::transform("wasm-opt", npm::WASM_OPT, &wasm, &cache)?,
        ),
    };

    let mut site = files::tree(&files::root().join("public"))?;
    for (name, content) in files::tree(&bound.join("snippets"))? {
        site.insert(format!("{PKG}/snippets/{name}"), content);
    }
    let mut hashes = String::new();
    for (kind, content) in [("js", js), ("wasm", wasm), ("css", css)] {
        let hash = cache::content_hash(&content);
        hashes.push_str(&format!("{kind}: {hash}\n"));
        site.insert(format!("{PKG}/{}.{hash}.{kind}", bind::NAME), content);
    }
    if mode == Mode::Release {
        compress::add_compressed(&mut site, &cache)?;
    }
    site.insert(HASHES.to_owned(), hashes.into_bytes());
    cache.prune()?;
    files::synchronise(&files::site(), &site, HASHES)
}

/// The pages as wasm with their glue, as `wasm-bindgen` makes them.
fn bound_module(mode: Mode, cache: &Cache) -> Result<PathBuf> {
    let profile = match mode {
        Mode::Development => "dev",
        Mode::Release => "wasm-release",
    };
    let module = files::read(&cargo::build_wasm("frontend", profile)?)?;
    cache.folder("bind", &[&module, bind::SOURCE], |folder| {
        println!("site: wasm-bindgen");
        bind::for_browser(&module, folder)
    })
}

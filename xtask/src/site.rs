//! The site folder, laid out as `cargo-leptos` does it: hashed files in `pkg`, the rest of
//! `public` beside it, and the hashes in `hash.txt`.

use std::path::PathBuf;

use anyhow::Result;

use crate::cache::{self, Cache};
use crate::{bind, cargo, compress, files, map, npm, style};

const PKG: &str = "pkg";
/// Each bundle with what its lines of `hash.txt` begin with and the features it is compiled with: strangers do not wait
/// for what only signed-in citizens need.
const BUNDLES: [(&str, &str); 2] = [("", ""), ("cabinet-", "cabinet")];
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
    let mut site = files::tree(&files::root().join("public"))?;
    let mut snippets = files::Tree::new();
    let mut hashes = String::new();
    let mut add = |line: &str, kind: &str, content: Vec<u8>| {
        let hash = cache::content_hash(&content);
        hashes.push_str(&format!("{line}: {hash}\n"));
        site.insert(format!("{PKG}/{}.{hash}.{kind}", bind::NAME), content);
    };
    add("css", "css", css);
    add("map", "svg", map::build()?);
    for (line, features) in BUNDLES {
        let bundle = bundle(mode, features, &cache)?;
        add(&format!("{line}js"), "js", bundle.js);
        add(&format!("{line}wasm"), "wasm", bundle.wasm);
        snippets.extend(bundle.snippets);
    }
    for (name, content) in snippets {
        site.insert(format!("{PKG}/snippets/{name}"), content);
    }
    if mode == Mode::Release {
        compress::add_compressed(&mut site, &cache)?;
    }
    site.insert(HASHES.to_owned(), hashes.into_bytes());
    cache.prune()?;
    files::synchronise(&files::site(), &site, HASHES)
}

/// The pages as wasm with their glue, as small as the mode makes them.
struct Bundle {
    js: Vec<u8>,
    wasm: Vec<u8>,
    snippets: files::Tree,
}

fn bundle(mode: Mode, features: &str, cache: &Cache) -> Result<Bundle> {
    let bound = bound_module(mode, features, cache)?;
    let (js, wasm) = (bound.join(bind::GLUE), bound.join(bind::MODULE));
    let (js, wasm) = match mode {
        Mode::Development => (files::read(&js)?, files::read(&wasm)?),
        Mode::Release => (
            npm::transform("terser", npm::TERSER, &js, cache)?,
            npm::transform("wasm-opt", npm::WASM_OPT, &wasm, cache)?,
        ),
    };
    Ok(Bundle {
        js,
        wasm,
        snippets: files::tree(&bound.join("snippets"))?,
    })
}

/// The pages as wasm with their glue, as `wasm-bindgen` makes them.
fn bound_module(mode: Mode, features: &str, cache: &Cache) -> Result<PathBuf> {
    let profile = match mode {
        Mode::Development => "dev",
        Mode::Release => "wasm-release",
    };
    let module = files::read(&cargo::build_wasm("frontend", features, profile)?)?;
    cache.folder("bind", &[&module, bind::SOURCE], |folder| {
        println!("site: wasm-bindgen");
        bind::for_browser(&module, folder)
    })
}

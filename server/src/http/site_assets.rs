//! Names of the built files, read once at the start from `hash.txt`.

use std::path::Path;

use app::{Assets, Bundle};

/// URL paths of script, wasm and style; `cargo xtask site` writes the list.
///
/// # Errors
/// One line when the site has not been built.
pub(crate) fn load(root: &Path, pkg_dir: &str, output_name: &str) -> Result<Assets, String> {
    let list = root.join("hash.txt");
    let text = std::fs::read_to_string(&list)
        .map_err(|error| format!("{}: {error}; run `make build` first", list.display()))?;
    let path = |kind: &str, ending: &str| {
        let hash = text
            .lines()
            .find_map(|line| line.strip_prefix(kind)?.strip_prefix(": "));
        hash.map(|hash| format!("/{pkg_dir}/{output_name}.{}.{ending}", hash.trim()))
            .ok_or_else(|| format!("{}: no line for {kind}", list.display()))
    };
    let stranger = Bundle {
        js: path("js", "js")?,
        wasm: path("wasm", "wasm")?,
    };
    // `cargo leptos watch` builds one bundle for everybody.
    let citizen = match (path("cabinet-js", "js"), path("cabinet-wasm", "wasm")) {
        (Ok(js), Ok(wasm)) => Bundle { js, wasm },
        _ => stranger.clone(),
    };
    Ok(Assets {
        css: path("css", "css")?,
        map: path("map", "svg").ok(),
        stranger,
        citizen,
    })
}

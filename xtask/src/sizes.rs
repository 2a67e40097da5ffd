//! What a browser receives for each file, in bytes.

use anyhow::{Result, ensure};

use crate::files::{self, Tree};

/// Prints one line a file of `target/site`: raw, gzip, Brotli.
pub(crate) fn print() -> Result<()> {
    let site = files::tree(&files::site())?;
    ensure!(
        !site.is_empty(),
        "target/site is empty: run `make build` first"
    );
    println!("{:>9} {:>9} {:>9}  target/site", "raw", "gzip", "brotli");
    for (name, content) in &site {
        if !name.ends_with(".br") && !name.ends_with(".gz") {
            let raw = content.len();
            let gzip = compressed(&site, name, "gz");
            let brotli = compressed(&site, name, "br");
            println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
        }
    }
    Ok(())
}

fn compressed(site: &Tree, name: &str, ending: &str) -> String {
    site.get(&format!("{name}.{ending}"))
        .map_or_else(|| "-".to_owned(), |content| content.len().to_string())
}

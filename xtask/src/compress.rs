//! Brotli and gzip copies beside what compresses, so that the server compresses nothing twice.

use std::io::Write as _;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::cache::Cache;
use crate::files::Tree;

/// Fonts (WOFF2) and pictures are compressed already.
const COMPRESSIBLE: &[&str] = &[
    "css",
    "html",
    "ico",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Adds `NAME.br` and `NAME.gz` for every file they make smaller.
pub(crate) fn add_compressed(site: &mut Tree, cache: &Cache) -> Result<()> {
    let mut compressed = Tree::new();
    for (name, content) in site.iter() {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !COMPRESSIBLE.contains(&ending) {
            continue;
        }
        let mut add = |ending: &str, made: Vec<u8>| {
            if made.len() < content.len() {
                compressed.insert(format!("{name}.{ending}"), made);
            }
        };
        add(
            "br",
            cache.file("brotli", &[content], || brotli_11(content))?,
        );
        add("gz", cache.file("gzip", &[content], || gzip_9(content))?);
    }
    site.append(&mut compressed);
    Ok(())
}

fn brotli_11(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        // The largest window every browser accepts.
        lgwin: 24,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut made = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut made, &parameters)?;
    Ok(made)
}

fn gzip_9(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn both_copies_give_the_original_back() {
        let original = b"one two three ".repeat(100);
        let (mut brotli, mut gzip) = (Vec::new(), Vec::new());
        let compressed = brotli_11(&original).unwrap();
        brotli::BrotliDecompress(&mut compressed.as_slice(), &mut brotli).unwrap();
        let compressed = gzip_9(&original).unwrap();
        flate2::read::GzDecoder::new(compressed.as_slice())
            .read_to_end(&mut gzip)
            .unwrap();
        assert_eq!((&brotli, &gzip), (&original, &original));
    }
}

//! What a first visit to the form costs, as Brotli.

use std::collections::BTreeSet;

use reqwest::Method;
use trials::{Answer, Setup, Trouble, Visitor};

use crate::both::Outcome;

const ALL: usize = 230_000;
const WASM: usize = 190_000;
/// What is needed before the form can be used and sent.
const NEEDED: usize = 45_000;

async fn fetch(visitor: &mut Visitor, path: &str) -> Result<Answer, Trouble> {
    let request = visitor
        .request(Method::GET, path)
        .header("accept-encoding", "gzip, deflate, br");
    let answer = visitor.take(request).await?;
    assert_eq!(answer.status, 200, "{path}");
    Ok(answer)
}

/// Everything the document links to, and every font its style sheet may ask for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_first_visit() -> Outcome {
    let server = Setup::new().start().await?;
    let mut visitor = server.visitor();
    let document = visitor.open("/register").await?.clone();
    let html = fetch(&mut visitor, "/register").await?.body.len();
    let links = document
        .elements
        .iter()
        .filter(|element| element.name == "link");
    let mut paths: BTreeSet<String> = links
        .filter_map(|link| link.get("href"))
        .map(str::to_owned)
        .collect();
    for style in paths.clone().iter().filter(|path| path.ends_with(".css")) {
        paths.extend(fonts(&visitor.get(style).await?.text()));
    }
    let (mut needed, mut wasm, mut all) = (html, 0, html);
    for path in &paths {
        let length = fetch(&mut visitor, path).await?.body.len();
        all += length;
        match path.rsplit('.').next() {
            Some("css" | "woff2") => needed += length,
            Some("wasm") => wasm += length,
            _ => {}
        }
    }
    let kinds = [".css", ".woff2", ".js", ".wasm", ".svg"];
    assert!(
        kinds
            .iter()
            .all(|kind| paths.iter().any(|path| path.ends_with(kind))),
        "{paths:?}"
    );
    assert!(needed <= NEEDED, "HTML, style and fonts: {needed} bytes");
    assert!(wasm <= WASM, "wasm: {wasm} bytes");
    assert!(all <= ALL, "in all: {all} bytes");
    Ok(())
}

/// Paths of the fonts in a style sheet.
fn fonts(style: &str) -> Vec<String> {
    let urls = style
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    urls.map(|url| url.trim_matches(['"', '\'']).to_owned())
        .filter(|url| url.ends_with(".woff2"))
        .collect()
}

//! What a first visit to the registration form transfers, file by file.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use serde::Serialize;
use trials::{Page, Trouble};

use crate::report::{Finding, Verdict};
use crate::stage::Stage;
use crate::wire::Wire;

const PAGE: &str = "/register";
/// 1 KB is 1,000 bytes.
const ALL_LIMIT: usize = 230_000;
const WASM_LIMIT: usize = 190_000;
const FORM_LIMIT: usize = 45_000;

/// The files of a first visit.
#[derive(Debug, Serialize)]
pub(crate) struct Bytes {
    files: Vec<File>,
    all: usize,
    wasm: usize,
    /// What the form needs to be filled in and sent: HTML, CSS, fonts.
    form: usize,
}

/// One file as it was transferred, without the head of its answer.
#[derive(Debug, Serialize)]
struct File {
    path: String,
    kind: Kind,
    bytes: usize,
    coding: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Html,
    Css,
    Font,
    Script,
    Wasm,
    Icon,
}

/// What the page needs beside itself.
pub(crate) fn needed(address: SocketAddr) -> Result<Vec<String>, Trouble> {
    let mut wire = Wire::open(address)?;
    let page = wire.get(PAGE, "")?.whole()?;
    let page = Page::read(PAGE, 200, &String::from_utf8_lossy(&page.body));
    let mut paths = named_by(&page);
    for sheet in paths.clone() {
        if kind(&sheet) == Kind::Css {
            let sheet = wire.get(&sheet, "")?.whole()?;
            paths.extend(fonts_of(&String::from_utf8_lossy(&sheet.body)));
        }
    }
    Ok(paths.into_iter().collect())
}

pub(crate) fn measure(stage: &Stage) -> Result<Bytes, Trouble> {
    let mut wire = Wire::open(stage.address())?;
    let mut files = Vec::new();
    for path in std::iter::once(PAGE).chain(stage.files.iter().map(String::as_str)) {
        let reply = wire.get(path, "Accept-Encoding: br\r\n")?.whole()?;
        files.push(File {
            kind: kind(path),
            bytes: reply.body.len(),
            coding: reply.header("content-encoding").unwrap_or("none").into(),
            path: path.to_owned(),
        });
    }
    let sum = |of: &[Kind]| -> usize {
        let counted = files.iter().filter(|file| of.contains(&file.kind));
        counted.map(|file| file.bytes).sum()
    };
    Ok(Bytes {
        all: files.iter().map(|file| file.bytes).sum(),
        wasm: sum(&[Kind::Wasm]),
        form: sum(&[Kind::Html, Kind::Css, Kind::Font]),
        files,
    })
}

/// Everything the page names by itself, once each.
fn named_by(page: &Page) -> BTreeSet<String> {
    let named = page
        .elements
        .iter()
        .filter_map(|element| match element.name.as_str() {
            "link" => element.get("href"),
            "script" | "img" => element.get("src"),
            _ => None,
        });
    named
        .filter(|path| path.starts_with('/'))
        .map(str::to_owned)
        .collect()
}

/// Every font a style sheet knows: which of them a page uses depends on its letters, so all count.
fn fonts_of(sheet: &str) -> Vec<String> {
    let places = sheet
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    places
        .map(|place| place.trim_matches(['"', '\'']).to_owned())
        .filter(|place| place.starts_with('/'))
        .collect()
}

fn kind(path: &str) -> Kind {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => Kind::Css,
        Some("woff2") => Kind::Font,
        Some("js") => Kind::Script,
        Some("wasm") => Kind::Wasm,
        Some("svg" | "png" | "ico") => Kind::Icon,
        _ => Kind::Html,
    }
}

impl Finding for Bytes {
    const TITLE: &'static str = "First visit to /register, bytes on the wire";

    fn rows(&self) -> Vec<(String, String)> {
        let files = self.files.iter().map(|file| {
            (
                format!("{} ({})", file.path, file.coding),
                file.bytes.to_string(),
            )
        });
        files
            .chain([
                ("HTML + CSS + fonts".into(), self.form.to_string()),
                ("wasm".into(), self.wasm.to_string()),
                ("all".into(), self.all.to_string()),
            ])
            .collect()
    }

    fn verdicts(&self) -> Vec<Verdict> {
        let below = |what: &str, bytes: usize, limit: usize| {
            Verdict::new(
                format!("{what}: at most {limit} bytes"),
                bytes.to_string(),
                bytes <= limit,
            )
        };
        let plain = self
            .files
            .iter()
            .filter(|file| file.kind != Kind::Font && file.coding != "br")
            .count();
        vec![
            below("first visit, all", self.all, ALL_LIMIT),
            below("first visit, wasm", self.wasm, WASM_LIMIT),
            below("first visit, HTML + CSS + fonts", self.form, FORM_LIMIT),
            Verdict::new(
                "HTML, CSS, JS, wasm and SVG come as Brotli",
                format!("{plain} do not"),
                plain == 0,
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_and_its_sheet_need_is_found() {
        let page = Page::read(
            "/",
            200,
            "<link rel=stylesheet href=/a.css><script src=/b.js></script><link rel=x href=https://c/>",
        );
        assert_eq!(
            named_by(&page).into_iter().collect::<Vec<_>>(),
            ["/a.css", "/b.js"]
        );
        let sheet =
            "a{src:url(\"/f.woff2\") format(\"woff2\")}b{src:url(/g.woff2)}c{src:url(data:x)}";
        assert_eq!(fonts_of(sheet), ["/f.woff2", "/g.woff2"]);
    }
}

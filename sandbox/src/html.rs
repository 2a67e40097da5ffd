//! What the pages have in common.

/// Style of the pages.
pub(crate) const STYLE: &str = include_str!("page.css");

/// A page of the sandbox.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Page {
    Messages,
    Registries,
}

impl Page {
    const ALL: [Self; 2] = [Self::Messages, Self::Registries];

    /// Its path and its name.
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Messages => ("/", "Сообщения"),
            Self::Registries => ("/registries", "Реестры"),
        }
    }
}

/// A whole page around its main part.
pub(crate) fn page(here: Page, main: &str) -> String {
    let (_, name) = here.texts();
    let links = Page::ALL.map(|page| link(page, page == here)).concat();
    format!(
        "<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>{name} — Песочница — Ступени</title>\
         <link rel=\"stylesheet\" href=\"/style.css\"></head><body>\
         <nav aria-label=\"Песочница\">{links}</nav><main>{main}</main></body></html>"
    )
}

fn link(page: Page, is_here: bool) -> String {
    let (path, name) = page.texts();
    let mark = if is_here {
        " aria-current=\"page\""
    } else {
        ""
    };
    format!("<a href=\"{path}\"{mark}>{name}</a> ")
}

/// Text as text, in attributes too.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

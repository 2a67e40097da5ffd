//! The HTML around a page.

use leptos::config::LeptosOptions;
use leptos::hydration::AutoReload;
use leptos::prelude::*;

use crate::browser::focus::FAILURE_PREFIX;
use crate::components::plain::{DeskHeader, Employee, Footer, Header, User, html};
use crate::context::SiteContext;
use crate::date;
use crate::display::Display;
use crate::model::{Page, Part};

/// The four files, of which the two of the body text are asked for at once.
const PRELOADED: [&str; 2] = [
    "/fonts/golos-400-cyrillic.woff2",
    "/fonts/golos-400-latin.woff2",
];

/// What a document is made of.
pub(crate) struct Document<'a> {
    pub(crate) title: &'a str,
    /// HTML of `main`.
    pub(crate) main: &'a str,
    pub(crate) who: Who,
    /// How it is to look.
    pub(crate) display: Display,
    /// The last submission was refused: the title says so.
    pub(crate) failed: bool,
    /// The page the wasm takes over, and the nonce of its script.
    pub(crate) live: Option<(&'a Page, &'a str)>,
}

/// Whose page it is: the two never share a header.
pub(crate) enum Who {
    /// A citizen's, and who is signed in.
    Citizen(Option<User>),
    /// An operator's, and who is signed in; `wide`: its tables take the room there is.
    Desk {
        employee: Option<Employee>,
        wide: bool,
    },
}

/// A whole document.
pub(crate) fn render(site: &SiteContext, document: Document<'_>) -> String {
    let owner = Owner::new();
    let (support, sandbox) = (site.support.clone(), site.sandbox);
    let (title, display) = (document.title, document.display.attributes());
    let (printed, class) = match &document.who {
        Who::Citizen(None) => (String::new(), ""),
        Who::Citizen(Some(_)) => (print_head(site), ""),
        Who::Desk { wide: false, .. } => (String::new(), " class=\"desk\""),
        Who::Desk { wide: true, .. } => (String::new(), " class=\"desk desk--wide\""),
    };
    let (header, footer) = owner.with(|| {
        let header = match document.who {
            Who::Citizen(user) => html(view! { <Header user sandbox/> }),
            Who::Desk { employee, .. } => html(view! { <DeskHeader employee sandbox/> }),
        };
        (header, html(view! { <Footer support/> }))
    });
    let fonts: String = PRELOADED
        .iter()
        .map(|font| {
            format!(
                "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{font}\">"
            )
        })
        .collect();
    let prefix = if document.failed { FAILURE_PREFIX } else { "" };
    let (head, tail) = document
        .live
        .map(|(page, nonce)| scripts(site, page, nonce))
        .unwrap_or_default();
    let css = &site.assets.css;
    let main = document.main;
    format!(
        "<!DOCTYPE html><html lang=\"ru\"{display}><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{prefix}{}</title><meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{css}\">{fonts}{head}</head><body{class}>\
         <a class=\"skip-link\" href=\"#main\" rel=\"external\">Перейти к содержанию</a>\
         <nav class=\"display-link\" aria-label=\"Вид страниц\"><a href=\"/display\" rel=\"external\">Версия для слабовидящих</a></nav>\
         {header}{printed}\
         <main id=\"main\" class=\"main\" tabindex=\"-1\">{main}</main>\
         <p id=\"status\" class=\"page-status\" role=\"status\"></p>{footer}{tail}</body></html>",
        escaped(title)
    )
}

/// Where and when a record was printed; paper alone shows it (W10).
fn print_head(site: &SiteContext) -> String {
    let (url, day) = (&site.public_url, date::day(site.portal.clock.now()));
    format!("<p class=\"print-head\">{} · {day}</p>", escaped(url))
}

fn scripts(site: &SiteContext, page: &Page, nonce: &str) -> (String, String) {
    let bundle = match page.signed_in {
        true => &site.assets.citizen,
        false => &site.assets.stranger,
    };
    let (js, wasm) = (&bundle.js, &bundle.wasm);
    let head = format!(
        "<link rel=\"modulepreload\" href=\"{js}\" nonce=\"{nonce}\">\
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{wasm}\">"
    );
    let reload = site.reload_port.map(reload).unwrap_or_default();
    let mut copy = page.clone();
    for part in &mut copy.parts {
        if let Part::Static(html) = part {
            html.clear();
        }
    }
    // `<` alone could end the element.
    let json = serde_json::to_string(&copy)
        .unwrap_or_default()
        .replace('<', "\\u003c");
    let tail = format!(
        "<script type=\"application/json\" id=\"page\">{json}</script>\
         <script type=\"module\" nonce=\"{nonce}\">import(\"{js}\").then(m=>m.default({{module_or_path:\"{wasm}\"}}))</script>"
    );
    (head, tail + &reload)
}

/// The script of `cargo leptos watch` that loads the page again after a build.
fn reload(port: u32) -> String {
    let options = LeptosOptions::builder()
        .output_name("stupeni")
        .reload_port(port)
        .build();
    html(view! { <AutoReload options/> })
}

/// Text as it stands between tags.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

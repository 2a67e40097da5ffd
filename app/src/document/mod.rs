//! Documents: pages that only the server renders.

mod display;
mod gallery;
mod help;
mod legal;

use accounts::return_path::is_local;
use http::Uri;
use leptos::prelude::*;

use crate::centres;
use crate::context::SiteContext;
use crate::display::Display;
use crate::query::Query;

/// A document's title and the HTML of its `main`.
pub(crate) struct Found {
    pub(crate) title: &'static str,
    pub(crate) html: String,
    /// What it can do besides where scripts run.
    pub(crate) script: Option<&'static str>,
}

/// The document at an address, for whoever comes from another page.
pub(crate) fn find(
    site: &SiteContext,
    uri: &Uri,
    display: Display,
    came_from: &str,
) -> Option<Found> {
    let path = uri.path();
    let owner = Owner::new();
    owner.with(|| {
        let (title, html) = match path {
            "/centres" => ("Центры обслуживания", centres::page(site, uri)),
            "/display" => {
                let asked = Query::of(uri);
                let back = [asked.get("back"), came_from, "/"];
                let back = back.into_iter().find(|path| is_page(path)).unwrap_or("/");
                let saved = !asked.get("saved").is_empty();
                (
                    "Версия для слабовидящих",
                    display::page(display, back, saved),
                )
            }
            "/help" => ("Справка", help::index()),
            "/help/password" => ("Как восстановить пароль", help::password()),
            "/help/contacts" => ("Как подтвердить телефон и почту", help::contacts()),
            "/help/identity" => ("Как подтвердить личность", help::identity()),
            "/help/inn" => ("Узнай свой ИНН", help::inn()),
            "/terms" => ("Условия использования", legal::terms()),
            "/privacy" => ("Политика конфиденциальности", legal::privacy()),
            "/design" if site.gallery => ("Компоненты", gallery::page()),
            _ => return None,
        };
        let script = (path == "/centres").then_some(centres::SCRIPT);
        Some(Found {
            title,
            html,
            script,
        })
    })
}

/// Whether a path is that of another page of the portal.
pub(crate) fn is_page(path: &str) -> bool {
    is_local(path) && !path.starts_with("/api/") && !path.starts_with("/display")
}

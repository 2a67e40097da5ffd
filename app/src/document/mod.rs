//! Documents: pages that only the server renders.

mod gallery;
mod help;
mod legal;

use http::Uri;
use leptos::prelude::*;

use crate::centres;
use crate::context::SiteContext;

/// A document's title and the HTML of its `main`.
pub(crate) struct Found {
    pub(crate) title: &'static str,
    pub(crate) html: String,
    /// What it can do besides where scripts run.
    pub(crate) script: Option<&'static str>,
}

/// The document at an address.
pub(crate) fn find(site: &SiteContext, uri: &Uri) -> Option<Found> {
    let path = uri.path();
    let owner = Owner::new();
    owner.with(|| {
        let (title, html) = match path {
            "/centres" => ("Центры обслуживания", centres::page(site, uri)),
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

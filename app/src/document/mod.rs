//! Documents: pages that only the server renders.

mod gallery;
mod help;
mod legal;

use leptos::prelude::*;

use crate::context::SiteContext;

/// A document's title and the HTML of its `main`.
pub(crate) struct Found {
    pub(crate) title: &'static str,
    pub(crate) html: String,
}

/// The document at a path.
pub(crate) fn find(site: &SiteContext, path: &str) -> Option<Found> {
    let owner = Owner::new();
    owner.with(|| {
        let (title, html) = match path {
            "/help" => ("Справка", help::index()),
            "/help/password" => ("Как восстановить пароль", help::password()),
            "/help/contacts" => ("Как подтвердить телефон и почту", help::contacts()),
            "/help/inn" => ("Узнай свой ИНН", help::inn()),
            "/terms" => ("Условия использования", legal::terms()),
            "/privacy" => ("Политика конфиденциальности", legal::privacy()),
            "/design" if site.gallery => ("Компоненты", gallery::page()),
            _ => return None,
        };
        Some(Found { title, html })
    })
}

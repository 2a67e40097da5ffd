//! Pages for what went wrong: they need neither wasm nor database (E1).

use std::net::Ipv4Addr;
use std::sync::Arc;

use accounts::Visit;
use http::HeaderMap;
use leptos::prelude::*;

use crate::browser::moment::in_words;
use crate::components::plain::{Gap, html};
use crate::context::{SiteContext, cookies};
use crate::display::Display;
use crate::shell::{self, Document, Who};

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Nothing is there.
    NotFound,
    /// The request cannot be read.
    BadRequest,
    /// Not from our own pages, or not this citizen's.
    Forbidden,
    /// Too many requests from one address.
    TooMany,
    /// The portal is busy.
    Overloaded,
    /// A fault of the portal.
    Broken,
}

/// What an error page tells besides.
#[derive(Clone, Debug, Default)]
pub struct ErrorDetail {
    /// Id of the request, for support.
    pub request_id: String,
    /// Local path of the page to go on from; empty: none is known.
    pub back: String,
    /// Seconds after which a repeat makes sense.
    pub retry_after_s: Option<u32>,
    /// How the page is to look.
    pub display: Display,
}

/// Makes the pages.
pub struct ErrorPage(Arc<SiteContext>);

impl ErrorPage {
    /// With the site's support block.
    #[must_use]
    pub fn new(site: Arc<SiteContext>) -> Self {
        Self(site)
    }

    /// How a page for whoever sends these headers is to look.
    #[must_use]
    pub fn display(&self, headers: &HeaderMap) -> Display {
        let nobody = Visit::bare(Ipv4Addr::UNSPECIFIED.into(), "", "");
        Display::of(&cookies(nobody, headers, &self.0.public_url))
    }

    /// A whole document.
    #[must_use]
    pub fn render(&self, kind: ErrorKind, detail: ErrorDetail) -> String {
        let (heading, text) = words(kind);
        let ErrorDetail {
            request_id,
            back,
            retry_after_s,
            display,
        } = detail;
        let who = match back.starts_with("/desk") {
            true => Who::Desk {
                employee: None,
                wide: false,
            },
            false => Who::Citizen(None),
        };
        let temporary = matches!(
            kind,
            ErrorKind::Overloaded | ErrorKind::TooMany | ErrorKind::Broken
        );
        let wait = temporary.then(|| {
            let wait = in_words(retry_after_s.unwrap_or(60).max(1));
            view! { <p>{format!("Повторите через {wait}. Страница не обновляется сама.")}</p> }
        });
        let (path, label) = match kind {
            _ if back.is_empty() => ("/".to_owned(), "На главную"),
            ErrorKind::NotFound => ("/".to_owned(), "На главную"),
            _ if temporary => (back, "Повторить"),
            _ => (back, "Вернуться"),
        };
        let main = Owner::new().with(|| {
            html(view! {
                <Gap/>
                <h1 tabindex="-1">{heading}</h1>
                <p class="lead">{text}</p>
                {wait}
                <p><a class="button button--primary" href=path>{label}</a></p>
                <p class="form__aside">{format!("Номер обращения: {request_id}")}</p>
            })
        });
        let title = format!("{heading} — Ступени");
        shell::render(
            &self.0,
            Document {
                title: &title,
                main: &main,
                who,
                display,
                failed: false,
                live: None,
            },
        )
    }
}

fn words(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::NotFound => (
            "Такой страницы нет",
            "Проверьте адрес. Всё, что вы ввели раньше, сохранено.",
        ),
        ErrorKind::BadRequest => (
            "Не получилось прочитать форму",
            "Вернитесь на предыдущую страницу и отправьте её ещё раз. Черновик сохранён.",
        ),
        ErrorKind::Forbidden => (
            "Эту форму можно отправить только с нашей страницы",
            "Откройте портал заново и повторите. Черновик сохранён.",
        ),
        ErrorKind::TooMany => (
            "Слишком много запросов",
            "С вашего адреса пришло слишком много запросов подряд. Черновик сохранён.",
        ),
        ErrorKind::Overloaded => (
            "Сейчас регистрируется очень много людей",
            "Черновик сохранён: введённое раньше не потеряется.",
        ),
        ErrorKind::Broken => ("Что-то сломалось у нас", "Ваши ответы сохранены."),
    }
}

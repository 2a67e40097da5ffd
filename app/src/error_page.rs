//! Pages for what went wrong: they need neither wasm nor database (E1).

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::plain::html;
use crate::context::SiteContext;
use crate::shell::{self, Document};

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

/// Makes the pages.
pub struct ErrorPage(Arc<SiteContext>);

impl ErrorPage {
    /// With the site's support block.
    #[must_use]
    pub fn new(site: Arc<SiteContext>) -> Self {
        Self(site)
    }

    /// A whole document.
    #[must_use]
    pub fn render(&self, kind: ErrorKind, request_id: &str) -> String {
        let (heading, text) = words(kind);
        let id = request_id.to_owned();
        let again = matches!(kind, ErrorKind::Overloaded | ErrorKind::TooMany | ErrorKind::Broken);
        let main = Owner::new().with(|| html(view! {
            <h1 tabindex="-1">{heading}</h1>
            <p class="lead">{text}</p>
            {again.then(|| view! { <p>"Подождите минуту, вернитесь на предыдущую страницу и повторите."</p> })}
            <p><a class="button button--primary" href="/">"На главную"</a></p>
            <p class="form__aside">{format!("Номер обращения: {id}")}</p>
        }));
        let title = format!("{heading} — Ступени");
        shell::render(&self.0, Document { title: &title, main: &main, user: None, live: None })
    }
}

fn words(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::NotFound => ("Такой страницы нет", "Проверьте адрес. Всё, что вы ввели раньше, сохранено."),
        ErrorKind::BadRequest => ("Не получилось прочитать форму", "Вернитесь на предыдущую страницу и отправьте её ещё раз. Черновик сохранён."),
        ErrorKind::Forbidden => ("Эту форму можно отправить только с нашей страницы", "Откройте портал заново и повторите. Черновик сохранён."),
        ErrorKind::TooMany => ("Слишком много запросов", "С вашего адреса пришло слишком много запросов подряд. Черновик сохранён."),
        ErrorKind::Overloaded => ("Сейчас регистрируется очень много людей", "Черновик сохранён, повторите через минуту."),
        ErrorKind::Broken => ("Что-то сломалось у нас", "Ваши ответы сохранены."),
    }
}

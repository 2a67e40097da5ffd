//! `/confirm/{token}`: the letter's link. Opening it changes nothing, the button does.

use accounts::PortalError;
use accounts::proof::{self, LinkPurpose, LinkView};
use leptos::prelude::*;

use super::{Request, form_id, titled};
use crate::components::plain::{InlineForm, part};
use crate::model::Screen;

/// The page.
pub(crate) async fn page(request: &Request<'_>, token: &str) -> Result<Screen, PortalError> {
    let found = proof::link_view(
        &request.context.site.portal,
        request.visit,
        token.to_owned(),
    )
    .await?;
    let (heading, text) = match found {
        LinkView::Alive(LinkPurpose::Registration | LinkPurpose::Resume) => (
            "Подтвердите почту",
            "Нажмите кнопку, чтобы подтвердить почту и продолжить регистрацию в этом браузере.",
        ),
        LinkView::Alive(LinkPurpose::Recovery) => (
            "Восстановление доступа по ссылке",
            "Нажмите кнопку, чтобы задать новый пароль в этом браузере.",
        ),
        LinkView::Alive(LinkPurpose::ContactChange) => (
            "Подтвердите почту",
            "Нажмите кнопку, чтобы подтвердить адрес для вашей учётной записи.",
        ),
        LinkView::Used(_) => (
            "Ссылка уже использована",
            "Продолжите в том браузере, где нажали кнопку, или введите код из письма.",
        ),
        LinkView::Dead => (
            "Ссылка больше не действует",
            "Она живёт 24 часа. Запросите новое письмо на странице, с которой начали.",
        ),
    };
    let alive = matches!(found, LinkView::Alive(_));
    let hidden = vec![("token", token.to_owned()), ("form_id", form_id(request).1)];
    let action = alive.then(
        || view! { <InlineForm action="/api/confirm" text="Подтвердить" look="primary" hidden/> },
    );
    let on = (!alive).then(|| view! { <p><a href="/register">"К регистрации"</a></p><p><a href="/login">"Войти"</a></p> });
    let parts = vec![part(view! {
        <h1 tabindex="-1">{heading}</h1>
        <p class="lead">{text}</p>
        {action}
        {on}
    })];
    Ok(titled(None, heading, parts))
}

//! The answer that shows a one-time password and a secret: the only place where they are ever seen.

use accounts::operator::Issued;
use leptos::prelude::*;

use super::{Shown, shown, words};
use crate::components::plain::{Notice, Row, SummaryList, part};
use crate::qr;

/// The page.
pub(super) fn page(issued: &Issued) -> Shown {
    let heading = format!("Одноразовый пароль: {}", issued.login);
    let rows = vec![
        Row::text("Логин", issued.login.as_str()),
        Row::text("Роль", words::role(issued.role)),
        Row::text("Одноразовый пароль", issued.password.as_str()),
        Row::text("Ключ приложения", issued.totp_secret.as_str()),
    ];
    let (title, uri) = (heading.clone(), issued.totp_uri.to_string());
    let next = format!("/desk/operators/{}", issued.login);
    let parts = vec![part(view! {
        <h1 tabindex="-1">{heading}</h1>
        <Notice
            tone="warning"
            text="Пароль и ключ показаны один раз, открыть их снова нельзя. Передайте их сотруднику лично."
        />
        <SummaryList rows/>
        <p>
            "Ключ добавляют в приложение с одноразовыми кодами: QR-кодом, "
            <a href=uri.clone()>"ссылкой на этом устройстве"</a>
            " или вручную. При первом входе сотрудник задаст свой пароль."
        </p>
        {qr::drawing(&uri)}
        <p><a class="button button--primary" href=next>"К сотруднику"</a></p>
    })];
    shown(&title, parts)
}

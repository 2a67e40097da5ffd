//! `/login`.

use accounts::PortalError;
use accounts::flash::Form as FlashForm;
use leptos::prelude::*;

use super::{Request, fields, flash, titled};
use crate::components::plain::{html, part};
use crate::model::{Button, Form, Part, Rule, Screen};

/// The page; a signed-in visitor goes to the cabinet.
pub(crate) fn page(request: &Request<'_>, query: &str) -> Result<Screen, PortalError> {
    if request.session.is_some() {
        return Ok(Screen::Redirect("/cabinet".into()));
    }
    let found = accounts::flash::read(&request.context.site.portal, request.visit);
    let found = flash::of(found.as_ref(), FlashForm::SignIn);
    let mut login = fields::login("login", "Логин", Rule::SignInLogin);
    if let Some(typed) = found.and_then(|flash| flash.login.clone()) {
        login.value = typed;
    }
    let mut list = vec![
        login,
        fields::password("password", "Пароль"),
        fields::foreign_computer(),
    ];
    flash::refuse(&mut list, found);
    let refused = found.is_some();
    let return_to = query
        .strip_prefix("return_to=")
        .unwrap_or_default()
        .to_owned();
    let beneath = html(view! {
        <p><a href="/recover">"Забыли пароль?"</a></p>
        <p>"Нет учётной записи? "<a href="/register">"Зарегистрируйтесь"</a></p>
        <p class="form__aside">
            "На чужом компьютере отметьте «Чужой компьютер»: сеанс закончится вместе с браузером и через 15 минут бездействия. Иначе он длится 24 часа."
        </p>
        <p class="form__aside">
            "Не получается войти? "<a href="/help/password" rel="external">"Как восстановить пароль"</a>
            ". Телефоны поддержки — внизу страницы."
        </p>
    });
    let form = Form {
        action: "/api/login".into(),
        hidden: vec![("return_to".into(), return_to)],
        fields: list,
        buttons: vec![Button {
            text: "Войти".into(),
            action: String::new(),
        }],
        beneath,
        ..Form::default()
    };
    let mut parts = flash::notices(found);
    parts.push(Part::Summary);
    parts.push(part(view! { <h1 tabindex="-1">"Вход"</h1> }));
    parts.push(Part::Form(form));
    let mut screen = titled(None, "Вход в учётную запись", parts);
    if let Screen::Page(page) = &mut screen {
        page.failed |= refused;
    }
    Ok(screen)
}

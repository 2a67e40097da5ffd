//! `/desk/login`.

use accounts::flash::Form as FlashForm;
use leptos::prelude::*;

use super::{Request, Shown, shown};
use crate::browser::moment::in_words;
use crate::components::plain::{html, part};
use crate::model::{Button, Field, Form, Kind, Part};
use crate::pages::{fields, flash};

/// The page.
pub(super) fn page(request: &Request<'_>) -> Shown {
    let portal = &request.context.site.portal;
    let found = accounts::flash::read(portal, request.visit);
    let found = flash::of(found.as_ref(), FlashForm::DeskSignIn);
    let typed = found.and_then(|flash| flash.login.clone());
    let mut list = [
        Field {
            name: "login".into(),
            label: "Логин".into(),
            kind: Kind::Login,
            autocomplete: "username".into(),
            value: typed.unwrap_or_default(),
            ..Field::default()
        },
        fields::password("password", "Пароль"),
        Field {
            name: "code".into(),
            label: "Код из приложения".into(),
            hint: "6 цифр, которые приложение показывает сейчас".into(),
            kind: Kind::Code,
            autocomplete: "one-time-code".into(),
            ..Field::default()
        },
    ];
    flash::refuse(&mut list, found);
    name_the_empty(&mut list);
    let desk = &portal.config.desk;
    let [lifetime, idle] = [desk.lifetime_s, desk.idle_s]
        .map(|seconds| in_words(u32::try_from(seconds).unwrap_or(u32::MAX)));
    let rules = format!(
        "Сеанс длится не дольше {lifetime} и закончится раньше, если {idle} ничего не делать. Забыли пароль или потеряли телефон с приложением — обратитесь к администратору."
    );
    let form = Form {
        action: "/api/desk/login".into(),
        hidden: vec![(
            "return_to".into(),
            request.query.get("return_to").to_owned(),
        )],
        fields: list.into(),
        buttons: vec![Button {
            text: "Войти".into(),
            action: String::new(),
        }],
        beneath: html(view! { <p class="form__aside">{rules}</p> }),
        ..Form::default()
    };
    let mut parts = flash::notices(found);
    parts.push(Part::Summary);
    parts.push(part(
        view! { <h1 tabindex="-1">"Вход для сотрудников"</h1> },
    ));
    parts.push(Part::Form(form));
    let mut shown = shown("Вход для сотрудников", parts);
    shown.failed |= found.is_some();
    shown
}

/// An empty field is named in the words of its label (V6).
fn name_the_empty(fields: &mut [Field]) {
    for field in fields.iter_mut().filter(|field| !field.error.is_empty()) {
        match field.name.as_str() {
            "login" => "Укажите логин".clone_into(&mut field.error),
            "code" => "Введите код из приложения".clone_into(&mut field.error),
            _ => {}
        }
    }
}

//! `/desk/password`: the one-time password is replaced.

use accounts::desk;
use accounts::flash::Form as FlashForm;
use leptos::prelude::*;

use super::{Request, Shown, shown};
use crate::components::plain::part;
use crate::model::{Button, Form, Part};
use crate::pages::{fields, flash};

/// The page.
pub(super) fn page(request: &Request<'_>) -> Shown {
    let portal = &request.context.site.portal;
    let found = accounts::flash::read(portal, request.visit);
    let found = flash::of(found.as_ref(), FlashForm::DeskPassword);
    let rules = desk::password_rules(&portal.config);
    let mut list = fields::new_password("Новый пароль", "Повторите новый пароль", rules);
    flash::refuse(&mut list, found);
    let form = Form {
        action: "/api/desk/password".into(),
        fields: list.into(),
        buttons: vec![Button {
            text: "Сохранить пароль".into(),
            action: String::new(),
        }],
        ..Form::default()
    };
    let parts = vec![
        Part::Summary,
        part(view! {
            <h1 tabindex="-1">"Задайте свой пароль"</h1>
            <p class="lead">"Одноразовый пароль больше не понадобится. Новый знаете только вы."</p>
        }),
        Part::Form(form),
    ];
    shown("Задайте свой пароль", parts)
}

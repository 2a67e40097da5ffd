//! The account has a new level, and the open session has not: the password brings it in, wherever one is (D-38).

use accounts::flash::Form as FlashForm;
use leptos::prelude::*;

use super::{Request, fields, flash};
use crate::components::plain::{level_title, part};
use crate::model::{Button, Form, Page, Part};

/// Puts the offer, or the outcome of the last try, at the head of a page of the cabinet that has no form of its own: two
/// forms with a password each would be one too many.
pub(crate) fn offer(request: &Request<'_>, path: &str, page: &mut Page) {
    let Some(session) = &request.session else {
        return;
    };
    let flash = accounts::flash::read(&request.context.site.portal, request.visit);
    let found = flash::of(flash.as_ref(), FlashForm::Level);
    let has_form = page
        .parts
        .iter()
        .any(|part| matches!(part, Part::Form(_) | Part::Summary));
    let mut head = Vec::new();
    if session.account_level > session.level && path.starts_with("/cabinet") && !has_form {
        let mut list = [fields::password("password", "Пароль")];
        flash::refuse(&mut list, found);
        page.failed |= list.iter().any(|field| !field.error.is_empty());
        let title = level_title(session.account_level);
        head.push(Part::Summary);
        head.push(part(view! {
            <div class="notice notice--success">
                <p class="notice__text">
                    {format!("Новая ступень: {}. ", title.to_lowercase())}
                    "Введите пароль, чтобы пользоваться ею в этом сеансе, — ничего не потеряется."
                </p>
            </div>
        }));
        head.push(Part::Form(Form {
            action: "/api/session/raise".into(),
            hidden: vec![("return_to".into(), path.to_owned())],
            fields: list.into(),
            buttons: vec![Button {
                text: "Включить новую ступень".into(),
                action: String::new(),
            }],
            ..Form::default()
        }));
    } else {
        head.extend(flash::notices(found));
    }
    page.parts.splice(0..0, head);
}

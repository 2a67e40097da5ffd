//! A new contact, or the confirmation of the second one.

use accounts::flash::Form as FlashForm;
use accounts::{PortalError, contact};
use domain::field::contact::ContactKind;
use domain::flow::{Flow, Step, allowed, furthest};
use leptos::prelude::*;

use super::code::CodePage;
use super::{Request, code, fields, flash, titled};
use crate::components::plain::{BackLink, StepHead, part};
use crate::model::{Button, Form, Part, Screen};

/// The page of a step, or where to go instead.
pub(crate) async fn page(
    request: &Request<'_>,
    step: Step,
    kind: ContactKind,
) -> Result<Screen, PortalError> {
    let view = contact::view(&request.context.site.portal, request.visit, kind).await?;
    if !allowed(step, &view.facts) {
        return Ok(Screen::Redirect(
            furthest(Flow::ContactChange(kind), &view.facts)
                .path()
                .to_owned(),
        ));
    }
    let found = view.flash.as_ref();
    if let (Step::ContactCode(_), Some(code)) = (step, &view.code) {
        let heading = match kind {
            ContactKind::Phone => "Подтвердите телефон",
            ContactKind::Email => "Подтвердите почту",
        };
        let page = CodePage {
            step,
            heading,
            action: "/api/contact/code",
            resend: "/api/contact/resend",
            status: "",
            hidden: vec![("kind", kind.code().to_owned())],
            extra: None,
            saved: String::new(),
            flash: flash::of(found, FlashForm::contact_code(kind)),
        };
        return Ok(code::page(page, code));
    }
    let found = flash::of(found, FlashForm::contact(kind));
    let mut value = fields::contact(kind);
    if let Some(typed) = found.and_then(|flash| flash.login.clone()) {
        value = fields::filled(value, &typed, false);
    }
    let mut list = [value, fields::password("password", "Пароль")];
    flash::refuse(&mut list, found);
    let form = Form {
        action: "/api/contact".into(),
        hidden: vec![("kind".into(), kind.code().into())],
        fields: list.into(),
        buttons: vec![Button {
            text: "Продолжить".into(),
            action: String::new(),
        }],
        ..Form::default()
    };
    let heading = match kind {
        ContactKind::Phone => "Новый номер телефона",
        ContactKind::Email => "Новый адрес почты",
    };
    let progress = Step::ContactNew(kind).spec().progress;
    let now = view
        .current
        .as_ref()
        .map(|current| format!("Сейчас указан {}. ", current.display));
    let mut parts = vec![part(view! { <BackLink to="/cabinet"/> })];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading=heading/>
        <p class="lead">{now}"Отправим код на новый контакт и сообщим о смене на прежний."</p>
    }));
    parts.push(Part::Form(form));
    Ok(titled(progress, heading, parts))
}

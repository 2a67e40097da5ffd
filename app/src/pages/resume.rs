//! Going on with a registration on another device (W8).

use accounts::flash::Form as FlashForm;
use accounts::{PortalError, resume};
use domain::flow::{Flow, Step, allowed, furthest};
use leptos::prelude::*;

use super::code::CodePage;
use super::{Request, code, fields, flash, form_id, titled};
use crate::components::plain::{BackLink, StepHead, part};
use crate::model::{Button, Form, Part, Rule, Screen};

/// The page of a step, or where to go instead.
pub(crate) async fn page(request: &Request<'_>, step: Step) -> Result<Screen, PortalError> {
    let view = resume::view(&request.context.site.portal, request.visit).await?;
    if !allowed(step, &view.facts) {
        return Ok(Screen::Redirect(
            furthest(Flow::Resume, &view.facts).path().to_owned(),
        ));
    }
    let found = view.flash.as_ref();
    if let (Step::ResumeCode, Some(code)) = (step, &view.code) {
        let page = CodePage {
            step,
            heading: "Код для продолжения",
            action: "/api/resume/code",
            resend: "/api/resume/resend",
            status: "",
            hidden: Vec::new(),
            extra: None,
            saved: String::new(),
            flash: flash::of(found, FlashForm::ResumeCode),
        };
        return Ok(code::page(page, code));
    }
    let found = flash::of(found, FlashForm::Resume);
    let mut contact = fields::login("contact", "Телефон или почта", Rule::Login);
    if let Some(typed) = found.and_then(|flash| flash.login.clone()) {
        contact = fields::filled(contact, &typed, false);
    }
    let mut list = [contact];
    flash::refuse(&mut list, found);
    let form = Form {
        action: "/api/resume".into(),
        hidden: vec![form_id(request)],
        fields: list.into(),
        buttons: vec![Button {
            text: "Продолжить".into(),
            action: String::new(),
        }],
        ..Form::default()
    };
    let progress = Step::ResumeContact.spec().progress;
    let mut parts = vec![part(view! { <BackLink to=Step::ResumeContact.back()/> })];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading="Продолжить регистрацию"/>
        <p class="lead">"Укажите контакт, который вы подтвердили на другом устройстве. Черновик откроется на том же шаге."</p>
    }));
    parts.push(Part::Form(form));
    Ok(titled(progress, "Продолжить регистрацию", parts))
}

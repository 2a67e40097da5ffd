//! «Забыли пароль?»

use accounts::challenge::CodeView;
use accounts::flash::{Flash, Form as FlashForm};
use accounts::{PortalError, credential, recovery};
use domain::flow::{Flow, Step, allowed, furthest};
use leptos::prelude::*;

use super::code::CodePage;
use super::{Request, code, fields, flash, form_id, titled};
use crate::components::plain::{BackLink, StepHead, part};
use crate::model::{Button, Field, Form, Part, Rule, Screen};

/// The page of a step, or where to go instead.
pub(crate) async fn page(request: &Request<'_>, step: Step) -> Result<Screen, PortalError> {
    let view = recovery::view(&request.context.site.portal, request.visit).await?;
    if !allowed(step, &view.facts) {
        return Ok(Screen::Redirect(
            furthest(Flow::Recovery, &view.facts).path().to_owned(),
        ));
    }
    let found = view.flash.as_ref();
    Ok(match (step, &view.code) {
        (Step::RecoverCode, Some(code)) => code_page(code, found),
        (Step::RecoverPassword, _) => password_page(request, found),
        _ => login_page(request, found),
    })
}

fn login_page(request: &Request<'_>, found: Option<&Flash>) -> Screen {
    let found = flash::of(found, FlashForm::Recover);
    let mut login = fields::login("login", "Логин", Rule::Login);
    if let Some(typed) = found.and_then(|flash| flash.login.clone()) {
        login = fields::filled(login, &typed, false);
    }
    let form = Form {
        action: "/api/recover".into(),
        hidden: vec![form_id(request)],
        ..form(vec![login], found, "Продолжить")
    };
    let lead = "Отправим код на подтверждённый телефон или почту.";
    form_page(
        Step::RecoverLogin,
        "Восстановление доступа",
        lead,
        form,
        found,
    )
}

fn code_page(code: &CodeView, found: Option<&Flash>) -> Screen {
    let page = CodePage {
        step: Step::RecoverCode,
        heading: "Введите код",
        action: "/api/recover/code",
        resend: "/api/recover/resend",
        status: "",
        hidden: Vec::new(),
        extra: None,
        saved: String::new(),
        flash: flash::of(found, FlashForm::RecoverCode),
    };
    code::page(page, code)
}

fn password_page(request: &Request<'_>, found: Option<&Flash>) -> Screen {
    let found = flash::of(found, FlashForm::RecoverPassword);
    let rules = credential::rules(&request.context.site.portal.config.password);
    let list = fields::new_password("Пароль", "Повторите пароль", rules);
    let form = Form {
        action: "/api/recover/password".into(),
        ..form(list.into(), found, "Готово")
    };
    let lead = "После этого остальные сеансы завершатся, а вы войдёте в учётную запись.";
    form_page(Step::RecoverPassword, "Новый пароль", lead, form, found)
}

fn form(mut fields: Vec<Field>, found: Option<&Flash>, forward: &str) -> Form {
    flash::refuse(&mut fields, found);
    Form {
        fields,
        buttons: vec![Button {
            text: forward.to_owned(),
            action: String::new(),
        }],
        ..Form::default()
    }
}

fn form_page(
    step: Step,
    heading: &'static str,
    lead: &'static str,
    form: Form,
    found: Option<&Flash>,
) -> Screen {
    let progress = step.spec().progress;
    let mut parts = vec![part(view! { <BackLink to=step.back()/> })];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading=heading/>
        <p class="lead">{lead}</p>
    }));
    parts.push(Part::Form(form));
    titled(progress, heading, parts)
}

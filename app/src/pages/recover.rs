//! «Забыли пароль?»

use accounts::flash::Form as FlashForm;
use accounts::{PortalError, credential, recovery};
use domain::flow::{Flow, Step, allowed, furthest};
use leptos::prelude::*;

use super::code::CodePage;
use super::{Request, code, fields, flash, form_id, titled};
use crate::components::plain::{BackLink, StepHead, part};
use crate::model::{Button, Form, Part, Rule, Screen};

/// The page of a step, or where to go instead.
pub(crate) async fn page(request: &Request<'_>, step: Step) -> Result<Screen, PortalError> {
    let portal = &request.context.site.portal;
    let view = recovery::view(portal, request.visit).await?;
    if !allowed(step, &view.facts) {
        return Ok(Screen::Redirect(
            furthest(Flow::Recovery, &view.facts).path().to_owned(),
        ));
    }
    let found = view.flash.as_ref();
    let progress = step.spec().progress;
    Ok(match (step, &view.code) {
        (Step::RecoverCode, Some(code)) => code::page(
            CodePage {
                step,
                heading: "Введите код",
                action: "/api/recover/code",
                resend: "/api/recover/resend",
                status: "",
                hidden: Vec::new(),
                extra: None,
                saved: String::new(),
                flash: flash::of(found, FlashForm::RecoverCode),
            },
            code,
        ),
        (Step::RecoverPassword, _) => {
            let rules = credential::rules(&portal.config.password);
            let mut list = fields::new_password("Пароль", "Повторите пароль", rules);
            let found = flash::of(found, FlashForm::RecoverPassword);
            flash::refuse(&mut list, found);
            let form = Form {
                action: "/api/recover/password".into(),
                fields: list.into(),
                buttons: vec![Button {
                    text: "Готово".into(),
                    action: String::new(),
                }],
                ..Form::default()
            };
            let mut parts = vec![part(view! { <BackLink to=step.back()/> })];
            parts.extend(flash::notices(found));
            parts.push(Part::Summary);
            parts.push(part(view! {
                <StepHead progress heading="Новый пароль"/>
                <p class="lead">"После этого остальные сеансы завершатся, а вы войдёте в учётную запись."</p>
            }));
            parts.push(Part::Form(form));
            titled(progress, "Новый пароль", parts)
        }
        _ => {
            let found = flash::of(found, FlashForm::Recover);
            let mut login = fields::login("login", "Логин", Rule::Login);
            if let Some(typed) = found.and_then(|flash| flash.login.clone()) {
                login = fields::filled(login, &typed, false);
            }
            let mut list = [login];
            flash::refuse(&mut list, found);
            let form = Form {
                action: "/api/recover".into(),
                hidden: vec![form_id(request)],
                fields: list.into(),
                buttons: vec![Button {
                    text: "Продолжить".into(),
                    action: String::new(),
                }],
                ..Form::default()
            };
            let mut parts = vec![part(view! { <BackLink to=Step::RecoverLogin.back()/> })];
            parts.extend(flash::notices(found));
            parts.push(Part::Summary);
            parts.push(part(view! {
                <StepHead progress=Step::RecoverLogin.spec().progress heading="Восстановление доступа"/>
                <p class="lead">"Отправим код на подтверждённый телефон или почту."</p>
            }));
            parts.push(Part::Form(form));
            titled(
                Step::RecoverLogin.spec().progress,
                "Восстановление доступа",
                parts,
            )
        }
    })
}

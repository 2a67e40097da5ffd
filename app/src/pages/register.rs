//! The registration's pages.

use accounts::PortalError;
use accounts::credential;
use accounts::enrolment::{self, DoneView, RegistrationView};
use accounts::flash::Form as FlashForm;
use domain::flow::{Flow, Step, allowed, furthest};
use leptos::prelude::*;

use super::code::CodePage;
use super::{Request, code, fields, flash, form_id, titled};
use crate::components::plain::{BackLink, LevelBanner, Notice, StepHead, html, part};
use crate::date;
use crate::messages::form::CONTACT_MISSING;
use crate::model::{Button, Form, Part, Screen};

/// The page of a step, or where to go instead.
pub(crate) async fn page(request: &Request<'_>, step: Step) -> Result<Screen, PortalError> {
    let portal = &request.context.site.portal;
    let view = enrolment::view(portal, request.visit).await?;
    if !allowed(step, &view.facts) {
        return Ok(Screen::Redirect(
            furthest(Flow::Registration, &view.facts).path().to_owned(),
        ));
    }
    Ok(match step {
        Step::RegisterCode => match &view.code {
            Some(code) => code_page(&view, code),
            None => Screen::Redirect(Step::RegisterForm.path().to_owned()),
        },
        Step::RegisterPassword => password_page(request, &view),
        Step::RegisterExists => exists_page(&view),
        Step::RegisterDone => match &view.done {
            Some(done) => done_page(done, view.flash.as_ref()),
            None => already_done(),
        },
        _ => form_page(request, &view),
    })
}

fn saved(view: &RegistrationView) -> String {
    view.expires_at.map(date::draft_until).unwrap_or_default()
}

fn save_button() -> Button {
    Button {
        text: "Сохранить и выйти".into(),
        action: "/api/register/save".into(),
    }
}

fn form_page(request: &Request<'_>, view: &RegistrationView) -> Screen {
    let (typed, refused) = (&view.form, view.form_refused);
    let mut list = vec![
        fields::filled(fields::surname(), &typed.surname, refused),
        fields::filled(fields::first_name(), &typed.first_name, refused),
        fields::filled(fields::patronymic(), &typed.patronymic, refused),
    ];
    let mut contacts = [
        (fields::phone(), &typed.phone),
        (fields::email(), &typed.email),
    ]
    .map(|(field, value)| {
        let mut field = field;
        field.optional = true;
        fields::filled(field, value, refused)
    });
    if refused && typed.phone.trim().is_empty() && typed.email.trim().is_empty() {
        CONTACT_MISSING.clone_into(&mut contacts[0].error);
    }
    list.extend(contacts);
    let ticked = if typed.consent || view.consent_given {
        "true"
    } else {
        ""
    };
    list.push(fields::filled(fields::consent(), ticked, refused));
    let found = flash::of(view.flash.as_ref(), FlashForm::Register);
    let beneath = html(view! {
        <p>
            "Нажимая кнопку, вы принимаете "
            <a href="/terms" target="_blank" rel="external noopener">"Условия использования"</a>
            " и "
            <a href="/privacy" target="_blank" rel="external noopener">"Политику конфиденциальности"</a>
            "."
        </p>
        <p><a href="/register/resume">"Продолжить регистрацию, начатую на другом устройстве"</a></p>
        <p>"Уже есть учётная запись? "<a href="/login">"Войдите в неё"</a></p>
    });
    let form = Form {
        action: "/api/register".into(),
        hidden: vec![form_id(request)],
        fields: list,
        one_of: vec!["phone".into(), "email".into()],
        autosave: "/api/register/autosave".into(),
        saved: saved(view),
        buttons: vec![
            Button {
                text: "Зарегистрироваться".into(),
                action: String::new(),
            },
            save_button(),
        ],
        beneath,
    };
    let progress = Step::RegisterForm.spec().progress;
    let mut parts = vec![part(view! { <BackLink to="/"/> })];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading="Регистрация"/>
        <p class="lead">
            "Укажите телефон, почту или оба контакта. Черновик хранится 72 часа, код действует 10 минут."
        </p>
    }));
    parts.push(Part::Form(form));
    titled(progress, "Регистрация", parts)
}

fn code_page(view: &RegistrationView, code: &accounts::challenge::CodeView) -> Screen {
    let page = CodePage {
        step: Step::RegisterCode,
        heading: "Подтвердите контакт",
        action: "/api/register/code",
        resend: "/api/register/resend",
        status: "/api/register/code/status",
        hidden: Vec::new(),
        extra: Some(save_button()),
        saved: saved(view),
        flash: flash::of(view.flash.as_ref(), FlashForm::RegisterCode),
    };
    code::page(page, code)
}

fn password_page(request: &Request<'_>, view: &RegistrationView) -> Screen {
    let rules = credential::rules(&request.context.site.portal.config.password);
    let mut list = fields::new_password("Пароль", "Повторите пароль", rules);
    let found = flash::of(view.flash.as_ref(), FlashForm::RegisterPassword);
    flash::refuse(&mut list, found);
    let form = Form {
        action: "/api/register/password".into(),
        fields: list.into(),
        saved: saved(view),
        buttons: vec![
            Button {
                text: "Готово".into(),
                action: String::new(),
            },
            save_button(),
        ],
        ..Form::default()
    };
    let progress = Step::RegisterPassword.spec().progress;
    let mut parts = vec![part(view! { <BackLink to=Step::RegisterPassword.back()/> })];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading="Придумайте пароль"/>
        <p class="lead">"Пароль понадобится при каждом входе. Простые последовательности цифр и букв легко подобрать. Храните пароль в надёжном месте и нигде не записывайте его открыто."</p>
    }));
    parts.push(Part::Form(form));
    titled(progress, "Придумайте пароль", parts)
}

fn exists_page(view: &RegistrationView) -> Screen {
    let contact = view
        .contact
        .as_ref()
        .map(|contact| contact.display.clone())
        .unwrap_or_default();
    let heading = "У вас уже есть учётная запись";
    let parts = vec![part(view! {
        <BackLink to="/register"/>
        <StepHead progress=None heading=heading/>
        <p class="lead">{format!("{contact} уже подтверждён в учётной записи. Вторая не нужна.")}</p>
        <p><a class="button button--primary" href="/login">"Войти в учётную запись"</a></p>
        <p><a href="/recover">"Восстановить доступ, если пароль забыт"</a></p>
    })];
    titled(None, heading, parts)
}

fn done_page(done: &DoneView, found: Option<&accounts::flash::Flash>) -> Screen {
    let heading = "Упрощённая учётная запись готова";
    let progress = Step::RegisterDone.spec().progress;
    let weak = flash::notices(flash::of(found, FlashForm::RegisterDone));
    let second = done.unconfirmed.as_ref().map(|contact| {
        let text = format!(
            "Подтвердите ещё {}: это можно сделать в личном кабинете.",
            contact.display
        );
        view! { <Notice tone="info" text/> }
    });
    let (name, reference) = (done.display_name.clone(), done.reference.clone());
    let (level, created) = (done.level, date::day_and_time(done.created_at));
    let mut parts = weak;
    parts.push(part(view! {
        <StepHead progress heading=heading/>
        <p class="lead">{format!("{name}, вы зарегистрированы.")}</p>
        <LevelBanner level/>
        <p>{format!("Номер учётной записи: {reference}. Создана {created}. Сохраните или распечатайте эту страницу.")}</p>
        {second}
        <h2>"Что открыто сейчас"</h2>
        <ul class="list">
            <li>"справочные и информационные услуги"</li>
            <li>"проверка и оплата штрафов ГИБДД"</li>
            <li>"услуги, для которых не нужно подтверждать личность"</li>
        </ul>
        <p>"Пока закрыты запись к врачу и в детский сад, регистрация по месту жительства и вход по СНИЛС."</p>
        <h2>"Что дальше"</h2>
        <p>"Следующая ступень — стандартная учётная запись: укажите паспорт и СНИЛС, их проверят реестры. Ввод занимает 5–10 минут."</p>
        <p><a class="button button--primary" href=Step::PersonalCitizenship.path()>"Указать личные данные сейчас"</a></p>
        <p><a href="/cabinet">"Перейти в личный кабинет"</a></p>
    }));
    titled(progress, heading, parts)
}

/// The draft has become an account, and this browser is signed out.
fn already_done() -> Screen {
    let heading = "Регистрация завершена";
    let parts = vec![part(view! {
        <StepHead progress=None heading=heading/>
        <p class="lead">"Учётная запись уже создана. Войдите в неё с телефоном или почтой и паролем."</p>
        <p><a class="button button--primary" href="/login">"Войти в учётную запись"</a></p>
    })];
    titled(None, heading, parts)
}

//! Registration, and going on with it on another device.

use accounts::PortalError;
use accounts::enrolment::{self, CodeInput, PasswordInput, RegistrationInput, ResendInput};
use accounts::resume::{self, ResumeInput};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use super::{answer, refuse, set_cookies, visit};
use crate::date;
use crate::model::{Clock, Next, Saved};

/// `/register`
#[server(prefix = "/api", endpoint = "register")]
pub async fn register(
    form_id: String,
    surname: String,
    first_name: String,
    #[server(default)] patronymic: String,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    #[server(default)] consent: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let consent = !consent.is_empty();
    let input = RegistrationInput {
        form_id,
        surname,
        first_name,
        patronymic,
        phone,
        email,
        consent,
    };
    let done = enrolment::submit_form(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// Keeps what is typed so far.
#[server(prefix = "/api", endpoint = "register/autosave")]
pub async fn register_autosave(
    form_id: String,
    #[server(default)] surname: String,
    #[server(default)] first_name: String,
    #[server(default)] patronymic: String,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    #[server(default)] consent: String,
) -> Result<Saved, ServerFnError> {
    let (context, visit) = visit();
    let consent = !consent.is_empty();
    let input = RegistrationInput {
        form_id,
        surname,
        first_name,
        patronymic,
        phone,
        email,
        consent,
    };
    Ok(
        match enrolment::autosave(&context.site.portal, &visit, input).await {
            Ok((saved, done)) => {
                set_cookies(&context, &done);
                Saved {
                    text: saved.until.map(date::draft_until).unwrap_or_default(),
                }
            }
            Err(error) => {
                refuse(error);
                Saved::default()
            }
        },
    )
}

/// «Сохранить и выйти»
#[server(prefix = "/api", endpoint = "register/save")]
pub async fn register_save(
    #[server(default)] form_id: String,
    #[server(default)] surname: String,
    #[server(default)] first_name: String,
    #[server(default)] patronymic: String,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    #[server(default)] consent: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let consent = !consent.is_empty();
    let input = (!form_id.is_empty()).then_some(RegistrationInput {
        form_id,
        surname,
        first_name,
        patronymic,
        phone,
        email,
        consent,
    });
    let done = enrolment::save_and_exit(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// `/register/code`
#[server(prefix = "/api", endpoint = "register/code")]
pub async fn register_code(code: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = enrolment::submit_code(&context.site.portal, &visit, CodeInput { code }).await;
    Ok(answer(&context, done))
}

/// The code page's clock.
#[server(prefix = "/api", endpoint = "register/code/status", input = GetUrl)]
pub async fn register_code_status() -> Result<Clock, ServerFnError> {
    let (context, visit) = visit();
    Ok(
        match enrolment::code_status(&context.site.portal, &visit).await {
            Ok(code) => Clock {
                resend_in_s: code
                    .and_then(|code| u32::try_from(code.resend_in_s).ok())
                    .unwrap_or_default(),
                status: String::new(),
            },
            Err(error) => {
                refuse(error);
                Clock::default()
            }
        },
    )
}

/// «Отправить снова»
#[server(prefix = "/api", endpoint = "register/resend")]
pub async fn register_resend(#[server(default)] channel: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = enrolment::resend(&context.site.portal, &visit, ResendInput { channel }).await;
    Ok(answer(&context, done))
}

/// `/register/password`
#[server(prefix = "/api", endpoint = "register/password")]
pub async fn register_password(
    password: String,
    password_repeat: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = PasswordInput {
        password,
        password_repeat,
    };
    let done = enrolment::submit_password(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// `/register/resume`
#[server(prefix = "/api", endpoint = "resume")]
pub async fn resume(form_id: String, contact: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done: Result<_, PortalError> = resume::submit_contact(
        &context.site.portal,
        &visit,
        ResumeInput { form_id, contact },
    )
    .await;
    Ok(answer(&context, done))
}

/// `/register/resume/code`
#[server(prefix = "/api", endpoint = "resume/code")]
pub async fn resume_code(code: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = resume::submit_code(&context.site.portal, &visit, CodeInput { code }).await;
    Ok(answer(&context, done))
}

/// «Отправить снова»
#[server(prefix = "/api", endpoint = "resume/resend")]
pub async fn resume_resend(#[server(default)] channel: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = resume::resend(&context.site.portal, &visit, ResendInput { channel }).await;
    Ok(answer(&context, done))
}

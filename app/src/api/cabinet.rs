//! Contacts, password and sessions of the signed-in citizen.

use accounts::PortalError;
use accounts::contact::{self, ContactChangeInput};
use accounts::credential::{self, PasswordChangeInput};
use accounts::enrolment::{CodeInput, ResendInput};
use accounts::session;
use domain::field::contact::ContactKind;
use leptos::prelude::*;

use super::{answer, refuse, visit};
use crate::messages;
use crate::model::{Advice, Next};

fn kind_of(code: &str) -> Result<ContactKind, PortalError> {
    ContactKind::from_code(code).ok_or(PortalError::Forbidden)
}

/// `/cabinet/contacts/phone` and `/cabinet/contacts/email`
#[server(prefix = "/api", endpoint = "contact")]
pub async fn contact(
    kind: String,
    #[server(default)] phone: String,
    #[server(default)] email: String,
    password: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = match kind_of(&kind) {
        Ok(kind) => {
            let value = match kind {
                ContactKind::Phone => phone,
                ContactKind::Email => email,
            };
            let input = ContactChangeInput {
                kind,
                value,
                password,
            };
            contact::begin_change(&context.site.portal, &visit, input).await
        }
        Err(error) => Err(error),
    };
    Ok(answer(&context, done))
}

/// «Подтвердить почту», «Подтвердить телефон»
#[server(prefix = "/api", endpoint = "contact/confirm")]
pub async fn contact_confirm(kind: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = match kind_of(&kind) {
        Ok(kind) => contact::begin_confirmation(&context.site.portal, &visit, kind).await,
        Err(error) => Err(error),
    };
    Ok(answer(&context, done))
}

/// `/cabinet/contacts/…/code`
#[server(prefix = "/api", endpoint = "contact/code")]
pub async fn contact_code(kind: String, code: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = match kind_of(&kind) {
        Ok(kind) => {
            contact::submit_code(&context.site.portal, &visit, kind, CodeInput { code }).await
        }
        Err(error) => Err(error),
    };
    Ok(answer(&context, done))
}

/// «Отправить снова»
#[server(prefix = "/api", endpoint = "contact/resend")]
pub async fn contact_resend(
    kind: String,
    #[server(default)] channel: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = match kind_of(&kind) {
        Ok(kind) => {
            contact::resend(&context.site.portal, &visit, kind, ResendInput { channel }).await
        }
        Err(error) => Err(error),
    };
    Ok(answer(&context, done))
}

/// «Изменить пароль»
#[server(prefix = "/api", endpoint = "password")]
pub async fn password(
    current: String,
    password: String,
    password_repeat: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = PasswordChangeInput {
        current,
        password,
        password_repeat,
    };
    let done = credential::change_password(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// A warning about a weak new password while it is typed (S2): the list of common ones stays here.
#[server(prefix = "/api", endpoint = "password/advice")]
pub async fn password_advice(password: String) -> Result<Advice, ServerFnError> {
    let (context, visit) = visit();
    Ok(
        match credential::advice(&context.site.portal, &visit, password).await {
            Ok(weak) => Advice {
                text: weak
                    .map(|outcome| messages::outcome(outcome, None))
                    .unwrap_or_default(),
            },
            Err(error) => {
                refuse(error);
                Advice::default()
            }
        },
    )
}

/// «Завершить»
#[server(prefix = "/api", endpoint = "session/end")]
pub async fn session_end(id: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = session::revoke(&context.site.portal, &visit, id).await;
    Ok(answer(&context, done))
}

/// «Завершить остальные сеансы»
#[server(prefix = "/api", endpoint = "session/end-others")]
pub async fn session_end_others() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = session::revoke_others(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

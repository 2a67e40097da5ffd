//! Sign-in, sign-out, recovery, the letter's link.

use accounts::enrolment::{CodeInput, PasswordInput, ResendInput};
use accounts::proof::{self, LinkInput};
use accounts::recovery::{self, RecoveryInput};
use accounts::sign_in::{self, LoginKind, SignInInput};
use leptos::prelude::*;

use super::{answer, visit};
use crate::model::Next;

/// `/login`
#[server(prefix = "/api", endpoint = "login")]
pub async fn login(
    login: String,
    password: String,
    #[server(default)] foreign_computer: String,
    #[server(default)] return_to: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let foreign_computer = !foreign_computer.is_empty();
    let input = SignInInput {
        kind: LoginKind::Contact,
        login,
        password,
        foreign_computer,
        return_to,
    };
    let done = sign_in::submit(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// `/login/snils`
#[server(prefix = "/api", endpoint = "login/snils")]
pub async fn login_snils(
    snils: String,
    password: String,
    #[server(default)] foreign_computer: String,
    #[server(default)] return_to: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let foreign_computer = !foreign_computer.is_empty();
    let input = SignInInput {
        kind: LoginKind::Snils,
        login: snils,
        password,
        foreign_computer,
        return_to,
    };
    let done = sign_in::submit(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// «Выйти»
#[server(prefix = "/api", endpoint = "logout")]
pub async fn logout() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = sign_in::sign_out(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

/// `/recover`
#[server(prefix = "/api", endpoint = "recover")]
pub async fn recover(form_id: String, login: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = recovery::submit_login(
        &context.site.portal,
        &visit,
        RecoveryInput { form_id, login },
    )
    .await;
    Ok(answer(&context, done))
}

/// `/recover/code`
#[server(prefix = "/api", endpoint = "recover/code")]
pub async fn recover_code(code: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = recovery::submit_code(&context.site.portal, &visit, CodeInput { code }).await;
    Ok(answer(&context, done))
}

/// «Отправить снова»
#[server(prefix = "/api", endpoint = "recover/resend")]
pub async fn recover_resend(#[server(default)] channel: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = recovery::resend(&context.site.portal, &visit, ResendInput { channel }).await;
    Ok(answer(&context, done))
}

/// `/recover/password`
#[server(prefix = "/api", endpoint = "recover/password")]
pub async fn recover_password(
    password: String,
    password_repeat: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = PasswordInput {
        password,
        password_repeat,
    };
    let done = recovery::submit_password(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// The button of the letter's link.
#[server(prefix = "/api", endpoint = "confirm")]
pub async fn confirm(
    token: String,
    #[server(default)] form_id: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done =
        proof::confirm_link(&context.site.portal, &visit, LinkInput { token, form_id }).await;
    Ok(answer(&context, done))
}

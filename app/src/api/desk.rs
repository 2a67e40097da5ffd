//! The desk: sign-in, cases.

use accounts::desk::{
    self, AnswerInput, DecisionInput, DeskPasswordInput, DeskSignInInput, RevealInput,
};
use accounts::{Done, PortalError};
use leptos::prelude::*;

use super::{answer_or_login, visit};
use crate::context::PageContext;
use crate::model::Next;

/// An answer whose stranger signs in at the desk's own door.
fn answer(context: &PageContext, result: Result<Done, PortalError>) -> Next {
    answer_or_login(context, result, &desk::login_path(""))
}

/// The same, and comes back to a case.
fn answer_on(context: &PageContext, review: &str, result: Result<Done, PortalError>) -> Next {
    let here = format!("/desk/reviews/{review}");
    answer_or_login(context, result, &desk::login_path(&here))
}

/// `/desk/login`
#[server(prefix = "/api", endpoint = "desk/login")]
pub async fn desk_login(
    login: String,
    password: String,
    code: String,
    #[server(default)] return_to: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = DeskSignInInput {
        login,
        password,
        code,
        return_to,
    };
    let done = desk::sign_in(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// «Выйти»
#[server(prefix = "/api", endpoint = "desk/logout")]
pub async fn desk_logout() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = desk::sign_out(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

/// `/desk/password`
#[server(prefix = "/api", endpoint = "desk/password")]
pub async fn desk_password(
    password: String,
    password_repeat: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = DeskPasswordInput {
        password,
        password_repeat,
    };
    let done = desk::change_password(&context.site.portal, &visit, input).await;
    Ok(answer(&context, done))
}

/// «Взять в работу»
#[server(prefix = "/api", endpoint = "desk/take")]
pub async fn desk_take(review: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = desk::take(&context.site.portal, &visit, review.clone()).await;
    Ok(answer_on(&context, &review, done))
}

/// «Показать»
#[server(prefix = "/api", endpoint = "desk/reveal")]
pub async fn desk_reveal(
    review: String,
    field: String,
    #[server(default)] reason: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = RevealInput {
        review: review.clone(),
        field,
        reason,
    };
    let done = desk::reveal(&context.site.portal, &visit, input).await;
    Ok(answer_on(&context, &review, done))
}

/// «Принять решение»
#[server(prefix = "/api", endpoint = "desk/decide")]
pub async fn desk_decide(
    review: String,
    #[server(default)] decision: String,
    #[server(default)] fields: Vec<String>,
    reason: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = DecisionInput {
        review: review.clone(),
        decision,
        fields,
        reason,
    };
    let done = desk::decide(&context.site.portal, &visit, input).await;
    Ok(answer_on(&context, &review, done))
}

/// «Согласиться»
#[server(prefix = "/api", endpoint = "desk/agree")]
pub async fn desk_agree(review: String, reason: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = AnswerInput {
        review: review.clone(),
        reason,
    };
    let done = desk::agree(&context.site.portal, &visit, input).await;
    Ok(answer_on(&context, &review, done))
}

/// «Отклонить»
#[server(prefix = "/api", endpoint = "desk/reject")]
pub async fn desk_reject(review: String, reason: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = AnswerInput {
        review: review.clone(),
        reason,
    };
    let done = desk::reject(&context.site.portal, &visit, input).await;
    Ok(answer_on(&context, &review, done))
}

/// «Проверить цепочку»
#[server(prefix = "/api", endpoint = "desk/journal/check")]
pub async fn desk_journal_check() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = desk::check_chain(&context.site.portal, &visit).await;
    Ok(answer_or_login(
        &context,
        done,
        &desk::login_path("/desk/journal"),
    ))
}

/// «Отключить»
#[server(prefix = "/api", endpoint = "desk/operators/disable")]
pub async fn desk_disable_operator(login: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = desk::disable_operator(&context.site.portal, &visit, login).await;
    Ok(answer_or_login(
        &context,
        done,
        &desk::login_path("/desk/operators"),
    ))
}

/// «Сохранить центр»
#[server(prefix = "/api", endpoint = "desk/operators/place")]
pub async fn desk_place_operator(
    login: String,
    #[server(default)] centre: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = desk::place_operator(&context.site.portal, &visit, login, centre).await;
    Ok(answer_or_login(
        &context,
        done,
        &desk::login_path("/desk/operators"),
    ))
}

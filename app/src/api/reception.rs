//! The desk: citizens are looked up, compared, registered.

use std::collections::BTreeMap;

use accounts::reception::{self, DocumentsInput, RefusalInput};
use accounts::{Done, PortalError, desk};
use leptos::prelude::*;

use super::{answer_or_login, visit};
use crate::context::PageContext;
use crate::model::Next;

/// An answer whose stranger signs in at the desk's own door and comes back to this page.
fn answer(context: &PageContext, page: &str, result: Result<Done, PortalError>) -> Next {
    answer_or_login(context, result, &desk::login_path(page))
}

/// «Сохранить рабочее место»
#[server(prefix = "/api", endpoint = "desk/workplace")]
pub async fn desk_workplace(centre: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = reception::choose_workplace(&context.site.portal, &visit, centre).await;
    Ok(answer(&context, reception::WORKPLACE, done))
}

/// «Найти по коду»
#[server(prefix = "/api", endpoint = "desk/code")]
pub async fn desk_code(code: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = reception::open_by_code(&context.site.portal, &visit, code).await;
    Ok(answer(&context, reception::VISITS, done))
}

/// «Найти по документам»
#[server(prefix = "/api", endpoint = "desk/documents")]
pub async fn desk_documents(
    snils: String,
    document_kind: String,
    document_number: String,
    birth_date: String,
    #[server(default)] kind: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let input = DocumentsInput {
        snils,
        document_kind,
        document_number,
        birth_date,
        kind,
    };
    let done = reception::open_by_documents(&context.site.portal, &visit, input).await;
    Ok(answer(&context, reception::VISITS, done))
}

/// `/desk/registration`; its fields by name.
#[server(prefix = "/api", endpoint = "desk/registration")]
pub async fn desk_registration(
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = reception::begin_registration(&context.site.portal, &visit, typed).await;
    Ok(answer(&context, reception::REGISTRATION, done))
}

/// «Сохранить»
#[server(prefix = "/api", endpoint = "desk/sheet")]
pub async fn desk_sheet(
    reception: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let page = reception::path(&reception);
    let done = reception::save(&context.site.portal, &visit, reception, typed).await;
    Ok(answer(&context, &page, done))
}

/// «Подтвердить личность», «Зарегистрировать», «Восстановить доступ»
#[server(prefix = "/api", endpoint = "desk/sheet/confirm")]
pub async fn desk_confirm(
    reception: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let page = reception::path(&reception);
    let done = reception::confirm(&context.site.portal, &visit, reception, typed).await;
    Ok(answer(&context, &page, done))
}

/// «Отправить код»
#[server(prefix = "/api", endpoint = "desk/sheet/send-code")]
pub async fn desk_send_code(
    reception: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let page = reception::path(&reception);
    let done = reception::send_code(&context.site.portal, &visit, reception, typed).await;
    Ok(answer(&context, &page, done))
}

/// «Проверить код»
#[server(prefix = "/api", endpoint = "desk/sheet/code")]
pub async fn desk_contact_code(
    reception: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let page = reception::path(&reception);
    let done = reception::prove_contact(&context.site.portal, &visit, reception, typed).await;
    Ok(answer(&context, &page, done))
}

/// «Отказать»
#[server(prefix = "/api", endpoint = "desk/refuse")]
pub async fn desk_refuse(
    reception: String,
    #[server(default)] cause: String,
    reason: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let page = reception::path(&reception);
    let input = RefusalInput {
        reception,
        cause,
        reason,
    };
    let done = reception::refuse(&context.site.portal, &visit, input).await;
    Ok(answer(&context, &page, done))
}

/// «Согласиться» with restored access.
#[server(prefix = "/api", endpoint = "desk/restoration/agree")]
pub async fn desk_restoration_agree(reception: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = reception::agree(&context.site.portal, &visit, reception).await;
    Ok(answer(&context, reception::VISITS, done))
}

/// «Отклонить»
#[server(prefix = "/api", endpoint = "desk/restoration/reject")]
pub async fn desk_restoration_reject(reception: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = reception::reject(&context.site.portal, &visit, reception).await;
    Ok(answer(&context, reception::VISITS, done))
}

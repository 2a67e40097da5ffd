//! Visits to centres.

use accounts::appointment;
use leptos::prelude::*;

use super::{answer, visit};
use crate::model::Next;

/// «Выбрать время»
#[server(prefix = "/api", endpoint = "appointment/hold")]
pub async fn appointment_hold(
    centre: String,
    #[server(default)] starts_at: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = appointment::hold(&context.site.portal, &visit, centre, starts_at).await;
    Ok(answer(&context, done))
}

/// «Подтвердить запись»
#[server(prefix = "/api", endpoint = "appointment/book")]
pub async fn appointment_book() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = appointment::book(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

/// «Отменить запись»
#[server(prefix = "/api", endpoint = "appointment/cancel")]
pub async fn appointment_cancel() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = appointment::cancel(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

//! Proof of identity: ways, codes, access from a centre.

use accounts::{proofing, reception};
use leptos::prelude::*;

use super::{answer, visit};
use crate::model::Next;

/// «Выбрать способ»
#[server(prefix = "/api", endpoint = "identity/begin")]
pub async fn identity_begin(method: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = proofing::begin(&context.site.portal, &visit, method).await;
    Ok(answer(&context, done))
}

/// «Отменить способ»
#[server(prefix = "/api", endpoint = "identity/withdraw")]
pub async fn identity_withdraw(route: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = proofing::withdraw(&context.site.portal, &visit, route).await;
    Ok(answer(&context, done))
}

/// «Код подтверждения личности», in the cabinet or on the page of the ways.
#[server(prefix = "/api", endpoint = "identity/code")]
pub async fn identity_code(
    identity_code: String,
    #[server(default)] page: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let in_cabinet = page == "cabinet";
    let done = proofing::submit_code(&context.site.portal, &visit, identity_code, in_cabinet).await;
    Ok(answer(&context, done))
}

/// «Отменить восстановление»
#[server(prefix = "/api", endpoint = "restoration/stop")]
pub async fn restoration_stop() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = reception::stop(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

//! Further documents of the profile.

use accounts::further_document;
use leptos::prelude::*;

use super::{answer, visit};
use crate::model::Next;

/// «Сохранить»
#[server(prefix = "/api", endpoint = "documents/save")]
pub async fn documents_save(kind: String, number: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = further_document::save(&context.site.portal, &visit, kind, number).await;
    Ok(answer(&context, done))
}

/// «Удалить»
#[server(prefix = "/api", endpoint = "documents/remove")]
pub async fn documents_remove(kind: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = further_document::remove(&context.site.portal, &visit, kind).await;
    Ok(answer(&context, done))
}

//! The protocol: a request gets a ticket, a ticket gets an answer.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::call::Callback;
use super::refusal::Refusal;
use super::tickets::Request;
use super::word::Word;
use super::{Desk, Registry, limits};

/// What an asker posts. Nothing is compared with the attributes: a rule decides.
#[derive(Deserialize)]
pub(super) struct Question {
    number: String,
    attributes: BTreeMap<String, String>,
    callback: Option<Callback>,
}

impl Question {
    fn check(&self) -> Result<(), String> {
        limits::number("number", &self.number)?;
        limits::names("attributes", self.attributes.keys())?;
        self.callback.as_ref().map_or(Ok(()), Callback::check)
    }
}

pub(super) async fn ask(
    State(desk): State<Desk>,
    Path(registry): Path<String>,
    headers: HeaderMap,
    question: Result<Json<Question>, JsonRejection>,
) -> Result<Response, Refusal> {
    let registry = Registry::from_name(&registry).ok_or(Refusal::Unknown)?;
    let Json(question) = match question {
        Ok(question) => question,
        Err(rejection) => return Ok(rejection.into_response()),
    };
    question.check()?;
    let request = Request {
        registry,
        key: key(&headers)?,
        number: question.number,
        callback: question.callback,
    };
    let ticket = desk.ask(&request).await?;
    Ok((StatusCode::ACCEPTED, Json(json!({ "ticket": ticket }))).into_response())
}

fn key(headers: &HeaderMap) -> Result<String, String> {
    let key = headers.get("idempotency-key");
    let key = key.and_then(|key| key.to_str().ok()).unwrap_or_default();
    limits::visible("Idempotency-Key", key)?;
    Ok(key.to_owned())
}

pub(super) async fn poll(
    State(desk): State<Desk>,
    Path((registry, ticket)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let registry = Registry::from_name(&registry).ok_or(Refusal::Unknown)?;
    let state = match desk.poll(registry, &ticket).await? {
        Some(answer) => json!({ "state": "answered", "answer": answer }),
        None => json!({ "state": "waiting" }),
    };
    Ok(Json(state))
}

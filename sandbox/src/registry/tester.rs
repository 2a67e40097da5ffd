//! What a tester sets and sees: rules and the log, as JSON and as a page.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, Redirect};
use serde::Deserialize;

use super::answer::Outcome;
use super::log::Entry;
use super::refusal::Refusal;
use super::rule::{Fault, Rule};
use super::{Desk, Registry, page, word};

const PAGE: &str = "/registries";

/// Which part of the log is wanted.
#[derive(Deserialize)]
pub(super) struct Filter {
    key: Option<String>,
}

impl Filter {
    /// An empty field of a form means nothing.
    fn number(&self) -> Option<&str> {
        let number = self.key.as_deref().map(str::trim);
        number.filter(|number| !number.is_empty())
    }
}

pub(super) async fn log(
    State(desk): State<Desk>,
    Query(filter): Query<Filter>,
) -> Result<Json<Vec<Entry>>, Refusal> {
    Ok(Json(desk.tickets.log(filter.number()).await?))
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, Refusal> {
    let number = filter.number();
    let log = desk.tickets.log(number).await?;
    let rules = desk.rules.all().await;
    Ok(Html(page::render(&rules, &log, number.unwrap_or_default())))
}

pub(super) async fn rules(State(desk): State<Desk>) -> Json<Vec<Rule>> {
    Json(desk.rules.all().await)
}

/// JSON under any content type: what the standard tools send by themselves is not wrong input.
pub(super) async fn set(State(desk): State<Desk>, body: Bytes) -> Result<StatusCode, Refusal> {
    let rule = serde_json::from_slice(&body).map_err(|error| error.to_string())?;
    desk.set(rule).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The page's form: fields in one line, an absent box is an empty one.
#[derive(Deserialize)]
pub(super) struct Filled {
    #[serde(deserialize_with = "word::deserialize")]
    registry: Registry,
    key: String,
    #[serde(deserialize_with = "word::deserialize")]
    outcome: Outcome,
    fields: String,
    delay_ms: i64,
    #[serde(default)]
    duplicate: bool,
    #[serde(deserialize_with = "word::deserialize", default)]
    fault: Fault,
}

impl From<Filled> for Rule {
    fn from(filled: Filled) -> Self {
        let names = filled
            .fields
            .split([',', ' '])
            .filter(|name| !name.is_empty());
        Self {
            registry: filled.registry,
            key: filled.key.trim().to_owned(),
            outcome: filled.outcome,
            fields: names.map(str::to_owned).collect(),
            delay_ms: filled.delay_ms,
            duplicate: filled.duplicate,
            fault: filled.fault,
        }
    }
}

pub(super) async fn set_by_form(
    State(desk): State<Desk>,
    filled: Result<Form<Filled>, FormRejection>,
) -> Result<Redirect, Refusal> {
    let Form(filled) = filled.map_err(|error| error.body_text())?;
    desk.set(filled.into()).await?;
    Ok(Redirect::to(PAGE))
}

pub(super) async fn clear(State(desk): State<Desk>) -> Result<StatusCode, Refusal> {
    desk.clear().await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn clear_by_form(State(desk): State<Desk>) -> Result<Redirect, Refusal> {
    desk.clear().await?;
    Ok(Redirect::to(PAGE))
}

impl Desk {
    async fn set(&self, rule: Rule) -> Result<(), Refusal> {
        rule.check()?;
        self.rules.set(rule).await?;
        self.news.notify_one();
        Ok(())
    }

    async fn clear(&self) -> Result<(), Refusal> {
        self.rules.clear().await?;
        self.news.notify_one();
        Ok(())
    }
}

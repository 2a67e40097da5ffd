//! What happened to requests, for testers.

use serde::Serialize;
use sqlx::sqlite::{SqliteConnection, SqlitePool, SqliteRow};
use sqlx::{FromRow, Row};

use super::answer::{self, Answer};
use super::word::Word;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS registry_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  ticket TEXT NOT NULL,
  event TEXT NOT NULL,
  outcome TEXT,
  fields TEXT
) STRICT";
const INDEX: &str = "CREATE INDEX IF NOT EXISTS registry_log_ticket ON registry_log (ticket)";
const NOTE: &str =
    "INSERT INTO registry_log (ticket, event, outcome, fields) VALUES ($1, $2, $3, $4)";
const ALL: &str = "SELECT l.id, l.at, t.registry, t.number, l.event, l.ticket, l.outcome, l.fields,
    t.idempotency_key
  FROM registry_log AS l JOIN registry_ticket AS t ON t.ticket = l.ticket
  ORDER BY l.id DESC LIMIT $1";
const OF_NUMBER: &str = "SELECT l.id, l.at, t.registry, t.number, l.event, l.ticket, l.outcome,
    l.fields, t.idempotency_key
  FROM registry_ticket AS t JOIN registry_log AS l ON l.ticket = t.ticket
  WHERE t.number = $2 ORDER BY l.id DESC LIMIT $1";
/// The newest entries that are shown.
const SHOWN: i64 = 1_000;

/// What can happen.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event {
    /// A new request.
    Request,
    /// A request that came before, with the same key.
    Repeat,
    /// The answer was fixed.
    Answer,
    /// The answer was fetched.
    Poll,
    /// The asker was called and took the call.
    Callback,
}

impl Word for Event {
    const ALL: &'static [Self] = &[
        Self::Request,
        Self::Repeat,
        Self::Answer,
        Self::Poll,
        Self::Callback,
    ];

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Request => ("request", "запрос"),
            Self::Repeat => ("repeat", "повтор запроса"),
            Self::Answer => ("answer", "ответ готов"),
            Self::Poll => ("poll", "ответ получен"),
            Self::Callback => ("callback", "портал позван"),
        }
    }
}

/// What happened, as `GET /registries/log` shows it.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    /// RFC 3339, UTC.
    pub(crate) at: String,
    pub(crate) registry: String,
    /// The canonical number.
    pub(crate) key: String,
    pub(crate) event: String,
    pub(crate) ticket: String,
    pub(crate) outcome: Option<String>,
    pub(crate) fields: Option<Vec<String>>,
    pub(crate) idempotency_key: String,
}

pub(crate) async fn open(file: &SqlitePool) -> Result<(), sqlx::Error> {
    sqlx::query(TABLE).execute(file).await?;
    sqlx::query(INDEX).execute(file).await.map(drop)
}

/// Notes what happened to a ticket, and what was told where something was.
pub(crate) async fn note(
    file: &mut SqliteConnection,
    ticket: &str,
    event: Event,
    told: Option<&Answer>,
) -> Result<(), sqlx::Error> {
    sqlx::query(NOTE)
        .bind(ticket)
        .bind(event.name())
        .bind(told.map(|answer| answer.outcome.name()))
        .bind(told.map(Answer::fields_text).transpose()?)
        .execute(file)
        .await
        .map(drop)
}

/// The newest entries, of one number or of all; the oldest of them first.
pub(crate) async fn list(
    file: &SqlitePool,
    number: Option<&str>,
) -> Result<Vec<Entry>, sqlx::Error> {
    let query = match number {
        Some(number) => sqlx::query_as(OF_NUMBER).bind(SHOWN).bind(number),
        None => sqlx::query_as(ALL).bind(SHOWN),
    };
    let mut entries: Vec<Entry> = query.fetch_all(file).await?;
    entries.reverse();
    Ok(entries)
}

impl FromRow<'_, SqliteRow> for Entry {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        let fields: Option<&str> = row.try_get("fields")?;
        Ok(Self {
            at: row.try_get("at")?,
            registry: row.try_get("registry")?,
            key: row.try_get("number")?,
            event: row.try_get("event")?,
            ticket: row.try_get("ticket")?,
            outcome: row.try_get("outcome")?,
            fields: fields.map(answer::fields).transpose()?,
            idempotency_key: row.try_get("idempotency_key")?,
        })
    }
}

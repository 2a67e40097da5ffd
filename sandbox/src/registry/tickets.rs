//! Requests and what becomes of them. Each step is in the file before it is told.

use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{FromRow, Row};

use super::Registry;
use super::answer::Answer;
use super::call::{Call, Callback};
use super::log::{self, Entry, Event};
use super::word::Word;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS registry_ticket (
  ticket TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(16)))),
  registry TEXT NOT NULL,
  number TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  callback_url TEXT,
  callback_token TEXT,
  asked_ms INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
  outcome TEXT,
  fields TEXT,
  told INTEGER NOT NULL DEFAULT 0,
  UNIQUE (registry, idempotency_key)
) STRICT";
const BY_NUMBER: &str =
    "CREATE INDEX IF NOT EXISTS registry_ticket_number ON registry_ticket (number)";
const BY_WAITING: &str = "CREATE INDEX IF NOT EXISTS registry_ticket_waiting
  ON registry_ticket (asked_ms) WHERE outcome IS NULL";
const KEEP: &str = "INSERT INTO registry_ticket
    (registry, number, idempotency_key, callback_url, callback_token)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (registry, idempotency_key) DO NOTHING RETURNING ticket";
const REPEATED: &str =
    "SELECT ticket FROM registry_ticket WHERE registry = $1 AND idempotency_key = $2";
const NUMBER: &str = "SELECT number FROM registry_ticket WHERE ticket = $1 AND registry = $2";
const WAITING: &str = "SELECT ticket, registry, number,
    CAST(unixepoch('subsec') * 1000 AS INTEGER) - asked_ms AS age_ms
  FROM registry_ticket WHERE outcome IS NULL ORDER BY asked_ms";
const ANSWER: &str = "UPDATE registry_ticket SET outcome = $2, fields = $3
  WHERE ticket = $1 AND outcome IS NULL
  RETURNING ticket, registry, idempotency_key, callback_url, callback_token";
const TELL: &str = "UPDATE registry_ticket SET told = told + 1
  WHERE ticket = $1 AND outcome IS NOT NULL RETURNING outcome, fields, told";

/// A request that was understood.
pub(crate) struct Request {
    pub(crate) registry: Registry,
    /// The asker's key; a repeat with the same key is the same request.
    pub(crate) key: String,
    pub(crate) number: String,
    pub(crate) callback: Option<Callback>,
}

/// A request in the file.
pub(crate) struct Kept {
    pub(crate) ticket: String,
    /// It was there before.
    pub(crate) repeated: bool,
}

/// A ticket without an answer.
pub(crate) struct Waiting {
    pub(crate) ticket: String,
    pub(crate) registry: Registry,
    pub(crate) number: String,
    /// Since the request.
    pub(crate) age_ms: i64,
}

/// Every request there was.
#[derive(Clone)]
pub(crate) struct Tickets(SqlitePool);

impl Tickets {
    pub(crate) async fn open(file: SqlitePool) -> Result<Self, sqlx::Error> {
        for statement in [TABLE, BY_NUMBER, BY_WAITING] {
            sqlx::query(statement).execute(&file).await?;
        }
        log::open(&file).await?;
        Ok(Self(file))
    }

    /// Keeps a request, or finds it.
    pub(crate) async fn keep(&self, request: &Request) -> Result<Kept, sqlx::Error> {
        let mut file = self.0.begin().await?;
        let callback = request.callback.as_ref();
        let kept: Option<String> = sqlx::query_scalar(KEEP)
            .bind(request.registry.name())
            .bind(&request.number)
            .bind(&request.key)
            .bind(callback.map(|callback| callback.url.as_str()))
            .bind(callback.map(|callback| callback.token.as_str()))
            .fetch_optional(&mut *file)
            .await?;
        let (ticket, repeated) = match kept {
            Some(ticket) => (ticket, false),
            None => {
                let known = sqlx::query_scalar(REPEATED)
                    .bind(request.registry.name())
                    .bind(&request.key);
                (known.fetch_one(&mut *file).await?, true)
            }
        };
        let event = if repeated {
            Event::Repeat
        } else {
            Event::Request
        };
        log::note(&mut file, &ticket, event, None).await?;
        file.commit().await?;
        Ok(Kept { ticket, repeated })
    }

    /// The number a ticket is about; `None`: the registry has no such ticket.
    pub(crate) async fn number(
        &self,
        registry: Registry,
        ticket: &str,
    ) -> Result<Option<String>, sqlx::Error> {
        let query = sqlx::query_scalar(NUMBER)
            .bind(ticket)
            .bind(registry.name());
        query.fetch_optional(&self.0).await
    }

    /// Every ticket without an answer, oldest first.
    pub(crate) async fn waiting(&self) -> Result<Vec<Waiting>, sqlx::Error> {
        sqlx::query_as(WAITING).fetch_all(&self.0).await
    }

    /// Fixes the answer of a ticket that has none. `None`: it has one, or nobody wants to be called.
    pub(crate) async fn answer(
        &self,
        ticket: &str,
        answer: &Answer,
    ) -> Result<Option<Call>, sqlx::Error> {
        let mut file = self.0.begin().await?;
        let fixed = sqlx::query(ANSWER)
            .bind(ticket)
            .bind(answer.outcome.name())
            .bind(answer.fields_text()?)
            .fetch_optional(&mut *file)
            .await?;
        let Some(row) = fixed else {
            return Ok(None);
        };
        log::note(&mut file, ticket, Event::Answer, Some(answer)).await?;
        file.commit().await?;
        Call::of(&row)
    }

    /// Tells the answer of a ticket; `None`: there is none yet.
    pub(crate) async fn tell(
        &self,
        ticket: &str,
        contradictory: bool,
    ) -> Result<Option<Answer>, sqlx::Error> {
        let mut file = self.0.begin().await?;
        let told = sqlx::query(TELL).bind(ticket);
        let Some(row) = told.fetch_optional(&mut *file).await? else {
            return Ok(None);
        };
        let mut answer = Answer::from_row(&row)?;
        let is_first = row.try_get::<i64, _>("told")? == 1;
        if contradictory && !is_first {
            answer = answer.contradicted();
        }
        log::note(&mut file, ticket, Event::Poll, Some(&answer)).await?;
        file.commit().await?;
        Ok(Some(answer))
    }

    /// Notes that the asker was called.
    pub(crate) async fn called(&self, ticket: &str) -> Result<(), sqlx::Error> {
        let mut file = self.0.acquire().await?;
        log::note(&mut file, ticket, Event::Callback, None).await
    }

    /// What happened, to one number or to all, oldest first.
    pub(crate) async fn log(&self, number: Option<&str>) -> Result<Vec<Entry>, sqlx::Error> {
        log::list(&self.0, number).await
    }
}

impl FromRow<'_, SqliteRow> for Waiting {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        let registry = Registry::from_name(row.try_get("registry")?)
            .ok_or_else(|| sqlx::Error::Decode("a registry".into()))?;
        Ok(Self {
            ticket: row.try_get("ticket")?,
            registry,
            number: row.try_get("number")?,
            age_ms: row.try_get("age_ms")?,
        })
    }
}

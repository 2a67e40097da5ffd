//! What was received: a message is acknowledged when it is on the disk.

use sqlx::sqlite::SqlitePool;
use sqlx::{FromRow, Row};

use crate::extract;
use crate::message::{Arrival, Message};

const TABLE: &str = "CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT UNIQUE,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  lookup TEXT NOT NULL,
  subject TEXT,
  text TEXT NOT NULL,
  code TEXT,
  link TEXT,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT";
const INDEX: &str = "CREATE INDEX IF NOT EXISTS message_lookup ON message (lookup, id)";
const INSERT: &str =
    "INSERT INTO message (key, channel, recipient, lookup, subject, text, code, link)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (key) DO NOTHING";
const FIND: &str = "SELECT id FROM message WHERE key = $1";
const TO: &str = "SELECT id, channel, recipient, subject, text, code, link, at FROM message
  WHERE lookup = $1 ORDER BY id DESC LIMIT $2";
const ALL: &str = "SELECT id, channel, recipient, subject, text, code, link, at FROM message
  ORDER BY id DESC LIMIT $1";
const CLEAR: &str = "DELETE FROM message";
/// The newest messages that are kept and shown.
const SHOWN: i64 = 1_000;

/// What was received.
#[derive(Clone)]
pub(crate) struct Inbox(SqlitePool);

impl Inbox {
    pub(crate) async fn open(file: SqlitePool) -> Result<Self, sqlx::Error> {
        sqlx::query(TABLE).execute(&file).await?;
        sqlx::query(INDEX).execute(&file).await?;
        Ok(Self(file))
    }

    /// Keeps a message and gives its id; a repeat with the same key is the same message.
    pub(crate) async fn keep(&self, arrival: &Arrival) -> Result<String, sqlx::Error> {
        let channel = arrival.channel.name();
        let key = arrival
            .key
            .as_ref()
            .map(|key| format!("{channel} {} {key}", arrival.to));
        let kept = sqlx::query(INSERT)
            .bind(&key)
            .bind(channel)
            .bind(&arrival.to)
            .bind(lookup(&arrival.to))
            .bind(&arrival.subject)
            .bind(&arrival.text)
            .bind(extract::code(&arrival.text))
            .bind(extract::link(&arrival.text))
            .execute(&self.0)
            .await?;
        if kept.rows_affected() == 1 {
            return Ok(kept.last_insert_rowid().to_string());
        }
        let id: i64 = sqlx::query(FIND)
            .bind(&key)
            .fetch_one(&self.0)
            .await?
            .try_get(0)?;
        Ok(id.to_string())
    }

    /// Newest first, to one recipient or to all.
    pub(crate) async fn list(&self, to: Option<&str>) -> Result<Vec<Message>, sqlx::Error> {
        let query = match to {
            Some(to) => sqlx::query_as(TO).bind(lookup(to)).bind(SHOWN),
            None => sqlx::query_as(ALL).bind(SHOWN),
        };
        query.fetch_all(&self.0).await
    }

    pub(crate) async fn clear(&self) -> Result<(), sqlx::Error> {
        sqlx::query(CLEAR).execute(&self.0).await.map(drop)
    }
}

impl FromRow<'_, sqlx::sqlite::SqliteRow> for Message {
    fn from_row(row: &sqlx::sqlite::SqliteRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get::<i64, _>(0)?.to_string(),
            channel: row.try_get(1)?,
            to: row.try_get(2)?,
            subject: row.try_get(3)?,
            text: row.try_get(4)?,
            code: row.try_get(5)?,
            link: row.try_get(6)?,
            at: row.try_get(7)?,
        })
    }
}

/// Addresses are compared in lower case. A `+` that a query string turned into a space is meant.
fn lookup(to: &str) -> String {
    let trimmed = to.trim();
    let is_number = !trimmed.is_empty() && trimmed.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        format!("+{trimmed}")
    } else {
        trimmed.replace(' ', "+").to_lowercase()
    }
}

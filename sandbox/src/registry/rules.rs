//! The rules in force: the latest one that fits wins. Kept in the file, looked up in memory.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{FromRow, Row};
use tokio::sync::Mutex;

use super::Registry;
use super::rule::{ANY, Rule};
use super::word::Word;

const TABLE: &str = "CREATE TABLE IF NOT EXISTS registry_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  registry TEXT NOT NULL,
  key TEXT NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (registry, key)
) STRICT";
/// The replaced rule's id is not used again, so that the latest rule has the largest.
const SET: &str = "INSERT OR REPLACE INTO registry_rule (registry, key, rule) VALUES ($1, $2, $3)";
const ALL: &str = "SELECT id, rule FROM registry_rule";
const CLEAR: &str = "DELETE FROM registry_rule";

/// A rule and when it was set, as the place in the order of all.
struct Placed(i64, Rule);

/// The rules of every registry.
#[derive(Clone)]
pub(crate) struct Rules {
    file: SqlitePool,
    known: Arc<Mutex<HashMap<(Registry, String), Placed>>>,
}

impl Rules {
    pub(crate) async fn open(file: SqlitePool) -> Result<Self, sqlx::Error> {
        sqlx::query(TABLE).execute(&file).await?;
        let kept: Vec<Placed> = sqlx::query_as(ALL).fetch_all(&file).await?;
        let known = kept.into_iter().map(|placed| (name(&placed.1), placed));
        let known = Arc::new(Mutex::new(known.collect()));
        Ok(Self { file, known })
    }

    /// Sets a rule, in the place of an earlier one with the same key.
    pub(crate) async fn set(&self, rule: Rule) -> Result<(), sqlx::Error> {
        let text =
            serde_json::to_string(&rule).map_err(|error| sqlx::Error::Encode(error.into()))?;
        let mut known = self.known.lock().await;
        let set = sqlx::query(SET)
            .bind(rule.registry.name())
            .bind(&rule.key)
            .bind(text)
            .execute(&self.file)
            .await?;
        known.insert(name(&rule), Placed(set.last_insert_rowid(), rule));
        Ok(())
    }

    /// Latest first: the first that fits is in force.
    pub(crate) async fn all(&self) -> Vec<Rule> {
        let known = self.known.lock().await;
        let mut placed: Vec<_> = known.values().collect();
        placed.sort_unstable_by_key(|placed| std::cmp::Reverse(placed.0));
        placed.into_iter().map(|placed| placed.1.clone()).collect()
    }

    pub(crate) async fn clear(&self) -> Result<(), sqlx::Error> {
        let mut known = self.known.lock().await;
        sqlx::query(CLEAR).execute(&self.file).await?;
        known.clear();
        Ok(())
    }

    /// The rule in force for a number.
    pub(crate) async fn find(&self, registry: Registry, number: &str) -> Rule {
        let known = self.known.lock().await;
        let fitting = [number, ANY].map(|key| known.get(&(registry, key.to_owned())));
        let latest = fitting.into_iter().flatten().max_by_key(|placed| placed.0);
        latest.map_or_else(|| Rule::usual(registry), |placed| placed.1.clone())
    }
}

fn name(rule: &Rule) -> (Registry, String) {
    (rule.registry, rule.key.clone())
}

impl FromRow<'_, SqliteRow> for Placed {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        let rule = serde_json::from_str(row.try_get("rule")?)
            .map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok(Self(row.try_get("id")?, rule))
    }
}

//! What a registry tells.

use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, Row};

use super::word::{self, Word};

/// How a registry answers, or that it does not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    Match,
    Mismatch,
    NotFound,
    Unclear,
    Error,
    /// Of rules only: there is no answer, ever.
    Silent,
}

impl Word for Outcome {
    const ALL: &'static [Self] = &[
        Self::Match,
        Self::Mismatch,
        Self::NotFound,
        Self::Unclear,
        Self::Error,
        Self::Silent,
    ];

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Match => ("match", "всё совпало"),
            Self::Mismatch => ("mismatch", "не совпало"),
            Self::NotFound => ("not_found", "нет такого номера"),
            Self::Unclear => ("unclear", "неясно"),
            Self::Error => ("error", "сбой реестра"),
            Self::Silent => ("silent", "молчит"),
        }
    }
}

/// An answer: on the wire as it is here.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Answer {
    #[serde(serialize_with = "word::serialize")]
    pub(crate) outcome: Outcome,
    /// Names of the fields that differ.
    pub(crate) fields: Vec<String>,
}

impl Answer {
    /// Another answer than this one.
    pub(crate) fn contradicted(&self) -> Self {
        let outcome = match self.outcome {
            Outcome::Match => Outcome::NotFound,
            _ => Outcome::Match,
        };
        let fields = Vec::new();
        Self { outcome, fields }
    }

    /// The fields as the file keeps them: a JSON list.
    pub(crate) fn fields_text(&self) -> Result<String, sqlx::Error> {
        serde_json::to_string(&self.fields).map_err(|error| sqlx::Error::Encode(error.into()))
    }
}

/// Of the columns `outcome` and `fields`.
impl FromRow<'_, SqliteRow> for Answer {
    fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        let outcome = Outcome::from_name(row.try_get("outcome")?)
            .ok_or_else(|| sqlx::Error::Decode("an outcome".into()))?;
        let fields = fields(row.try_get("fields")?)?;
        Ok(Self { outcome, fields })
    }
}

/// The fields of a JSON list.
pub(crate) fn fields(text: &str) -> Result<Vec<String>, sqlx::Error> {
    serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(error.into()))
}

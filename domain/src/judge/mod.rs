//! One line of JSON in, one verdict out: what `stupeni validate` prints, and what the native and
//! the wasm build are compared by.

mod asked;
mod request;
mod table;

use core::fmt;

use serde_json::json;

use crate::Unicode;
use crate::date::Date;
use crate::field::password::PasswordRules;
use asked::Asked;
use request::Request;
use table::verdict;

pub use table::FIELDS;

/// What does not come with the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `[password]`
    pub password: PasswordRules,
    /// The date in Moscow, where the context has no `reference_date`.
    pub today: Date,
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JudgeError {
    /// No field has this name.
    UnknownField,
    /// The line is not JSON.
    NotJson,
    /// The line is JSON, but no object with a text `input`.
    NoInput,
}

impl fmt::Display for JudgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownField => "unknown field",
            Self::NotJson => "not JSON",
            Self::NoInput => "not an object with a text \"input\"",
        })
    }
}

impl core::error::Error for JudgeError {}

/// Whether a field has this name.
#[must_use]
pub fn knows(field: &str) -> bool {
    FIELDS.contains(&field)
}

/// Judges `{"input": "…", "context": {…}}` and answers `{"canonical": "…"}` or
/// `{"error": "code", "errors": ["code", …]}`.
pub fn judge_line(
    field: &str,
    line: &str,
    settings: &Settings,
    unicode: &impl Unicode,
) -> Result<String, JudgeError> {
    let asked = Asked {
        request: Request::read(line)?,
        settings,
        unicode,
    };
    let verdict = verdict(field, &asked).ok_or(JudgeError::UnknownField)?;
    Ok(match verdict {
        Ok(canonical) => json!({ "canonical": canonical }),
        Err(codes) => json!({ "error": codes.first(), "errors": codes }),
    }
    .to_string())
}

//! One line of JSON in, one verdict out: what `stupeni validate` prints, and what the native and
//! the wasm build are compared by.

use core::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::{Value, json};

use crate::Unicode;
use crate::field::confirmation_code::ConfirmationCode;
use crate::field::email::Email;
use crate::field::password::{self, PasswordError, PasswordRules};
use crate::field::person_name::{Citizenship, Part, PersonName};
use crate::field::phone::Phone;
use crate::field::snils::Snils;

/// The fields that can be judged.
pub const FIELDS: &[&str] = &[
    "phone",
    "email",
    "person_name",
    "snils",
    "confirmation_code",
    "password",
    #[cfg(feature = "server")]
    "password_nist",
];

/// What the configuration decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `[password]`
    pub password: PasswordRules,
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
    if !knows(field) {
        return Err(JudgeError::UnknownField);
    }
    let request = Request::read(line)?;
    let input = request.input.0.as_str();
    let verdict = match field {
        "phone" => Phone::parse(input)
            .map(|phone| phone.as_str().to_owned())
            .map_err(|error| vec![error.code()]),
        "email" => Email::parse(input, unicode)
            .map(|email| email.as_str().to_owned())
            .map_err(|error| vec![error.code()]),
        "person_name" => PersonName::parse(input, request.part(), request.citizenship(), unicode)
            .map(|name| name.as_str().to_owned())
            .map_err(|error| vec![error.code()]),
        "snils" => Snils::parse(input)
            .map(|snils| snils.as_str().to_owned())
            .map_err(|error| vec![error.code()]),
        "confirmation_code" => ConfirmationCode::parse(input)
            .map(|code| code.as_str().to_owned())
            .map_err(|error| vec![error.code()]),
        "password" => judge_password(&request, settings, unicode),
        _ => judge_password_nist(&request, unicode),
    };
    Ok(written(verdict))
}

type Verdict = Result<String, Vec<&'static str>>;

fn judge_password(request: &Request, settings: &Settings, unicode: &impl Unicode) -> Verdict {
    let errors = password::check(&request.input.0, &settings.password, unicode);
    if errors.is_empty() {
        return Ok(request.input.0.clone());
    }
    Err(errors.into_iter().map(PasswordError::code).collect())
}

#[cfg(feature = "server")]
fn judge_password_nist(request: &Request, unicode: &impl Unicode) -> Verdict {
    use crate::field::password_nist::{NistRules, OwnWords, parse};
    let min_length = request.context.get("min_length").and_then(Value::as_u64);
    let min_length = min_length.and_then(|length| u32::try_from(length).ok());
    let rules = NistRules {
        min_length: min_length.unwrap_or(NistRules::default().min_length),
        ..NistRules::default()
    };
    let own = OwnWords {
        words: &request.texts("words"),
        numbers: &request.texts("numbers"),
    };
    parse(&request.input.0, &rules, &own, unicode).map_err(|error| vec![error.code()])
}

/// Without the list there is nothing to judge by; `knows` has refused the field.
#[cfg(not(feature = "server"))]
fn judge_password_nist(_: &Request, _: &impl Unicode) -> Verdict {
    Err(Vec::new())
}

fn written(verdict: Verdict) -> String {
    match verdict {
        Ok(canonical) => json!({ "canonical": canonical }).to_string(),
        Err(codes) => json!({ "error": codes.first(), "errors": codes }).to_string(),
    }
}

#[derive(Deserialize)]
struct Request {
    input: Text,
    #[serde(default)]
    context: Value,
}

impl Request {
    fn read(line: &str) -> Result<Self, JudgeError> {
        let request: Self = serde_json::from_str(line).map_err(|error| {
            if error.is_data() {
                JudgeError::NoInput
            } else {
                JudgeError::NotJson
            }
        })?;
        // A list is read as a struct, too.
        if line.trim_start().starts_with('{') {
            Ok(request)
        } else {
            Err(JudgeError::NoInput)
        }
    }

    fn part(&self) -> Part {
        match self.context.get("part").and_then(Value::as_str) {
            Some("first") => Part::First,
            Some("patronymic") => Part::Patronymic,
            _ => Part::Last,
        }
    }

    fn citizenship(&self) -> Citizenship {
        match self.context.get("citizenship").and_then(Value::as_str) {
            None | Some("RU") => Citizenship::Russian,
            Some(_) => Citizenship::Other,
        }
    }

    /// Texts or numbers of a list in the context.
    #[cfg(feature = "server")]
    fn texts(&self, key: &str) -> Vec<String> {
        let values = self.context.get(key).and_then(Value::as_array);
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        values.into_iter().flatten().filter_map(text).collect()
    }
}

/// A JSON text. Halves of surrogate pairs, which JSON can spell and Rust cannot hold, become the
/// replacement character, as they do on the way from a page to wasm.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(TextVisitor).map(Self)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<String, E> {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            // A half takes three bytes, each of them an invalid chunk; the first is ED.
            if chunk.invalid().first() == Some(&0xED) {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        Ok(text)
    }
}

//! The line as it comes: an input and what is known besides.

use core::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::Value;

use super::JudgeError;
use crate::date::Date;

#[derive(Deserialize)]
pub(super) struct Request {
    input: Text,
    #[serde(default)]
    context: Value,
}

impl Request {
    /// Reads a line.
    pub(super) fn read(line: &str) -> Result<Self, JudgeError> {
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

    /// What was typed.
    pub(super) fn input(&self) -> &str {
        &self.input.0
    }

    /// A text of the context.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.context.get(key).and_then(Value::as_str)
    }

    /// A date of the context.
    pub(super) fn date(&self, key: &str) -> Option<Date> {
        Date::parse(self.text(key)?).ok()
    }

    /// A whole number of the context, if it is not too large for what it is needed for.
    pub(super) fn number<N: TryFrom<u64>>(&self, key: &str) -> Option<N> {
        let number = self.context.get(key).and_then(Value::as_u64)?;
        N::try_from(number).ok()
    }

    /// Texts or numbers of a list in the context.
    #[cfg(feature = "server")]
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
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

//! The field rules as `stupeni validate` answers them.

mod calendar;
mod checks;
mod codes;
mod cost;
mod inputs;
mod properties;
mod protocol;
mod readings;
mod vectors;

use domain::date::Date;
use domain::field::password::PasswordRules;
use domain::judge::{Settings, judge_line};
use serde_json::{Value, json};
use unicode::Tables;

/// The day on which the vectors are judged.
const TODAY: &str = "2026-11-22";

/// What a portal has by default, on that day.
fn settings() -> Settings {
    Settings {
        password: PasswordRules::default(),
        today: Date::parse(TODAY).expect("a date"),
    }
}

/// The verdict on one input, by the settings a portal has by default.
fn verdict(field: &str, input: &str, context: &Value) -> Value {
    let line = json!({ "input": input, "context": context }).to_string();
    let answer = judge_line(field, &line, &settings(), &Tables).expect("a verdict");
    serde_json::from_str(&answer).expect("JSON")
}

/// The canonical form, or the code of the first error.
fn outcome(field: &str, input: &str, context: &Value) -> Result<String, String> {
    let verdict = verdict(field, input, context);
    let text = |key: &str| verdict[key].as_str().map(str::to_owned);
    text("canonical").ok_or_else(|| text("error").expect("a canonical form or an error"))
}

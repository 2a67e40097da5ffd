//! The field rules as a wasm module for Node: one corpus through both builds.

use domain::date::Date;
use domain::field::password::PasswordRules;
use domain::judge::{Settings, judge_line};
use unicode::Tables;
use wasm_bindgen::prelude::wasm_bindgen;

/// The verdict of the wasm build on one line, as `stupeni validate` prints it. There is no clock:
/// where the date matters, the line brings its `reference_date`.
#[wasm_bindgen]
#[must_use]
pub fn judge(field: &str, line: &str) -> String {
    let settings = Settings {
        password: PasswordRules::default(),
        today: Date::in_moscow(0),
    };
    judge_line(field, line, &settings, &Tables).unwrap_or_else(|error| error.to_string())
}

//! The field rules as a wasm module for Node: one corpus through both builds.

use domain::judge::{Settings, judge_line};
use unicode::Tables;
use wasm_bindgen::prelude::wasm_bindgen;

/// The verdict of the wasm build on one line, as `stupeni validate` prints it.
#[wasm_bindgen]
#[must_use]
pub fn judge(field: &str, line: &str) -> String {
    judge_line(field, line, &Settings::default(), &Tables).unwrap_or_else(|error| error.to_string())
}

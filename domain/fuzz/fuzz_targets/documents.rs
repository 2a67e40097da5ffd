//! Numbers with letters in them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|input: &str| fuzz::judge(fuzz::DOCUMENTS, input, &Value::Null));

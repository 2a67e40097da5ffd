//! Numbers of digits.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|input: &str| fuzz::judge(fuzz::NUMBERS, input, &Value::Null));

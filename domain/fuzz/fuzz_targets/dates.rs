//! Dates and passports, beside dates of birth and of today that are dates or not.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|case: (&str, &str, &str, u32)| {
    let (input, today, birth, min_age) = case;
    let context = json!({ "reference_date": today, "birth_date": birth, "min_age": min_age });
    fuzz::judge(fuzz::DATES, input, &context);
});

//! Names, addresses, passwords, free text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|case: (&str, &str, bool, u8)| {
    let (input, word, is_foreign, number) = case;
    let part = ["last", "first", "patronymic"][usize::from(number % 3)];
    let context = json!({
        "citizenship": if is_foreign { "other" } else { "RU" },
        "part": part,
        "limit": number, "min_length": number,
        "words": [word], "numbers": [word],
    });
    fuzz::judge(&fuzz::texts(), input, &context);
});

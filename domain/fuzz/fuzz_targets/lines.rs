//! Lines of `stupeni validate`, right or not.

#![no_main]

use domain::judge::{FIELDS, JudgeError, judge_line};
use libfuzzer_sys::fuzz_target;
use unicode::Tables;

fuzz_target!(|line: &str| {
    for field in FIELDS {
        let answer = judge_line(field, line, &fuzz::settings(), &Tables);
        assert_ne!(answer, Err(JudgeError::UnknownField), "{field}");
    }
});

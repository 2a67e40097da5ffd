//! What a line may look like.

use domain::judge::{FIELDS, JudgeError, judge_line, knows};
use unicode::Tables;

use crate::settings;

fn judge(field: &str, line: &str) -> Result<String, JudgeError> {
    judge_line(field, line, &settings(), &Tables)
}

#[test]
fn every_field_answers() {
    for field in FIELDS {
        assert!(knows(field));
        let answer = judge(field, r#"{"input":""}"#);
        let empty = r#"{"error":"empty","errors":["empty"]}"#;
        assert_eq!(answer.as_deref(), Ok(empty), "{field}");
    }
    assert_eq!(
        judge("inn", r#"{"input":""}"#),
        Err(JudgeError::UnknownField)
    );
    assert!(!knows(""));
}

#[test]
fn context_may_be_anything() {
    let name = |context: &str| {
        let line = format!(r#"{{"input":"Smith","context":{context},"note":1}}"#);
        judge("person_name", &line).expect("a verdict")
    };
    for russian in [
        "null",
        "[]",
        "5",
        r#""other""#,
        "{}",
        r#"{"citizenship":5}"#,
    ] {
        assert!(name(russian).contains("latin_not_allowed"), "{russian}");
    }
    for other in [r#"{"citizenship":"other"}"#, r#"{"citizenship":"KZ"}"#] {
        assert_eq!(name(other), r#"{"canonical":"Smith"}"#, "{other}");
    }
}

#[test]
fn lines_without_a_text_get_no_verdict() {
    let told = [
        JudgeError::UnknownField,
        JudgeError::NotJson,
        JudgeError::NoInput,
    ]
    .map(|error| error.to_string());
    let told: Vec<_> = told.iter().map(String::as_str).collect();
    let words = [
        "unknown field",
        "not JSON",
        "not an object with a text \"input\"",
    ];
    assert_eq!(told, words);
    for line in ["[]", "{}", "null", "5", r#"["1"]"#, r#"{"input":5}"#] {
        assert_eq!(judge("phone", line), Err(JudgeError::NoInput), "{line}");
    }
    for line in ["", " ", "{", "phone", r#"{"input":"1"} x"#, "\u{FEFF}{}"] {
        assert_eq!(judge("phone", line), Err(JudgeError::NotJson), "{line}");
    }
}

#[test]
fn halves_of_surrogate_pairs_are_characters_of_no_use() {
    let judged =
        |field, input: &str| judge(field, &format!(r#"{{"input":"{input}"}}"#)).expect("a verdict");
    let invalid = r#"{"error":"invalid_characters","errors":["invalid_characters"]}"#;
    assert_eq!(judged("phone", r"8900000000\ud8001"), invalid);
    assert_eq!(judged("person_name", r"Иван\udc00ов"), invalid);
    let short = r#"{"error":"too_short","errors":["too_short"]}"#;
    assert_eq!(judged("password", r"Zx7!mn\ud800"), short);
    assert_eq!(
        judged("password", r"Zx7!mnop\ud83d\ude42"),
        r#"{"canonical":"Zx7!mnop🙂"}"#
    );
}

/// A number of the context may come as a text or as a number.
#[test]
fn numbers_of_the_context_are_read_both_ways() {
    for number in [r#""79001234567""#, "79001234567"] {
        let line =
            format!(r#"{{"input":"+7 (900) 123-45-67","context":{{"numbers":[{number}]}}}}"#);
        let answer = judge("password_nist", &line).expect("a verdict");
        assert!(answer.contains("error"), "{number}: {answer}");
    }
    let line = r#"{"input":"+7 (900) 123-45-67","context":{"numbers":[true]}}"#;
    let answer = judge("password_nist", line).expect("a verdict");
    assert!(answer.contains("canonical"), "{answer}");
}

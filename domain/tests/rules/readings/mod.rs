//! How the field rules are read where no vector decides.

mod birth_certificate;
mod contacts;
mod dates;
mod documents;
mod letters;
mod numbers;

use serde_json::Value;

use crate::outcome;

/// Input, context, canonical form or error.
type Case<'a> = (&'a str, Value, Result<&'a str, &'a str>);

fn check(field: &str, cases: &[Case<'_>]) {
    for (input, context, expected) in cases {
        let judged = outcome(field, input, context);
        let judged = judged.as_deref().map_err(String::as_str);
        assert_eq!(judged, *expected, "{field}: {input:?} {context}");
    }
}

fn check_plain(field: &str, cases: &[(&str, Result<&str, &str>)]) {
    let cases: Vec<Case<'_>> = cases
        .iter()
        .map(|&(input, expected)| (input, Value::Null, expected))
        .collect();
    check(field, &cases);
}

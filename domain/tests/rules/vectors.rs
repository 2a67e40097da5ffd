//! Every case of the vectors.

use domain::date::Date;
use domain::field::password::PasswordRules;
use domain::judge::{FIELDS, judge_line};
use serde_json::Value;
use unicode::Tables;

use crate::settings;

pub(crate) fn vectors(field: &str) -> Value {
    let file = format!("{}/tests/vectors/{field}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).expect("the file of the field");
    serde_json::from_str(&text).expect("JSON")
}

fn check(field: &str) {
    let vectors = vectors(field);
    let number = |key: &str| {
        vectors["rules"][key]
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
    };
    let mut settings = settings();
    if let Some(date) = vectors["reference_date"].as_str() {
        settings.today = Date::parse(date).expect("a date");
    }
    if field == "password" {
        settings.password = PasswordRules {
            min_length: number("min_length").expect("a minimum"),
            max_length: number("max_length").expect("a maximum"),
            ..PasswordRules::default()
        };
    }
    let verdict = |case: &Value| -> Value {
        let line = judge_line(field, &case.to_string(), &settings, &Tables).expect("a verdict");
        serde_json::from_str(&line).expect("JSON")
    };
    let mut wrong = Vec::new();
    let valid = vectors["valid"].as_array().expect("cases");
    let invalid = vectors["invalid"].as_array().expect("cases");
    assert!(valid.len() + invalid.len() > 20);
    for case in valid {
        let judged = verdict(case);
        if judged["canonical"] != case["canonical"] {
            wrong.push(format!("{case} -> {judged}"));
        }
        let mut again = case.clone();
        again["input"] = case["canonical"].clone();
        if verdict(&again)["canonical"] != case["canonical"] {
            wrong.push(format!("not a fixed point: {case}"));
        }
    }
    for case in invalid {
        let judged = verdict(case);
        let errors_fit = case
            .get("errors")
            .is_none_or(|errors| *errors == judged["errors"]);
        if judged["error"] != case["error"] || !errors_fit {
            wrong.push(format!("{case} -> {judged}"));
        }
    }
    assert!(wrong.is_empty(), "{field}:\n{}", wrong.join("\n"));
}

macro_rules! fields {
    ($($field:ident)*) => {
        const TESTED: &[&str] = &[$(stringify!($field)),*];

        $(
            #[test]
            fn $field() {
                check(stringify!($field));
            }
        )*
    };
}

fields! {
    bank_card birth_certificate birth_date confirmation_code driver_licence email foreign_document
    inn_org inn_person kpp military_id ogrn ogrnip oms_policy passport passport_division_code
    passport_issue_date password password_nist person_name phone plain_text post_tracking_ru
    post_tracking_s10 postal_index snils travel_passport vehicle_plate vehicle_sts
}

#[test]
fn every_file_and_every_field_is_tested() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let files = std::fs::read_dir(folder).expect("the folder of the vectors");
    let mut files: Vec<String> = files
        .map(|file| file.expect("a file").path())
        .map(|file| file.file_stem().expect("a name").display().to_string())
        .collect();
    files.sort_unstable();
    assert_eq!(files, TESTED);
    let mut fields = FIELDS.to_vec();
    fields.sort_unstable();
    assert_eq!(fields, TESTED);
}

//! The personal-data stage: every field once, judged in the light of the others.

use std::collections::BTreeSet;

use domain::date::Date;
use domain::flow::{Flow, Step};
use domain::profile::{
    AddressPart, Context, DocumentKind, ProfileError, ProfileField, Sex, Values, canonical,
    display, field_named, has_format, is_asked, is_own_document, is_right, is_under_age, judge,
    subject, value,
};
use domain::registry::Registry;
use proptest::prelude::*;
use unicode::Tables;

fn today() -> Date {
    Date::parse("2026-11-25").expect("a date")
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// A citizen of Russia whose every step is right.
fn whole() -> Values {
    values(&[
        ("citizenship", "RU"),
        ("document_kind", "russian_passport"),
        ("surname", "Салтыков-Щедрин"),
        ("first_name", "Пётр"),
        ("patronymic", ""),
        ("birth_date", "17.03.1984"),
        ("sex", "male"),
        ("birth_place", "гор.  Примерск"),
        ("document_number", "45 10 № 123456"),
        ("issue_date", "20.04.2010"),
        ("issued_by", "ОВД Примерска"),
        ("division_code", "690001"),
        ("registration_region", "Тверская область"),
        ("registration_city", "Примерск"),
        ("registration_street", "Садовая"),
        ("registration_house", "7"),
        ("registration_postal_index", "170 000"),
        ("same_residence", "true"),
        ("snils", "112-233-445 95"),
        ("inn", ""),
    ])
}

fn steps() -> Vec<Step> {
    let steps = Flow::PersonalData.steps().map(|spec| spec.step);
    steps.filter(|&step| step != Step::PersonalCheck).collect()
}

#[test]
fn every_field_has_one_name_and_one_step() {
    let fields: Vec<_> = ProfileField::all().collect();
    let names: BTreeSet<_> = fields.iter().map(|field| field.code()).collect();
    assert_eq!(names.len(), fields.len());
    for &field in &fields {
        assert_eq!(ProfileField::from_code(field.code()), Some(field));
        assert!(ProfileField::of_step(field.step()).any(|other| other == field));
    }
    let asked: usize = steps()
        .into_iter()
        .map(|step| ProfileField::of_step(step).count())
        .sum();
    assert_eq!(asked, fields.len());
    for part in AddressPart::ALL {
        assert!(fields.contains(&ProfileField::Registration(part)));
        assert!(fields.contains(&ProfileField::Residence(part)));
    }
    assert_eq!(ProfileField::from_code("nothing"), None);
}

#[test]
fn what_is_right_is_right_in_every_step_and_stays_so() {
    let whole = whole();
    for step in steps() {
        assert!(is_right(step, &whole, today(), &Tables), "{step:?}");
    }
    let once = canonical(&whole, today(), &Tables);
    assert_eq!(value(&once, ProfileField::DocumentNumber), "4510123456");
    assert_eq!(value(&once, ProfileField::BirthDate), "1984-03-17");
    assert_eq!(value(&once, ProfileField::DivisionCode), "690-001");
    assert_eq!(value(&once, ProfileField::BirthPlace), "гор. Примерск");
    assert_eq!(
        value(&once, ProfileField::Residence(AddressPart::PostalIndex)),
        "170000",
        "the same address is kept as both"
    );
    assert_eq!(canonical(&once, today(), &Tables), once);
}

/// Each field of each step, left empty, stops its step exactly where it may not be empty.
#[test]
fn an_empty_field_stops_its_step_and_no_other() {
    for field in ProfileField::all() {
        let mut values = whole();
        values.insert("same_residence".into(), String::new());
        for part in AddressPart::ALL {
            let own = value(&values, ProfileField::Registration(part)).to_owned();
            values.insert(ProfileField::Residence(part).code().into(), own);
        }
        values.insert(field.code().into(), String::new());
        let optional = domain::profile::is_optional(field);
        for step in steps() {
            // The document depends on its own kind, and on nothing that may be missing.
            let stops = step == field.step()
                || field == ProfileField::DocumentKind && step == Step::PersonalDocument;
            let right = is_right(step, &values, today(), &Tables);
            if stops && step == field.step() {
                assert_eq!(right, optional, "{field:?} in {step:?}");
            } else if !stops {
                assert!(right, "{field:?} in {step:?}");
            }
        }
    }
}

#[test]
fn the_document_decides() {
    let mut values = whole();
    values.insert("surname".into(), "Ivanov".into());
    values.insert("first_name".into(), "Ivan".into());
    assert!(!is_right(Step::PersonalPerson, &values, today(), &Tables));
    values.insert("document_kind".into(), "foreign_document".into());
    assert!(
        !is_own_document(&values),
        "a citizen of Russia shows the passport"
    );
    assert!(!is_right(
        Step::PersonalCitizenship,
        &values,
        today(),
        &Tables
    ));
    values.insert("citizenship".into(), "KZ".into());
    assert!(is_right(
        Step::PersonalCitizenship,
        &values,
        today(),
        &Tables
    ));
    assert!(is_right(Step::PersonalPerson, &values, today(), &Tables));
    values.insert("document_number".into(), "n 12".into());
    values.insert("division_code".into(), "nothing".into());
    assert!(is_right(Step::PersonalDocument, &values, today(), &Tables));
    let kept = canonical(&values, today(), &Tables);
    assert_eq!(value(&kept, ProfileField::DocumentNumber), "N12");
    assert_eq!(value(&kept, ProfileField::DivisionCode), "");
    // A foreign document knows neither 1997 nor 45 years, but nobody had one before birth.
    values.insert("issue_date".into(), "16.03.1984".into());
    assert!(!is_right(Step::PersonalDocument, &values, today(), &Tables));
    let context = Context::of(&values, today());
    let early = judge(ProfileField::IssueDate, "16.03.1984", &context, &Tables);
    assert_eq!(early, Err(ProfileError::BeforeBirth));
    let error = |raw| judge(ProfileField::IssueDate, raw, &context, &Tables).expect_err("refused");
    assert_eq!(error("26.11.2026").code(), "future");
    assert_eq!(error("31.02.2020").code(), "not_a_date");
    assert_eq!(error("").code(), "empty");
    assert_eq!(error("2020").code(), "bad_format");
}

#[test]
fn whoever_is_too_young_waits_and_is_not_wrong() {
    let mut values = whole();
    for (birth, young) in [("25.11.2012", false), ("26.11.2012", true)] {
        values.insert("birth_date".into(), birth.into());
        assert_eq!(is_under_age(&values, today()), young, "{birth}");
        assert_eq!(
            is_right(Step::PersonalPerson, &values, today(), &Tables),
            !young
        );
        let context = Context::of(&values, today());
        assert!(judge(ProfileField::BirthDate, birth, &context, &Tables).is_ok());
    }
}

#[test]
fn choices_are_those_of_the_lists() {
    let context = Context::of(&whole(), today());
    let chosen = |field, raw| judge(field, raw, &context, &Tables);
    for kind in DocumentKind::ALL {
        assert_eq!(DocumentKind::from_code(kind.code()), Some(kind));
        assert!(chosen(ProfileField::DocumentKind, kind.code()).is_ok());
    }
    for sex in Sex::ALL {
        assert!(chosen(ProfileField::Sex, sex.code()).is_ok());
    }
    for raw in ["", "ru", "RUS", "Россия", "R\u{0}"] {
        assert_eq!(
            chosen(ProfileField::Citizenship, raw),
            Err(ProfileError::Choice)
        );
        assert_eq!(chosen(ProfileField::Sex, raw), Err(ProfileError::Choice));
    }
    let mut values = whole();
    assert!(!is_asked(Step::PersonalResidence, &values));
    values.insert("same_residence".into(), String::new());
    assert!(is_asked(Step::PersonalResidence, &values));
    assert!(!is_right(
        Step::PersonalResidence,
        &values,
        today(),
        &Tables
    ));
}

#[test]
fn registries_speak_of_fields_in_their_own_words() {
    for registry in Registry::ALL {
        let own = subject(registry);
        for &field in own {
            assert_eq!(field_named(registry, field.code()), Some(field));
        }
        assert_eq!(field_named(registry, "number"), Some(own[0]));
        assert_eq!(field_named(registry, "shoe_size"), None);
    }
    let means = |name| field_named(Registry::Passport, name);
    assert_eq!(means("last_name"), Some(ProfileField::Surname));
    assert_eq!(means("given_name"), Some(ProfileField::FirstName));
    assert_eq!(means("middle_name"), Some(ProfileField::Patronymic));
    assert_eq!(means("date_of_birth"), Some(ProfileField::BirthDate));
    assert_eq!(means("gender"), Some(ProfileField::Sex));
    assert_eq!(means("birthplace"), Some(ProfileField::BirthPlace));
    assert_eq!(means("series_number"), Some(ProfileField::DocumentNumber));
    assert_eq!(means("passport_issue_date"), Some(ProfileField::IssueDate));
    assert_eq!(
        means("passport_division_code"),
        Some(ProfileField::DivisionCode)
    );
    assert_eq!(means("inn_person"), Some(ProfileField::Inn));
}

proptest! {
    /// Whatever is typed: a verdict, and what is right once is right again.
    #[test]
    fn judging_ends_and_is_stable(place in 0..29_usize, raw in "\\PC{0,60}", russian: bool) {
        let field = ProfileField::all().nth(place).expect("a field");
        let context = Context { is_russian: russian, birth: None, today: today() };
        if let Ok(canonical) = judge(field, &raw, &context, &Tables) {
            prop_assert_eq!(judge(field, &canonical, &context, &Tables), Ok(canonical.clone()));
        }
    }
}

fn context(is_russian: bool) -> Context {
    Context {
        is_russian,
        birth: Date::parse("1984-03-17").ok(),
        today: today(),
    }
}

fn code(field: ProfileField, text: &str, is_russian: bool) -> &'static str {
    match judge(field, text, &context(is_russian), &Tables) {
        Ok(_) => "",
        Err(error) => error.code(),
    }
}

#[test]
fn a_document_is_read_by_the_rules_of_its_state() {
    let short = "45 10 12345";
    assert_eq!(
        code(ProfileField::DocumentNumber, short, true),
        "wrong_length"
    );
    assert_eq!(code(ProfileField::DocumentNumber, short, false), "");
    // Another state's document can be issued on the day of birth, and not before.
    assert_eq!(code(ProfileField::IssueDate, "17.03.1984", false), "");
    assert_eq!(
        code(ProfileField::IssueDate, "16.03.1984", false),
        "before_birth"
    );
    let long = "1".repeat(600);
    for is_russian in [true, false] {
        assert_eq!(code(ProfileField::IssueDate, &long, is_russian), "too_long");
    }
}

#[test]
fn a_house_is_shorter_than_a_street() {
    let text = "а".repeat(31);
    for (part, expected) in [
        (AddressPart::House, "too_long"),
        (AddressPart::Flat, "too_long"),
        (AddressPart::Street, ""),
        (AddressPart::City, ""),
    ] {
        assert_eq!(
            code(ProfileField::Registration(part), &text, true),
            expected
        );
        assert_eq!(code(ProfileField::Residence(part), &text, true), expected);
    }
}

#[test]
fn numbers_are_shown_back_as_people_write_them() {
    let shown = |field, text: &str, is_russian| display(field, text, &context(is_russian));
    let snils = shown(ProfileField::Snils, "11223344595", true);
    assert_eq!(snils.as_deref(), Some("112-233-445 95"));
    let number = "4510123456";
    let passport = shown(ProfileField::DocumentNumber, number, true);
    assert_eq!(passport.as_deref(), Some("45 10 123456"));
    assert_eq!(shown(ProfileField::DocumentNumber, number, false), None);
    assert_eq!(shown(ProfileField::Surname, "Ясенева", true), None);
}

#[test]
fn a_format_is_judged_before_the_form_is_sent() {
    let judged = ProfileField::all().filter(|&field| has_format(field));
    let codes: BTreeSet<_> = judged.map(ProfileField::code).collect();
    let expected = [
        "birth_date",
        "division_code",
        "document_number",
        "inn",
        "issue_date",
        "registration_postal_index",
        "residence_postal_index",
        "snils",
    ];
    assert!(codes.into_iter().eq(expected));
}

#[test]
fn an_address_of_its_own_stays_apart() {
    let mut apart = whole();
    apart.insert("same_residence".into(), String::new());
    apart.insert("residence_city".into(), "Москва".into());
    let kept = canonical(&apart, today(), &Tables);
    assert_eq!(kept["residence_city"], "Москва");
    assert_eq!(kept["registration_city"], "Примерск");
    let same = canonical(&whole(), today(), &Tables);
    assert_eq!(same["residence_city"], "Примерск");
}

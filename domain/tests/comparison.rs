//! Comparison of what was told with the documents.

use std::collections::BTreeSet;

use domain::comparison::{
    ComparisonError, Evidence, FIELDS, Sheet, compare, is_same_identity, is_same_person, missing,
};
use domain::date::Date;
use domain::profile::{ProfileField, Values, value};
use unicode::Tables;

fn today() -> Date {
    Date::parse("2026-11-28").expect("a date")
}

fn told() -> Values {
    [
        ("citizenship", "RU"),
        ("document_kind", "russian_passport"),
        ("document_number", "4510123456"),
        ("surname", "Ясенева"),
        ("first_name", "Ирина"),
        ("patronymic", "Петровна"),
        ("birth_date", "1990-02-03"),
        ("sex", "female"),
        ("birth_place", "г. Тверь"),
        ("issue_date", "2010-03-01"),
        ("issued_by", "ОВД Тверского района"),
        ("division_code", "690-001"),
        ("snils", "11223344595"),
        ("registration_city", "Тверь"),
    ]
    .map(|(field, text)| (field.to_owned(), text.to_owned()))
    .into()
}

fn every() -> BTreeSet<ProfileField> {
    FIELDS.into_iter().collect()
}

fn outcome(
    entered: &Values,
    typed: &[(&str, &str)],
    same: &BTreeSet<ProfileField>,
    has_snils: bool,
) -> Result<Values, Vec<(ProfileField, ComparisonError)>> {
    let typed = typed
        .iter()
        .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
        .collect();
    let sheet = Sheet {
        entered,
        typed: &typed,
        same,
        has_snils,
    };
    compare(sheet, today(), &Tables)
}

fn codes(errors: &[(ProfileField, ComparisonError)]) -> Vec<(&'static str, &'static str)> {
    errors
        .iter()
        .map(|(field, error)| (field.code(), error.code()))
        .collect()
}

#[test]
fn what_agrees_stays_and_what_is_typed_takes_its_place() {
    let told = told();
    assert_eq!(outcome(&told, &[], &every(), true), Ok(told.clone()));
    let mut same = every();
    same.remove(&ProfileField::Surname);
    let values = outcome(&told, &[("surname", " Ясенёва ")], &same, true).expect("compared");
    assert_eq!(value(&values, ProfileField::Surname), "Ясенёва");
    assert_eq!(value(&values, ProfileField::FirstName), "Ирина");
    assert_eq!(values["registration_city"], "Тверь");
}

#[test]
fn every_field_is_settled_one_by_one() {
    let told = told();
    let errors = outcome(&told, &[], &BTreeSet::new(), true).expect_err("nothing was compared");
    let named: Vec<_> = errors.iter().map(|(field, _)| *field).collect();
    let asked: Vec<_> = FIELDS
        .into_iter()
        .filter(|&field| field != ProfileField::Inn)
        .collect();
    assert_eq!(named, asked, "an INN that nobody told is not compared");
    assert!(
        codes(&errors)
            .iter()
            .all(|(_, code)| *code == "not_compared")
    );
}

#[test]
fn a_dash_says_that_the_document_has_none() {
    let told = told();
    let mut same = every();
    same.remove(&ProfileField::Patronymic);
    for dash in ["-", "–", " — "] {
        let values = outcome(&told, &[("patronymic", dash)], &same, true).expect("compared");
        assert_eq!(value(&values, ProfileField::Patronymic), "");
    }
    same.remove(&ProfileField::Surname);
    let errors = outcome(&told, &[("patronymic", "-"), ("surname", "-")], &same, true);
    let errors = errors.expect_err("everybody has a name");
    assert_eq!(errors[0].0, ProfileField::Surname);
    assert_ne!(errors[0].1.code(), "empty", "a dash is no name");
}

#[test]
fn a_person_without_an_account_is_typed_as_a_whole() {
    let told = told();
    let typed: Vec<(&str, &str)> = told
        .iter()
        .map(|(field, text)| (field.as_str(), text.as_str()))
        .collect();
    let none = Values::new();
    let values = outcome(&none, &typed, &BTreeSet::new(), true).expect("compared");
    assert_eq!(value(&values, ProfileField::Snils), "11223344595");
    assert!(outcome(&none, &typed[..3], &BTreeSet::new(), true).is_err());
}

#[test]
fn who_has_no_snils_is_not_asked_for_it_and_nobody_loses_one() {
    let mut told = told();
    let mut same = every();
    same.remove(&ProfileField::Snils);
    let errors = outcome(&told, &[], &same, false).expect_err("one was told");
    assert_eq!(codes(&errors), [("snils", "not_compared")]);
    told.remove("snils");
    assert!(outcome(&told, &[], &same, false).is_ok());
    let errors = outcome(&told, &[], &same, true).expect_err("it is asked for");
    assert_eq!(errors[0].0, ProfileField::Snils);
}

#[test]
fn document_and_age_are_judged_in_the_light_of_the_rest() {
    let told = told();
    let mut same = every();
    same.remove(&ProfileField::Citizenship);
    let errors = outcome(&told, &[("citizenship", "KZ")], &same, true).expect_err("no passport");
    assert_eq!(codes(&errors), [("document_kind", "other_document")]);
    let mut same = every();
    same.remove(&ProfileField::BirthDate);
    let errors = outcome(&told, &[("birth_date", "01.12.2012")], &same, true).expect_err("a child");
    assert!(codes(&errors).contains(&("birth_date", "under_age")));
}

#[test]
fn identity_and_snils_are_seen_and_the_rest_is_voluntary() {
    let seen = |kinds: &[Evidence]| kinds.iter().copied().collect::<BTreeSet<_>>();
    assert_eq!(missing(&seen(&[]), true), Some(Evidence::Identity));
    assert_eq!(
        missing(&seen(&[Evidence::Snils]), true),
        Some(Evidence::Identity)
    );
    assert_eq!(
        missing(&seen(&[Evidence::Identity]), true),
        Some(Evidence::Snils)
    );
    assert_eq!(missing(&seen(&[Evidence::Identity]), false), None);
    assert_eq!(
        missing(&seen(&[Evidence::Identity, Evidence::Snils]), true),
        None
    );
    for kind in Evidence::ALL {
        assert_eq!(Evidence::from_code(kind.code()), Some(kind));
    }
    assert_eq!(Evidence::from_code("x"), None);
}

/// What was told, with one field of it changed.
fn with(field: &str, text: &str) -> Values {
    let mut values = told();
    values.insert(field.into(), text.into());
    values
}

#[test]
fn a_person_stays_the_same_under_another_name_and_document() {
    for (field, text) in [("surname", "Калинина"), ("document_number", "4610654321")] {
        assert!(is_same_person(&told(), &with(field, text)), "{field}");
        assert!(!is_same_identity(&told(), &with(field, text)), "{field}");
    }
    for (field, text) in [
        ("snils", "11223344696"),
        ("birth_date", "1990-02-04"),
        ("sex", "male"),
    ] {
        assert!(!is_same_person(&told(), &with(field, text)), "{field}");
        assert!(!is_same_identity(&told(), &with(field, text)), "{field}");
    }
    // Where there is no SNILS, the document stands for it.
    let without = with("snils", "");
    assert!(is_same_person(&without, &without));
    let mut other = without.clone();
    other.insert("document_number".into(), "4610654321".into());
    assert!(!is_same_person(&without, &other));
    // An address is no part of who somebody is.
    let moved = with("registration_city", "Москва");
    assert!(is_same_identity(&told(), &moved) && is_same_person(&told(), &moved));
}

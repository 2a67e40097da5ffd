//! What a citizen typed is masked until it is asked for.

use accounts::desk::Shown;
use accounts::operator::Role;
use accounts::{Outcome, PortalError, desk};

use super::employee::Employee;
use super::rows::Given;
use crate::house::House;

async fn shown(employee: &Employee, review: &str, field: &str) -> Shown {
    let view = employee.view(review).await;
    let found = view.fields.into_iter().find(|own| own.code == field);
    found.expect("a field of the registry").shown
}

fn is_masked(shown: &Shown) -> bool {
    *shown == Shown::Masked
}

async fn a_value_is_shown_for_a_reason_and_noted_once(house: House) {
    let account = house.account().await;
    let review = house.case(&account, Given::default()).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let page = format!("/desk/reviews/{review}");
    assert!(is_masked(&shown(&anna, &review, "snils").await));
    assert!(shown(&anna, &review, "patronymic").await == Shown::Empty);
    anna.reveal(&review, "snils", "comparison").await;
    assert!(anna.browser.hears(Outcome::ReviewNotHeld));
    anna.take(&review).await;
    assert_eq!(anna.reveal(&review, "snils", "").await, page);
    assert_eq!(
        anna.browser.refusals(),
        [("reason-snils".into(), "choice_missing".into())]
    );
    assert!(is_masked(&shown(&anna, &review, "snils").await));
    assert_eq!(house.noted("value_revealed").await, 0);
    for _ in 0..2 {
        let next = anna.reveal(&review, "snils", "comparison").await;
        assert_eq!(next, format!("{page}#value-snils"));
    }
    let Shown::Value(value) = shown(&anna, &review, "snils").await else {
        panic!("masked still");
    };
    assert_eq!(value, "11223344595");
    assert!(is_masked(&shown(&anna, &review, "surname").await));
    assert_eq!(house.noted("value_revealed").await, 1);
    let (detail, whose) = house.newest("value_revealed").await;
    let actor = house.operator_id("anna").await;
    assert_eq!(
        detail,
        format!(
            r#"{{"actor":"{actor}","field":"snils","reason":"comparison","registry":"snils","review":"{review}"}}"#
        )
    );
    assert_eq!(whose, Some(account));
}

/// Another operator sees nothing of it, and neither does the first one after the case was free.
async fn a_value_is_shown_to_who_has_the_case(house: House) {
    let account = house.account().await;
    let review = house.case(&account, Given::default()).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut boris = house.employee("boris", Role::Senior).await;
    anna.take(&review).await;
    anna.reveal(&review, "snils", "document").await;
    assert!(is_masked(&shown(&boris, &review, "snils").await));
    house.pass(899);
    boris.stay().await;
    house.pass(1);
    anna.sign_in(&house).await;
    assert!(is_masked(&shown(&anna, &review, "snils").await));
    boris.take(&review).await;
    assert!(is_masked(&shown(&boris, &review, "snils").await));
    house.pass(900);
    anna.sign_in(&house).await;
    anna.take(&review).await;
    assert!(
        is_masked(&shown(&anna, &review, "snils").await),
        "a new look"
    );
}

async fn other_registries_fields_stay_closed(house: House) {
    let account = house.account().await;
    let review = house.case(&account, Given::default()).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    anna.take(&review).await;
    let input = desk::RevealInput {
        review: review.clone(),
        field: "inn".into(),
        reason: "comparison".into(),
    };
    let done = desk::reveal(&anna.browser.portal, &anna.browser.visit, input).await;
    assert_eq!(done.err(), Some(PortalError::Forbidden));
    assert_eq!(house.noted("value_revealed").await, 0);
}

on_both! {
    a_value_is_shown_for_a_reason_and_noted_once
    a_value_is_shown_to_who_has_the_case
    other_registries_fields_stay_closed
}

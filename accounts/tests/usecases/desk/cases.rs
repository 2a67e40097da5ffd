//! Taking a case and deciding it alone.

use accounts::desk::{DecisionInput, HoldView};
use accounts::operator::Role;
use accounts::{Outcome, journal};

use super::employee::REASON;
use super::rows::{DENIED, Given};
use crate::house::House;

async fn a_case_is_one_operator_s_for_a_while(house: House) {
    let account = house.account().await;
    let review = house.case(&account, Given::default()).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut boris = house.employee("boris", Role::Senior).await;
    for _ in 0..2 {
        assert_eq!(anna.take(&review).await, format!("/desk/reviews/{review}"));
    }
    assert_eq!(house.noted("review_taken").await, 1);
    boris.take(&review).await;
    assert!(boris.browser.hears(Outcome::ReviewHeld));
    assert!(boris.browser.flash().wait_s.is_some_and(|wait| wait <= 900));
    boris.decide(&review, "match", &[]).await;
    assert!(boris.browser.hears(Outcome::ReviewHeld));
    assert!(matches!(
        anna.view(&review).await.hold,
        HoldView::Mine { .. }
    ));
    assert!(matches!(
        boris.view(&review).await.hold,
        HoldView::Theirs { .. }
    ));
    house.pass(890);
    anna.stay().await;
    boris.stay().await;
    house.pass(10);
    anna.decide(&review, "match", &[]).await;
    assert!(anna.browser.hears(Outcome::ReviewNotHeld));
    assert_eq!(
        anna.browser.flash().kept("reason"),
        Some(REASON),
        "what was typed stays"
    );
    boris.take(&review).await;
    assert_eq!(boris.decide(&review, "match", &[]).await, "/desk");
    assert_eq!(
        house.state_of(&review).await,
        ("closed".into(), Some("match".into()))
    );
}

async fn every_decision_reaches_the_check(house: House) {
    let account = house.account().await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let answered = |outcome: &str, fields: &str| {
        (
            "answered".to_owned(),
            Some(outcome.to_owned()),
            fields.to_owned(),
        )
    };
    let cases = [
        ("match", &[][..], answered("match", "")),
        (
            "mismatch",
            &["surname", "sex"][..],
            answered("mismatch", "surname,sex"),
        ),
        ("ask_again", &[][..], ("asking".into(), None, String::new())),
    ];
    for (decision, fields, expected) in cases {
        let review = house.case(&account, Given::default()).await;
        anna.take(&review).await;
        assert_eq!(anna.decide(&review, decision, fields).await, "/desk");
        assert!(anna.browser.hears(Outcome::Decided));
        assert_eq!(house.check_of(&review).await, expected);
        assert_eq!(
            house.state_of(&review).await,
            ("closed".into(), Some(decision.into()))
        );
        let (detail, whose) = house.newest("review_decided").await;
        assert!(
            detail.contains(&format!("\"decision\":\"{decision}\"")),
            "{detail}"
        );
        assert!(!detail.contains(REASON) && whose.as_ref() == Some(&account));
        // The same button again, and after it.
        anna.decide(&review, "mismatch", &["snils"]).await;
        assert!(anna.browser.hears(Outcome::ReviewClosed));
        anna.take(&review).await;
        assert!(anna.browser.hears(Outcome::ReviewClosed));
        assert_eq!(house.check_of(&review).await, expected);
    }
    assert_eq!(house.noted("review_decided").await, 3);
    assert!(journal::verify(&house.portal.store).await.is_ok());
}

async fn a_decision_needs_choice_fields_and_reason(house: House) {
    let account = house.account().await;
    let review = house.case(&account, Given::default()).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    anna.take(&review).await;
    let long = "ю".repeat(501);
    for (decision, field, reason, refused) in [
        ("", "", REASON, &[("decision", "choice_missing")][..]),
        ("void", "", REASON, &[("decision", "choice_missing")]),
        ("mismatch", "", REASON, &[("fields", "fields_missing")]),
        ("mismatch", "inn", REASON, &[("fields", "fields_missing")]),
        ("match", "", " коротко  ", &[("reason", "reason_too_short")]),
        ("match", "", long.as_str(), &[("reason", "reason_too_long")]),
        (
            "mismatch",
            "",
            "",
            &[("fields", "fields_missing"), ("reason", "reason_too_short")],
        ),
    ] {
        let input = DecisionInput {
            review: review.clone(),
            decision: decision.into(),
            fields: vec![field.into()],
            reason: reason.into(),
        };
        let next = anna.decide_with(input).await;
        assert_eq!(next, format!("/desk/reviews/{review}"));
        let heard = anna.browser.refusals();
        let heard: Vec<_> = heard
            .iter()
            .map(|(field, code)| (field.as_str(), code.as_str()))
            .collect();
        assert_eq!(heard, refused, "{decision}, {field}, {reason}");
        assert_eq!(anna.browser.flash().kept("decision"), Some(decision));
    }
    assert_eq!(house.state_of(&review).await, ("open".into(), None));
    assert_eq!(house.noted("review_decided").await, 0);
}

/// A version that the citizen has replaced is not decided any more, and a case that never was is none.
async fn what_is_replaced_or_unknown_is_left_alone(house: House) {
    let account = house.account().await;
    let review = house.case(&account, DENIED).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    anna.take(&review).await;
    house.replace_checks().await;
    anna.decide(&review, "mismatch", &["sex"]).await;
    assert!(anna.browser.hears(Outcome::ReviewClosed));
    assert_eq!(house.check_of(&review).await.0, "superseded");
    assert!(anna.view(&review).await.closed);
    for unknown in ["", "none", "' OR '1'='1"] {
        assert_eq!(anna.take(unknown).await, "/desk");
        assert!(anna.browser.hears(Outcome::ReviewClosed));
    }
}

on_both! {
    a_case_is_one_operator_s_for_a_while
    every_decision_reaches_the_check
    a_decision_needs_choice_fields_and_reason
    what_is_replaced_or_unknown_is_left_alone
}

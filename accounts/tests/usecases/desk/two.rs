//! «Данные верны» against what a registry said takes two operators.

use accounts::Outcome;
use accounts::desk::AnswerInput;
use accounts::operator::Role;

use super::employee::REASON;
use super::rows::{DENIED, Given};
use crate::house::House;

async fn one_proposes_and_another_agrees(house: House) {
    let account = house.account().await;
    let not_found = Given {
        outcome: Some("not_found"),
        ..DENIED
    };
    for given in [DENIED, not_found] {
        let outcome = given.outcome.map(str::to_owned);
        let review = house.case(&account, given).await;
        let number = house.count("SELECT COUNT(*) FROM review").await;
        let mut anna = house
            .employee(&format!("anna-{number}"), Role::Specialist)
            .await;
        let mut boris = house
            .employee(&format!("boris-{number}"), Role::Specialist)
            .await;
        anna.take(&review).await;
        assert!(anna.view(&review).await.takes_two);
        assert_eq!(anna.decide(&review, "match", &[]).await, "/desk");
        assert!(anna.browser.hears(Outcome::Proposed));
        assert_eq!(house.state_of(&review).await, ("proposed".into(), None));
        assert_eq!(
            house.check_of(&review).await.1,
            outcome,
            "nothing has happened yet"
        );
        // The first one has no part in it any more.
        anna.agree(&review).await;
        assert!(anna.browser.hears(Outcome::ReviewNotHeld));
        anna.take(&review).await;
        assert!(anna.browser.hears(Outcome::ReviewOwnProposal));
        boris.take(&review).await;
        boris.decide(&review, "match", &[]).await;
        assert!(boris.browser.hears(Outcome::ReviewProposed));
        let proposal = boris.view(&review).await.proposal.expect("a proposal");
        assert!(!proposal.own && proposal.reason.as_deref() == Some(REASON));
        assert_eq!(boris.agree(&review).await, "/desk");
        assert_eq!(
            house.check_of(&review).await,
            ("answered".into(), Some("match".into()), String::new())
        );
        let (detail, whose) = house.newest("proposal_agreed").await;
        assert!(
            detail.contains(&house.operator_id(&boris.login).await),
            "{detail}"
        );
        assert_eq!(whose.as_ref(), Some(&account));
        boris.agree(&review).await;
        assert!(boris.browser.hears(Outcome::ReviewClosed));
    }
    assert_eq!(house.noted("decision_proposed").await, 2);
    assert_eq!(house.noted("proposal_agreed").await, 2);
    assert_eq!(house.noted("review_decided").await, 0);
}

async fn a_rejected_proposal_leaves_the_case_open(house: House) {
    let account = house.account().await;
    let review = house.case(&account, DENIED).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut boris = house.employee("boris", Role::Senior).await;
    anna.take(&review).await;
    anna.decide(&review, "match", &[]).await;
    boris.take(&review).await;
    let short = AnswerInput {
        review: review.clone(),
        reason: "нет".into(),
    };
    let done = accounts::desk::reject(&boris.browser.portal, &boris.browser.visit, short).await;
    boris.browser.take(&done.expect("an answer"));
    assert_eq!(
        boris.browser.refusals(),
        [("reason".into(), "reason_too_short".into())]
    );
    assert_eq!(boris.reject(&review).await, "/desk");
    assert_eq!(house.state_of(&review).await, ("open".into(), None));
    anna.take(&review).await;
    let view = anna.view(&review).await;
    assert_eq!(view.rejection.as_deref(), Some(REASON));
    assert!(view.proposal.is_none());
    anna.agree(&review).await;
    assert!(
        anna.browser.hears(Outcome::ReviewClosed),
        "there is nothing to agree with"
    );
    assert_eq!(
        anna.decide(&review, "mismatch", &["surname"]).await,
        "/desk"
    );
    assert_eq!(house.check_of(&review).await.2, "surname");
    assert_eq!(house.noted("proposal_rejected").await, 1);
}

/// What does not go against the registry takes one.
async fn agreeing_with_the_registry_takes_one(house: House) {
    let account = house.account().await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    for (decision, fields) in [("mismatch", &["surname"][..]), ("ask_again", &[])] {
        let review = house.case(&account, DENIED).await;
        anna.take(&review).await;
        assert_eq!(anna.decide(&review, decision, fields).await, "/desk");
        assert_eq!(house.state_of(&review).await.0, "closed");
    }
}

on_both! {
    one_proposes_and_another_agrees
    a_rejected_proposal_leaves_the_case_open
    agreeing_with_the_registry_takes_one
}

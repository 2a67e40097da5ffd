//! Two at once: one of them does it, the other is told.

use accounts::operator::Role;
use accounts::{Outcome, desk};

use super::employee::answer;
use super::rows::{DENIED, Given};
use crate::house::House;

async fn two_take_a_case_at_once(house: House) {
    let account = house.account().await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut boris = house.employee("boris", Role::Specialist).await;
    for _ in 0..5 {
        let review = house.case(&account, Given::default()).await;
        tokio::join!(anna.take(&review), boris.take(&review));
        let told = [&anna, &boris]
            .map(|one| one.browser.visit.flash.is_some() && one.browser.hears(Outcome::ReviewHeld));
        assert_eq!(told.iter().filter(|told| **told).count(), 1, "{told:?}");
    }
    assert_eq!(house.noted("review_taken").await, 5);
}

/// The same operator in two tabs, with two minds.
async fn a_case_is_decided_once(house: House) {
    let account = house.account().await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    for _ in 0..5 {
        let review = house.case(&account, Given::default()).await;
        anna.take(&review).await;
        let mut tab = anna.clone();
        tokio::join!(
            anna.decide(&review, "match", &[]),
            tab.decide(&review, "mismatch", &["sex"]),
        );
        let decided = [&anna, &tab].map(|one| one.browser.hears(Outcome::Decided));
        assert_eq!(decided.iter().filter(|done| **done).count(), 1);
        let outcome = house.check_of(&review).await.1;
        let expected = if decided[0] { "match" } else { "mismatch" };
        assert_eq!(outcome.as_deref(), Some(expected));
    }
    assert_eq!(house.noted("review_decided").await, 5);
}

async fn a_proposal_is_answered_once(house: House) {
    let account = house.account().await;
    let review = house.case(&account, DENIED).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut boris = house.employee("boris", Role::Specialist).await;
    anna.take(&review).await;
    anna.decide(&review, "match", &[]).await;
    boris.take(&review).await;
    let (portal, visit) = (&boris.browser.portal, &boris.browser.visit);
    let (agreed, rejected) = tokio::join!(
        desk::agree(portal, visit, answer(&review)),
        desk::reject(portal, visit, answer(&review)),
    );
    assert!(agreed.is_ok() && rejected.is_ok());
    let answers = house.noted("proposal_agreed").await + house.noted("proposal_rejected").await;
    assert_eq!(answers, 1);
}

/// Two sign-ins with one code: it serves one of them.
async fn a_code_serves_one_of_two(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    house.pass(60);
    anna.browser = house.browser();
    let (mut one, mut two) = (anna.clone(), anna);
    let (first, second) = tokio::join!(one.sign_in(&house), two.sign_in(&house));
    let mut led = [first, second];
    led.sort();
    assert_eq!(led, ["/desk", "/desk/login"]);
}

on_both! {
    two_take_a_case_at_once
    a_case_is_decided_once
    a_proposal_is_answered_once
    a_code_serves_one_of_two
}

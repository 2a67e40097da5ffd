//! Who may do what.

use accounts::desk::{self, DecisionInput, Order, RevealInput};
use accounts::operator::Role;
use accounts::{Portal, PortalError, Visit};

use super::employee::answer;
use super::rows::Given;
use crate::house::House;

/// Every act on cases, one after the other.
async fn everything(portal: &Portal, visit: &Visit, review: &str) -> Vec<Option<PortalError>> {
    let id = || review.to_owned();
    let reveal = RevealInput {
        review: id(),
        field: "snils".into(),
        ..RevealInput::default()
    };
    let decision = DecisionInput {
        review: id(),
        ..DecisionInput::default()
    };
    vec![
        desk::queue(portal, visit, Order::Oldest, 1).await.err(),
        desk::view(portal, visit, review).await.err(),
        desk::take(portal, visit, id()).await.err(),
        desk::reveal(portal, visit, reveal).await.err(),
        desk::decide(portal, visit, decision).await.err(),
        desk::agree(portal, visit, answer(review)).await.err(),
        desk::reject(portal, visit, answer(review)).await.err(),
    ]
}

async fn cases_are_for_those_who_decide_them(house: House) {
    let account = house.account().await;
    let review = house.case(&account, Given::default()).await;
    for role in Role::ALL {
        let login = format!("one-{}", role.code());
        let employee = house.employee(&login, role).await;
        let answers = everything(&house.portal, &employee.browser.visit, &review).await;
        let decides = matches!(role, Role::Specialist | Role::Senior);
        let refused = answers
            .iter()
            .filter(|answer| **answer == Some(PortalError::Forbidden));
        let expected = if decides { 0 } else { answers.len() };
        assert_eq!(refused.count(), expected, "{role:?}: {answers:?}");
    }
    let stranger = house.browser();
    let answers = everything(&house.portal, &stranger.visit, &review).await;
    assert!(
        answers
            .iter()
            .all(|answer| *answer == Some(PortalError::NotSignedIn)),
        "{answers:?}"
    );
}

on_both! { cases_are_for_those_who_decide_them }

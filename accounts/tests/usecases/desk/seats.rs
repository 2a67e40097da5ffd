//! Sessions of operators.

use accounts::desk;
use accounts::operator::{self, OperatorLogin, Role};
use accounts::{CookieChange, CookieName, PortalError};

use super::employee::Employee;
use crate::house::House;
use crate::people::PHONE;

async fn is_open(employee: &Employee) -> bool {
    let seat = desk::current(&employee.browser.portal, &employee.browser.visit).await;
    let open = seat.expect("an answer").is_some();
    assert_eq!(employee.queue().await.is_ok(), open);
    open
}

/// 15 minutes without a page end a session, and eight hours end it whatever happens.
async fn end_by_idleness_and_by_age(house: House) {
    let anna = house.employee("anna", Role::Specialist).await;
    house.pass(899);
    assert!(is_open(&anna).await, "which notes that it is used");
    house.pass(899);
    assert!(is_open(&anna).await);
    house.pass(900);
    assert!(!is_open(&anna).await);

    let boris = house.employee("boris", Role::Specialist).await;
    for _ in 0..47 {
        house.pass(600);
        assert!(is_open(&boris).await);
    }
    house.pass(599);
    assert!(is_open(&boris).await);
    house.pass(1);
    assert!(!is_open(&boris).await);
}

async fn end_when_the_operator_is_disabled_or_reset(house: House) {
    let anna = house.employee("anna", Role::Specialist).await;
    let boris = house.employee("boris", Role::Specialist).await;
    let login = |text| OperatorLogin::parse(text).expect("a login");
    operator::disable(&house.portal, &login("anna"))
        .await
        .expect("disabled");
    assert!(!is_open(&anna).await && is_open(&boris).await);
    let issued = operator::reset(&house.portal, &login("boris")).await;
    assert!(issued.is_ok() && !is_open(&boris).await);
}

/// A citizen and an operator are signed in in one browser, and neither session opens the other's doors.
async fn stand_beside_a_citizen_s(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    let citizen = house.citizen(PHONE).await;
    let seat = anna.browser.visit.desk.clone();
    anna.browser = citizen;
    assert!(!is_open(&anna).await, "a citizen is no operator");
    anna.browser.visit.desk = seat;
    assert!(is_open(&anna).await && anna.browser.session().await.is_some());
    let done = desk::sign_out(&anna.browser.portal, &anna.browser.visit).await;
    let done = done.expect("an answer");
    assert_eq!(anna.browser.take(&done), "/desk/login");
    assert!(!is_open(&anna).await && anna.browser.session().await.is_some());
    assert_eq!(house.noted("operator_signed_out").await, 1);
}

/// The cookie ends with the browser; the token behind it opens nothing after «Выйти».
async fn end_with_the_browser_and_on_the_server(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    house.pass(30);
    anna.browser = house.browser();
    let input = desk::DeskSignInInput {
        login: anna.login.clone(),
        password: anna.password.clone(),
        code: anna.code_in(&house, 0),
        ..Default::default()
    };
    let done = desk::sign_in(&anna.browser.portal, &anna.browser.visit, input).await;
    let done = done.expect("an answer");
    let age = done.cookies.iter().find_map(|change| match change {
        CookieChange::Set {
            name: CookieName::Desk,
            max_age_s,
            ..
        } => Some(*max_age_s),
        _ => None,
    });
    assert_eq!(age, Some(None));
    anna.browser.take(&done);
    let seat = anna.browser.visit.desk.clone();
    let done = desk::sign_out(&anna.browser.portal, &anna.browser.visit).await;
    anna.browser.take(&done.expect("an answer"));
    anna.browser.visit.desk = seat;
    assert_eq!(anna.queue().await.err(), Some(PortalError::NotSignedIn));
}

on_both! {
    end_by_idleness_and_by_age
    end_when_the_operator_is_disabled_or_reset
    stand_beside_a_citizen_s
    end_with_the_browser_and_on_the_server
}

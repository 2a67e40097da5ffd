//! Signing in at the desk: password, code, delays.

use accounts::desk::DeskSignInInput;
use accounts::operator::{self, OperatorError, OperatorLogin, Role};
use accounts::{Outcome, PortalError};

use super::employee::{Employee, OWN_PASSWORD};
use crate::house::House;
use crate::ledger::Ledger;

async fn the_first_one_demands_a_password(house: House) {
    let mut anna = house.added("anna", Role::Specialist).await;
    let once = anna.password.clone();
    assert_eq!(anna.sign_in(&house).await, "/desk/password");
    assert_eq!(anna.queue().await.err(), Some(PortalError::NotSignedIn));
    for (bad, code) in [
        ("Aa1!Aa1!Aa1", "too_short"),
        ("Sinitsa-v-rukah", "missing_digit"),
        ("Anna-Anna-1984!", "password_own"),
    ] {
        assert_eq!(anna.choose(bad).await, "/desk/password");
        let refused = anna.browser.refusals();
        assert!(
            refused.contains(&("password".into(), code.into())),
            "{bad}: {refused:?}"
        );
    }
    let before = anna.browser.clone();
    assert_eq!(anna.choose(OWN_PASSWORD).await, "/desk");
    assert!(anna.queue().await.is_ok());
    anna.browser.visit.desk = before.visit.desk;
    assert_eq!(
        anna.queue().await.err(),
        Some(PortalError::NotSignedIn),
        "the session before it has ended"
    );
    house.pass(30);
    let code = anna.code_in(&house, 0);
    assert_eq!(anna.try_with(&once, &code).await, "/desk/login");
    assert_eq!(anna.sign_in(&house).await, "/desk");
    assert_eq!(house.noted("operator_password_changed").await, 1);
}

/// One answer for every failure: page, words and cookies.
async fn every_failure_reads_the_same(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    house.employee("boris", Role::Specialist).await;
    let gone = OperatorLogin::parse("boris").expect("a login");
    operator::disable(&house.portal, &gone).await.expect("done");
    house.pass(60);
    let (right, code) = (anna.password.clone(), anna.code_in(&house, 0));
    let cases = [
        ("anna", "Wrong-password-1!", code.as_str()),
        ("anna", right.as_str(), "000000"),
        ("anna", right.as_str(), "12"),
        ("boris", OWN_PASSWORD, code.as_str()),
        ("nobody", right.as_str(), code.as_str()),
        ("И", right.as_str(), code.as_str()),
    ];
    let mut answers = Vec::new();
    for (login, password, code) in cases {
        anna.browser = house.browser();
        anna.login = login.into();
        let next = anna.try_with(password, code).await;
        let flash = anna.browser.flash();
        assert_eq!(flash.login.as_deref(), Some(login), "the login stays typed");
        assert!(anna.browser.visit.desk.is_none());
        answers.push((next, flash.form, flash.codes, flash.wait_s));
    }
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    assert_eq!(answers[0].0, "/desk/login");
    assert_eq!(answers[0].2[0].code, Outcome::DeskSignInFailed.code());
    assert_eq!(house.noted("operator_sign_in_refused").await, 6);
}

async fn an_unknown_login_costs_the_same(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut written = Vec::new();
    for login in ["anna", "nobody", "no login at all"] {
        anna.browser = house.browser();
        anna.login = login.into();
        let before = Ledger::of(&house).await;
        anna.try_with("Wrong-password-1!", "000000").await;
        written.push(Ledger::of(&house).await.since(&before));
    }
    assert_eq!(written[0], [("journal", 1), ("throttle", 2)]);
    assert!(written.iter().all(|one| *one == written[0]), "{written:?}");
}

async fn an_empty_field_is_no_try(house: House) {
    let mut anna = house.added("anna", Role::Specialist).await;
    let before = Ledger::of(&house).await;
    for _ in 0..5 {
        let input = DeskSignInInput::default();
        assert_eq!(anna.try_input(input).await, "/desk/login");
    }
    let refused = anna.browser.refusals();
    let fields: Vec<_> = refused.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["login", "password", "code"]);
    assert_eq!(Ledger::of(&house).await, before);
}

/// A code serves once, and none before it serves any more.
async fn a_code_is_used_once(house: House) {
    let anna = house.employee("anna", Role::Specialist).await;
    house.pass(60);
    let (password, code) = (anna.password.clone(), anna.code_in(&house, 0));
    let earlier = anna.code_in(&house, -30);
    let mut elsewhere = anna.clone();
    elsewhere.browser = house.browser();
    assert_eq!(elsewhere.try_with(&password, &code).await, "/desk");
    for used in [&code, &earlier] {
        elsewhere.browser = house.browser();
        assert_eq!(elsewhere.try_with(&password, used).await, "/desk/login");
    }
    house.pass(30);
    elsewhere.browser = house.browser();
    assert_eq!(elsewhere.sign_in(&house).await, "/desk");
}

/// One step before and after the present one, to the second.
async fn a_code_lives_three_steps(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    let password = anna.password.clone();
    // To the first second of a step.
    let into = house.now().seconds() % 30;
    house.pass(3_600 - into);
    house
        .ground
        .clock
        .advance_ms(-(house.now().millis() % 1_000));
    for (seconds, fits) in [(-31, false), (60, false), (-30, true), (59, true)] {
        let code = anna.code_in(&house, seconds);
        anna.browser = house.browser();
        let next = anna.try_with(&password, &code).await;
        assert_eq!(next == "/desk", fits, "{seconds}: {next}");
    }
}

/// From the fourth failure on the login waits, wherever it is tried from; so does the address.
async fn failures_delay_login_and_address(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    let mut boris = house.employee("boris", Role::Senior).await;
    house.pass(60);
    let right = anna.password.clone();
    for failure in 1..=4 {
        anna.try_with("Wrong-password-1!", "000000").await;
        let wait = anna.browser.flash().wait_s;
        assert_eq!(wait.is_some(), failure == 4, "failure {failure}");
    }
    let code = anna.code_in(&house, 0);
    let own = std::mem::replace(&mut anna.browser, house.browser());
    assert_eq!(anna.try_with(&right, &code).await, "/desk/login");
    assert!(anna.browser.flash().wait_s.is_some_and(|wait| wait > 0));
    boris.browser = own;
    assert_eq!(
        boris.sign_in(&house).await,
        "/desk/login",
        "the address waits, too"
    );
    house.pass(3);
    let code = anna.code_in(&house, 0);
    assert_eq!(
        anna.try_with(&right, &code).await,
        "/desk",
        "and then it is forgotten"
    );
}

async fn the_way_back_is_followed_inside_the_desk_alone(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    for (return_to, next) in [
        ("/desk/reviews/1", "/desk/reviews/1"),
        ("/desk?sort=cause&page=2", "/desk?sort=cause&page=2"),
        ("/cabinet", "/desk"),
        ("/desk/login", "/desk"),
        ("//evil.example/desk", "/desk"),
        ("https://evil.example", "/desk"),
    ] {
        house.pass(60);
        anna.browser = house.browser();
        let mut input = DeskSignInInput {
            login: format!(" {} ", anna.login.to_uppercase()),
            password: anna.password.clone(),
            code: "000000".into(),
            return_to: return_to.into(),
        };
        let refused = anna.try_input(input.clone()).await;
        assert_eq!(
            refused.contains("return_to"),
            return_to == next,
            "{refused}"
        );
        let code = anna.code_in(&house, 0);
        input.code = format!("{} {}", &code[..3], &code[3..]);
        assert_eq!(anna.try_input(input).await, next);
    }
}

/// The command line: a login belongs to one, and a reset opens the desk again with new secrets alone.
async fn operators_are_added_and_reset_once(house: House) {
    let mut anna = house.employee("anna", Role::Specialist).await;
    let login = OperatorLogin::parse("anna").expect("a login");
    let again = operator::add(&house.portal, &login, Role::Senior, None).await;
    assert_eq!(again.err(), Some(OperatorError::Taken));
    let nobody = OperatorLogin::parse("nobody").expect("a login");
    let reset = operator::reset(&house.portal, &nobody).await;
    assert_eq!(reset.err(), Some(OperatorError::Unknown));
    let disabled = operator::disable(&house.portal, &nobody).await;
    assert_eq!(disabled.err(), Some(OperatorError::Unknown));
    for _ in 0..2 {
        let done = operator::disable(&house.portal, &login).await;
        assert_eq!(done, Ok(()));
    }
    assert_eq!(house.noted("operator_disabled").await, 1);
    let issued = operator::reset(&house.portal, &login).await.expect("reset");
    house.pass(30);
    assert_eq!(anna.sign_in(&house).await, "/desk/login", "the old secrets");
    let mut anna = Employee::new(&house, &issued);
    assert_eq!(anna.sign_in(&house).await, "/desk/password");
    let lines = operator::list(&house.portal).await.expect("listed");
    assert_eq!(lines.len(), 1);
    assert!(lines[0].must_change && lines[0].disabled_at.is_none());
}

on_both! {
    the_first_one_demands_a_password
    every_failure_reads_the_same
    an_unknown_login_costs_the_same
    an_empty_field_is_no_try
    a_code_is_used_once
    a_code_lives_three_steps
    failures_delay_login_and_address
    the_way_back_is_followed_inside_the_desk_alone
    operators_are_added_and_reset_once
}

//! Administrators and the other operators.

use accounts::desk::{self, AddOperatorInput, Issue};
use accounts::operator::Role;
use accounts::{Outcome, PortalError};

use super::employee::{Employee, OWN_PASSWORD};
use crate::house::House;

fn input(login: &str, role: &str, centre: &str) -> AddOperatorInput {
    AddOperatorInput {
        login: login.into(),
        role: role.into(),
        centre: centre.into(),
    }
}

impl Employee {
    async fn add(&mut self, house: &House, input: AddOperatorInput) -> Option<Employee> {
        let issue = desk::add_operator(&self.browser.portal, &self.browser.visit, input).await;
        self.issued(house, issue.expect("an answer"))
    }

    async fn reset(&mut self, house: &House, login: &str) -> Option<Employee> {
        let (portal, visit) = (&self.browser.portal, &self.browser.visit);
        let issue = desk::reset_operator(portal, visit, login.into()).await;
        self.issued(house, issue.expect("an answer"))
    }

    fn issued(&mut self, house: &House, issue: Issue) -> Option<Employee> {
        match issue {
            Issue::Issued(issued) => Some(Employee::new(house, &issued)),
            Issue::Refused(done) => {
                self.browser.take(&done);
                None
            }
        }
    }

    async fn disable(&mut self, login: &str) -> Result<String, PortalError> {
        let (portal, visit) = (&self.browser.portal, &self.browser.visit);
        let done = desk::disable_operator(portal, visit, login.into()).await?;
        Ok(self.browser.take(&done))
    }

    async fn place(&mut self, login: &str, centre: &str) -> String {
        let (portal, visit) = (&self.browser.portal, &self.browser.visit);
        let done = desk::place_operator(portal, visit, login.into(), centre.into()).await;
        self.browser.take(&done.expect("an answer"))
    }

    async fn is_in(&self) -> bool {
        let seat = desk::current(&self.browser.portal, &self.browser.visit).await;
        seat.expect("an answer").is_some()
    }
}

async fn an_administrator_keeps_the_operators(house: House) {
    let mut boss = house.employee("boss", Role::Administrator).await;
    let actor = house.operator_id("boss").await;
    let anna = boss
        .add(&house, input(" anna ", "operator", "tver-mfc-1"))
        .await;
    let mut anna = anna.expect("added");
    let id = house.operator_id("anna").await;
    let (detail, _) = house.newest("operator_added").await;
    let expected = format!(r#"{{"actor":"{actor}","operator":"{id}","role":"operator"}}"#);
    assert_eq!(detail, expected);
    assert_eq!(anna.sign_in(&house).await, "/desk/password");
    anna.choose(OWN_PASSWORD).await;

    let view = desk::operators(&boss.browser.portal, &boss.browser.visit, String::new()).await;
    let lines = view.expect("a view").lines;
    let seen: Vec<_> = lines
        .iter()
        .map(|line| (line.login.as_str(), line.centre.as_deref()))
        .collect();
    assert_eq!(seen, [("anna", Some("tver-mfc-1")), ("boss", None)]);
    assert_eq!(lines[0].acted_at, Some(house.now()));

    assert_eq!(boss.place("anna", "").await, "/desk/operators/anna");
    assert!(boss.browser.hears(Outcome::OperatorPlaced));
    boss.place("anna", "").await;
    assert_eq!(
        house.noted("operator_placed").await,
        1,
        "a repeat is nothing"
    );
    boss.place("anna", "nowhere").await;
    assert_eq!(
        boss.browser.refusals(),
        [("centre".into(), "centre_unknown".into())]
    );

    let fresh = boss.reset(&house, "anna").await.expect("a new password");
    assert!(!anna.is_in().await);
    assert_eq!(anna.sign_in(&house).await, "/desk/login");
    house.pass(900);
    boss.sign_in(&house).await;
    anna = fresh;
    assert_eq!(anna.sign_in(&house).await, "/desk/password");
    let next = boss.disable("anna").await.expect("an answer");
    assert_eq!(next, "/desk/operators/anna");
    assert!(!anna.is_in().await);
    for event in ["operator_reset", "operator_disabled"] {
        let (detail, _) = house.newest(event).await;
        assert!(
            detail.contains(&format!(r#""actor":"{actor}""#)),
            "{detail}"
        );
    }
}

async fn what_cannot_be_is_said_and_kept(house: House) {
    let mut boss = house.employee("boss", Role::Administrator).await;
    house.added("anna", Role::Specialist).await;
    for (typed, refusals) in [
        (
            input("Аня", "", ""),
            vec![("login", "operator_login_bad"), ("role", "choice_missing")],
        ),
        (
            input("anna", "senior", ""),
            vec![("login", "operator_login_taken")],
        ),
        (
            input("boris", "senior", "nowhere"),
            vec![("centre", "centre_unknown")],
        ),
    ] {
        assert!(boss.add(&house, typed.clone()).await.is_none());
        let expected: Vec<_> = refusals
            .into_iter()
            .map(|(field, code)| (field.to_owned(), code.to_owned()))
            .collect();
        assert_eq!(boss.browser.refusals(), expected);
        let flash = boss.browser.flash();
        assert_eq!(flash.login.as_deref(), Some(typed.login.as_str()));
        assert_eq!(flash.kept("role"), Some(typed.role.as_str()));
        assert_eq!(flash.kept("centre"), Some(typed.centre.as_str()));
    }
    assert!(boss.reset(&house, "nobody").await.is_none());
    assert!(boss.browser.hears(Outcome::OperatorUnknown));
    boss.disable("../anna").await.expect("an answer");
    assert!(boss.browser.hears(Outcome::OperatorUnknown));
    assert_eq!(house.noted("operator_added").await, 2);
}

/// Nobody takes the ground from under their own feet, and two who disable each other leave one.
async fn an_administrator_is_always_left(house: House) {
    let mut one = house.employee("one", Role::Administrator).await;
    assert!(one.reset(&house, "one").await.is_none());
    assert!(one.browser.hears(Outcome::OperatorOwn));
    one.disable("one").await.expect("an answer");
    assert!(one.browser.hears(Outcome::OperatorOwn) && one.is_in().await);
    let mut two = house.employee("two", Role::Administrator).await;
    let (first, second) = tokio::join!(one.disable("two"), two.disable("one"));
    assert!(first.is_ok() || second.is_ok());
    assert_ne!(one.is_in().await, two.is_in().await);
    assert_eq!(house.noted("operator_disabled").await, 1);
}

async fn operators_are_the_administrators_business(house: House) {
    house.added("anna", Role::Specialist).await;
    for role in Role::ALL.into_iter().filter(|role| !role.administers()) {
        let employee = house.employee(&format!("one-{}", role.code()), role).await;
        let (portal, visit) = (&employee.browser.portal, &employee.browser.visit);
        let answers = [
            desk::operators(portal, visit, String::new()).await.err(),
            desk::operator(portal, visit, "anna").await.err(),
            desk::add_operator(portal, visit, input("boris", "senior", ""))
                .await
                .err(),
            desk::reset_operator(portal, visit, "anna".into())
                .await
                .err(),
            desk::disable_operator(portal, visit, "anna".into())
                .await
                .err(),
            desk::place_operator(portal, visit, "anna".into(), String::new())
                .await
                .err(),
        ];
        assert_eq!(answers, [Some(PortalError::Forbidden); 6], "{role:?}");
    }
    let newcomer = {
        let mut newcomer = house.added("newcomer", Role::Administrator).await;
        newcomer.sign_in(&house).await;
        newcomer
    };
    let (portal, visit) = (&newcomer.browser.portal, &newcomer.browser.visit);
    let early = desk::operators(portal, visit, String::new()).await.err();
    assert_eq!(
        early,
        Some(PortalError::NotSignedIn),
        "a password comes first"
    );
}

on_both! {
    an_administrator_keeps_the_operators
    what_cannot_be_is_said_and_kept
    an_administrator_is_always_left
    operators_are_the_administrators_business
}

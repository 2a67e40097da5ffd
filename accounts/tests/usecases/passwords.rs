//! Changing the password, and warnings about weak ones (R-PWD-01 … R-PWD-09, S2).

use accounts::enrolment::{self, PasswordInput};
use accounts::outbox::NoticeKind;
use accounts::{Outcome, PortalError, credential};

use crate::browser::{Browser, twice};
use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_PASSWORD, PASSWORD, PHONE};

/// Meets the rules and is easily guessed; is made of the surname.
const COMMON: &str = "Password1!";
const OWN: &str = "Ryabinina-1!";

async fn a_change_ends_other_sessions_and_is_told(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let other = house.signed_in(PHONE, PASSWORD).await;
    let set_at = owner.security().await.password_changed_at;
    house.pass(3600);
    assert_eq!(
        owner.change_password(PASSWORD, OTHER_PASSWORD).await,
        "/cabinet/security"
    );
    assert!(owner.hears(Outcome::PasswordChanged));
    assert!(owner.session().await.is_some() && other.session().await.is_none());
    let security = owner.security().await;
    assert_eq!(security.password_changed_at, house.now());
    assert_ne!(security.password_changed_at, set_at);
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::PasswordChanged)
    );
    assert_eq!(house.browser().sign_in(PHONE, PASSWORD).await, "/login");
    owner.sign_out().await;
    assert_eq!(owner.sign_in(PHONE, OTHER_PASSWORD).await, "/cabinet");
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::PasswordChanged),
        "one's own device stays known"
    );
}

/// A second click finds the password changed and is told the same, once.
async fn a_repeated_change_is_one(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let mut repeat = owner.clone();
    owner.change_password(PASSWORD, OTHER_PASSWORD).await;
    repeat.change_password(PASSWORD, OTHER_PASSWORD).await;
    assert!(repeat.hears(Outcome::PasswordChanged));
    let changes = "SELECT COUNT(*) FROM journal WHERE event = 'password_changed'";
    assert_eq!(house.count(changes).await, 1);
    let told = house.kinds_to(PHONE).await;
    let told = told
        .iter()
        .filter(|kind| **kind == NoticeKind::PasswordChanged);
    assert_eq!(told.count(), 1);
    house.pass(61);
    owner.change_password(PASSWORD, OTHER_PASSWORD).await;
    assert!(
        owner.hears(Outcome::WrongPassword),
        "a minute later it is no repeat"
    );
}

async fn a_change_that_is_refused_changes_nothing(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let other = house.signed_in(PHONE, PASSWORD).await;
    let before = Ledger::of(&house).await;
    owner.change_password("", "short").await;
    let fields: Vec<_> = owner
        .refusals()
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert_eq!(fields[..2], ["current", "password"]);
    assert_eq!(Ledger::of(&house).await, before);
    let mut waits = Vec::new();
    for _ in 0..4 {
        owner.change_password(OTHER_PASSWORD, OTHER_PASSWORD).await;
        assert!(owner.hears(Outcome::WrongPassword));
        waits.push(owner.flash().wait_s);
    }
    assert_eq!(waits, [None, None, None, Some(2)]);
    assert!(other.session().await.is_some());
    house.signed_in(PHONE, PASSWORD).await;
    let nobody = house.browser();
    let input = credential::PasswordChangeInput::default();
    let refused = credential::change_password(&nobody.portal, &nobody.visit, input).await;
    assert_eq!(refused.err(), Some(PortalError::NotSignedIn));
}

/// A weak password is warned of on the next page and accepted all the same.
async fn a_weak_password_is_warned_of(house: House) {
    for (contact, password, warning) in [
        (PHONE, COMMON, Outcome::PasswordCommon),
        (EMAIL, OWN, Outcome::PasswordOwn),
    ] {
        let mut browser = house.proven(contact).await;
        assert_eq!(advice(&browser, password).await, Some(warning));
        assert_eq!(advice(&browser, PASSWORD).await, None);
        assert_eq!(browser.password(password).await, "/register/done");
        assert!(browser.hears(warning));
        assert_eq!(
            advice(&browser, OWN).await,
            Some(Outcome::PasswordOwn),
            "in the cabinet, too"
        );
        browser.change_password(password, OWN).await;
        assert!(browser.hears(Outcome::PasswordChanged) && browser.hears(Outcome::PasswordOwn));
        house.pass(3600);
        let mut recovering = house.browser();
        recovering.recover(contact).await;
        let code = house.code(contact).await;
        recovering.recovery_code(&code).await;
        assert_eq!(recovering.new_password(COMMON).await, "/cabinet");
        assert!(recovering.hears(Outcome::PasswordCommon));
    }
    let nobody = house.browser();
    assert_eq!(
        advice(&nobody, OWN).await,
        None,
        "whose name it is nobody learns"
    );
    assert_eq!(advice(&nobody, COMMON).await, Some(Outcome::PasswordCommon));
}

async fn advice(browser: &Browser, password: &str) -> Option<Outcome> {
    credential::advice(&browser.portal, &browser.visit, password.into())
        .await
        .expect("an answer")
}

/// Where the setting says so, it is refused.
async fn a_weak_password_can_be_refused(mut house: House) {
    house
        .restart_with(|config| config.password.refuse_weak = true)
        .await;
    let mut browser = house.proven(PHONE).await;
    for (password, code) in [
        (COMMON, Outcome::PasswordCommon),
        (OWN, Outcome::PasswordOwn),
    ] {
        assert_eq!(browser.password(password).await, "/register/password");
        assert_eq!(
            browser.refusals(),
            [("password".into(), code.code().into())]
        );
    }
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    browser.change_password(PASSWORD, COMMON).await;
    assert!(browser.hears(Outcome::PasswordCommon) && !browser.hears(Outcome::PasswordChanged));
}

/// Every hashing thread is busy: told at once, and nothing is lost but the typed password.
async fn an_overload_loses_nothing(mut house: House) {
    let mut browser = house.proven(PHONE).await;
    house
        .restart_with(|config| {
            config.hashing.queue = 1;
            config.hashing.memory_kib = 65_536;
            config.hashing.iterations = 8;
        })
        .await;
    browser.portal = house.portal.clone();
    let before = Ledger::of(&house).await;
    let mut answers = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (portal, visit) = (browser.portal.clone(), browser.visit.clone());
        answers.spawn(
            async move { enrolment::submit_password(&portal, &visit, twice(PASSWORD)).await },
        );
    }
    let mut refused = 0;
    while let Some(answer) = answers.join_next().await {
        match answer.expect("no panic") {
            Ok(done) => assert_eq!(done.next, "/register/done"),
            Err(PortalError::Overloaded { retry_after_s }) => {
                assert!(retry_after_s > 0);
                refused += 1;
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert!((1..4).contains(&refused), "{refused} of 4 were refused");
    assert_eq!(Ledger::of(&house).await.since(&before)[0], ("account", 1));
    let wrong = PasswordInput::default();
    let answer = enrolment::submit_password(&browser.portal, &browser.visit, wrong).await;
    assert_eq!(answer.expect("an answer").next, "/register/done");
}

on_both! {
    a_change_ends_other_sessions_and_is_told
    a_repeated_change_is_one
    a_change_that_is_refused_changes_nothing
    a_weak_password_is_warned_of
    a_weak_password_can_be_refused
    an_overload_loses_nothing
}

//! Signing in and out (R-LOG-01 … R-LOG-09, D-14, D-47).

use accounts::outbox::NoticeKind;
use accounts::sign_in::{self, SignInInput};
use accounts::store::Value;
use accounts::{CookieChange, CookieName, Outcome};

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE};

async fn phone_and_email_both_lead_in(house: House) {
    let mut owner = house.citizen_with_both(PHONE, EMAIL).await;
    owner
        .confirm_contact(domain::field::contact::ContactKind::Email)
        .await;
    let code = house.code(EMAIL).await;
    owner
        .contact_code(domain::field::contact::ContactKind::Email, &code)
        .await;
    for login in [PHONE, EMAIL, "8 900 123 45 67", " rowan@mail.example "] {
        let browser = house.signed_in(login, PASSWORD).await;
        let session = browser.session().await.expect("signed in");
        assert_eq!(session.surname, "Рябинина", "{login}");
    }
}

/// One answer for every failure: page, words and cookies.
async fn every_failure_reads_the_same(house: House) {
    house.citizen(PHONE).await;
    let mut answers = Vec::new();
    for (login, password) in [
        (PHONE, OTHER_PASSWORD),
        (OTHER_PHONE, PASSWORD),
        (EMAIL, PASSWORD),
        ("no login at all", PASSWORD),
    ] {
        let mut browser = house.browser();
        let next = browser.sign_in(login, password).await;
        let flash = browser.flash();
        assert_eq!(flash.login.as_deref(), Some(login), "the login stays typed");
        assert!(browser.session().await.is_none());
        answers.push((next, flash.form, flash.codes, flash.wait_s));
    }
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    assert_eq!(answers[0].0, "/login");
    assert_eq!(answers[0].2[0].code, Outcome::SignInFailed.code());
    assert!(house.kinds_to(PHONE).await.len() == 2, "nobody is told");
}

/// A wrong password and an unknown login write the same.
async fn an_unknown_login_costs_the_same(house: House) {
    house.citizen(PHONE).await;
    let mut written = Vec::new();
    for login in [PHONE, OTHER_PHONE, "no login at all"] {
        let before = Ledger::of(&house).await;
        house.browser().sign_in(login, OTHER_PASSWORD).await;
        written.push(Ledger::of(&house).await.since(&before));
    }
    assert_eq!(written[0], [("journal", 1), ("throttle", 2)]);
    assert_eq!(written[0], written[1]);
    assert_eq!(written[0], written[2]);
}

async fn an_empty_field_is_no_try(house: House) {
    house.citizen(PHONE).await;
    let before = Ledger::of(&house).await;
    let mut browser = house.browser();
    for _ in 0..5 {
        assert_eq!(browser.sign_in("", "").await, "/login");
    }
    let refused = browser.refusals();
    let fields: Vec<_> = refused.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["login", "password"]);
    assert_eq!(Ledger::of(&house).await, before);
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/cabinet");
}

async fn the_way_back_is_followed_inside_the_portal_alone(house: House) {
    house.citizen(PHONE).await;
    for (return_to, next) in [
        ("/cabinet/security", "/cabinet/security"),
        ("", "/cabinet"),
        ("//evil.example", "/cabinet"),
        ("https://evil.example", "/cabinet"),
    ] {
        let mut browser = house.browser();
        let mut input = SignInInput {
            login: PHONE.into(),
            password: OTHER_PASSWORD.into(),
            return_to: return_to.into(),
            ..SignInInput::default()
        };
        let refused = browser.sign_in_with(input.clone()).await;
        let kept = return_to == next;
        assert_eq!(refused.contains("return_to"), kept, "{refused}");
        input.password = PASSWORD.into();
        assert_eq!(browser.sign_in_with(input).await, next);
    }
}

/// «Чужой компьютер»: the cookie ends with the browser, and the device is not remembered.
async fn a_foreign_computer_remembers_nothing(house: House) {
    house.citizen(PHONE).await;
    for foreign_computer in [true, false] {
        let browser = house.browser();
        let input = SignInInput {
            login: PHONE.into(),
            password: PASSWORD.into(),
            foreign_computer,
            ..SignInInput::default()
        };
        let before = Ledger::of(&house).await;
        let done = sign_in::submit(&browser.portal, &browser.visit, input).await;
        let cookies = done.expect("an answer").cookies;
        let age = |wanted: CookieName| {
            cookies.iter().find_map(|change| match change {
                CookieChange::Set {
                    name, max_age_s, ..
                } if *name == wanted => Some(*max_age_s),
                _ => None,
            })
        };
        let added = Ledger::of(&house).await.since(&before);
        let devices = added.iter().filter(|(table, _)| *table == "device").count();
        if foreign_computer {
            assert_eq!(age(CookieName::Session), Some(None));
            assert_eq!((age(CookieName::Device), devices), (None, 0));
        } else {
            assert_eq!(age(CookieName::Session), Some(Some(86_400)));
            assert!(age(CookieName::Device).is_some() && devices == 1);
        }
    }
}

/// The owner hears of a device that was not known, once.
async fn a_new_device_is_told_to_the_owner(house: House) {
    let mut own = house.citizen(PHONE).await;
    own.sign_out().await;
    house.pass(3600);
    assert_eq!(own.sign_in(PHONE, PASSWORD).await, "/cabinet");
    assert_eq!(
        house.kinds_to(PHONE).await.len(),
        2,
        "a known one is no news"
    );
    let mut new = house.signed_in(PHONE, PASSWORD).await;
    new.sign_out().await;
    house.pass(3600);
    new.sign_in(PHONE, PASSWORD).await;
    assert_eq!(
        house.kinds_to(PHONE).await[2..],
        [NoticeKind::SignedInNewDevice]
    );
}

/// Two clicks on «Войти» are one sign-in to the owner.
async fn a_double_click_is_told_once(house: House) {
    house.citizen(PHONE).await;
    let mut first = house.browser();
    let mut second = first.clone();
    first.sign_in(PHONE, PASSWORD).await;
    assert_eq!(second.sign_in(PHONE, PASSWORD).await, "/cabinet");
    assert_eq!(first.sign_in(PHONE, PASSWORD).await, "/cabinet");
    assert_eq!(
        house.kinds_to(PHONE).await[2..],
        [NoticeKind::SignedInNewDevice]
    );
}

/// A token is new at every sign-in, and the one before it opens nothing any more.
async fn a_new_session_takes_the_place_of_the_old(house: House) {
    house.citizen(PHONE).await;
    let mut other = house.citizen(EMAIL).await;
    let before = other.clone();
    assert_eq!(other.sign_in(PHONE, PASSWORD).await, "/cabinet");
    assert!(before.session().await.is_none());
    assert_ne!(before.visit.session, other.visit.session);
    assert!(other.session().await.is_some());
}

async fn signing_out_ends_the_session(house: House) {
    let mut browser = house.citizen(PHONE).await;
    let before = browser.clone();
    let mut elsewhere = house.signed_in(PHONE, PASSWORD).await;
    assert_eq!(browser.sign_out().await, "/");
    assert!(browser.visit.session.is_none() && browser.visit.draft.is_none());
    assert!(browser.visit.device.is_some(), "the device stays known");
    assert!(
        before.session().await.is_none(),
        "the old cookie opens nothing"
    );
    assert!(elsewhere.session().await.is_some());
    assert_eq!(browser.sign_out().await, "/", "a repeat is harmless");
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM journal WHERE event = 'signed_out'")
            .await,
        1
    );
    elsewhere.register(crate::people::form_with(EMAIL)).await;
    elsewhere.sign_out().await;
    assert!(elsewhere.visit.draft.is_some(), "what was begun here stays");
}

/// Stronger parameters in the settings: the next sign-in hashes anew, and the password is as old as before.
async fn a_sign_in_raises_the_parameters(mut house: House) {
    const STORED: &str = "SELECT phc, changed_at FROM credential WHERE kind = $1";
    house.citizen(PHONE).await;
    let stored = || house.look(STORED, vec![Value::from("password")]);
    let before = stored().await;
    assert!(before.text(0).expect("a hash").contains("m=64,t=1"));
    house.pass(3600);
    house
        .restart_with(|config| (config.hashing.memory_kib, config.hashing.iterations) = (128, 2))
        .await;
    let stored = || house.look(STORED, vec![Value::from("password")]);
    house.browser().sign_in(PHONE, OTHER_PASSWORD).await;
    assert_eq!(stored().await.text(0), before.text(0), "not by a wrong one");
    house.signed_in(PHONE, PASSWORD).await;
    let after = stored().await;
    assert!(after.text(0).expect("a hash").contains("m=128,t=2"));
    assert_eq!(after.int(1), before.int(1));
    house.signed_in(PHONE, PASSWORD).await;
    assert_eq!(stored().await.text(0), after.text(0), "once");
}

on_both! {
    phone_and_email_both_lead_in
    every_failure_reads_the_same
    an_unknown_login_costs_the_same
    an_empty_field_is_no_try
    the_way_back_is_followed_inside_the_portal_alone
    a_foreign_computer_remembers_nothing
    a_new_device_is_told_to_the_owner
    a_double_click_is_told_once
    a_new_session_takes_the_place_of_the_old
    signing_out_ends_the_session
    a_sign_in_raises_the_parameters
}

//! How long a citizen stays signed in, and how sessions are ended (P-08).

use accounts::sign_in::SignInInput;
use accounts::{Outcome, PortalError, cabinet, session};

use crate::browser::Browser;
use crate::house::House;
use crate::people::{EMAIL, PASSWORD, PHONE};

const HOUR: i64 = 3600;

async fn on_a_foreign_computer(house: &House) -> Browser {
    let mut browser = house.browser();
    let input = SignInInput {
        login: PHONE.into(),
        password: PASSWORD.into(),
        foreign_computer: true,
        ..SignInInput::default()
    };
    assert_eq!(browser.sign_in_with(input).await, "/cabinet");
    browser
}

/// However much it is used.
async fn a_session_ends_after_24_hours(house: House) {
    let browser = house.citizen(PHONE).await;
    let ends = house.now().plus_s(24 * HOUR);
    for _ in 0..23 {
        house.pass(HOUR);
        let view = browser.session().await.expect("signed in");
        assert_eq!((view.expires_at, view.idle_at), (ends, None));
    }
    house.pass(HOUR - 1);
    assert!(browser.session().await.is_some());
    house.pass(1);
    assert!(browser.session().await.is_none());
    let refused = cabinet::home(&browser.portal, &browser.visit).await.err();
    assert_eq!(refused, Some(PortalError::NotSignedIn));
}

async fn a_foreign_computer_is_left_after_15_minutes(house: House) {
    house.citizen(PHONE).await;
    let browser = on_a_foreign_computer(&house).await;
    house.pass(899);
    let view = browser.session().await.expect("signed in");
    assert_eq!(
        view.idle_at,
        Some(house.now().plus_s(900)),
        "used: the time begins anew"
    );
    house.pass(899);
    assert!(browser.session().await.is_some());
    house.pass(900);
    assert!(browser.session().await.is_none());
    let refused = cabinet::home(&browser.portal, &browser.visit).await.err();
    assert_eq!(refused, Some(PortalError::NotSignedIn));
}

/// Used all the time, a foreign computer's session ends after 24 hours, too.
async fn a_foreign_computer_has_no_longer_session(house: House) {
    house.citizen(PHONE).await;
    let browser = on_a_foreign_computer(&house).await;
    for _ in 0..(24 * 6 - 1) {
        house.pass(600);
        assert!(browser.session().await.is_some());
    }
    house.pass(600);
    assert!(browser.session().await.is_none());
}

async fn sessions_are_listed_and_ended_one_by_one(house: House) {
    let mut browser = house.citizen(PHONE).await;
    house.pass(10);
    let foreign = on_a_foreign_computer(&house).await;
    house.pass(10);
    let second = house.signed_in(PHONE, PASSWORD).await;
    let rows = browser.security().await.sessions;
    let shown: Vec<_> = rows
        .iter()
        .map(|row| (row.current, row.foreign_computer, row.address.clone()))
        .collect();
    let address = |browser: &Browser| browser.visit.address.to_string();
    assert_eq!(
        shown,
        [
            (true, false, address(&browser)),
            (false, false, address(&second)),
            (false, true, address(&foreign)),
        ],
        "one's own first, then the newest"
    );
    assert_eq!(browser.end_session(&rows[1].id).await, "/cabinet/security");
    assert!(browser.hears(Outcome::SessionEnded));
    assert!(second.session().await.is_none());
    assert!(foreign.session().await.is_some());
    browser.end_session(&rows[1].id).await;
    assert!(
        browser.hears(Outcome::SessionEnded),
        "a repeat is told the same"
    );
    browser.end_session(&rows[0].id).await;
    assert!(
        browser.session().await.is_some(),
        "one's own ends by signing out"
    );
    let ended = "SELECT COUNT(*) FROM journal WHERE event = 'session_ended'";
    assert_eq!(house.count(ended).await, 1);
}

async fn a_strangers_session_cannot_be_ended(house: House) {
    let owner = house.citizen(PHONE).await;
    let mut stranger = house.citizen(EMAIL).await;
    let id = owner.session().await.expect("signed in").session_id;
    stranger.end_session(&id).await;
    stranger.end_other_sessions().await;
    assert!(owner.session().await.is_some());
}

/// All others at once; their devices are forgotten, one's own is not.
async fn all_other_sessions_are_ended_at_once(house: House) {
    let mut browser = house.citizen(PHONE).await;
    let mut others = Vec::new();
    for _ in 0..3 {
        others.push(house.signed_in(PHONE, PASSWORD).await);
    }
    assert_eq!(browser.end_other_sessions().await, "/cabinet/security");
    assert!(browser.hears(Outcome::SessionsEnded));
    for other in &others {
        assert!(other.session().await.is_none());
    }
    assert!(browser.session().await.is_some());
    assert_eq!(browser.security().await.sessions.len(), 1);
    assert_eq!(house.count("SELECT COUNT(*) FROM device").await, 1);
    browser.end_other_sessions().await;
    let ended = "SELECT COUNT(*) FROM journal WHERE event = 'sessions_ended'";
    assert_eq!(house.count(ended).await, 1, "nothing was left to end");
}

async fn nobody_ends_sessions_without_one(house: House) {
    let owner = house.citizen(PHONE).await;
    let nobody = house.browser();
    let id = owner.session().await.expect("signed in").session_id;
    let refused = Some(PortalError::NotSignedIn);
    let (portal, visit) = (&nobody.portal, &nobody.visit);
    assert_eq!(session::revoke(portal, visit, id).await.err(), refused);
    assert_eq!(session::revoke_others(portal, visit).await.err(), refused);
    assert!(owner.session().await.is_some());
}

/// What has ended is deleted.
async fn ended_sessions_are_swept(mut house: House) {
    const LEFT: &str = "SELECT COUNT(*) FROM session";
    house.citizen(PHONE).await;
    house.pass(HOUR);
    house.signed_in(PHONE, PASSWORD).await;
    house.pass(24 * HOUR - 1);
    house.restart().await;
    let swept = async {
        while house.count(LEFT).await != 1 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(5), swept)
        .await
        .expect("the one that has ended is gone, the other is not");
}

on_both! {
    a_session_ends_after_24_hours
    a_foreign_computer_is_left_after_15_minutes
    a_foreign_computer_has_no_longer_session
    sessions_are_listed_and_ended_one_by_one
    a_strangers_session_cannot_be_ended
    all_other_sessions_are_ended_at_once
    nobody_ends_sessions_without_one
    ended_sessions_are_swept
}

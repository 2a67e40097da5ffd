//! The rules of codes (P-01 … P-03, R-CNT-01 … R-CNT-05).

use accounts::Outcome;
use accounts::outbox::Channel;

use crate::house::House;
use crate::people::{EMAIL, PHONE, form_with};

/// Wrong codes are summed over the codes that live; the fifth ends them all, and nothing else.
async fn five_wrong_codes_end_the_codes_that_live(house: House) {
    let mut browser = house.begun(PHONE).await;
    house.pass(60);
    browser.resend().await;
    let codes = house.codes(PHONE).await;
    assert_eq!(codes.len(), 2);
    let wrong = house.wrong_code(PHONE).await;
    for _ in 0..4 {
        assert_eq!(browser.code(&wrong).await, "/register/code");
        assert!(browser.hears(Outcome::WrongCode));
    }
    house.pass(20);
    browser.code(&wrong).await;
    assert!(browser.hears(Outcome::TooManyCodes));
    assert_eq!(
        browser.flash().wait_s,
        Some(40),
        "a new one can be asked for then"
    );
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM journal WHERE event = 'codes_ended'")
            .await,
        1
    );
    for code in &codes {
        browser.code(code).await;
        assert!(
            browser.hears(Outcome::TooManyCodes),
            "both codes have ended"
        );
    }
    let view = browser
        .registration()
        .await
        .code
        .expect("a code is waited for");
    assert_eq!(view.locked_for_s, Some(40));
    browser.resend().await;
    assert!(
        browser.hears(Outcome::TooManyCodes),
        "not before the pause is over"
    );
    assert_eq!(house.codes(PHONE).await.len(), 2);
    house.pass(40);
    browser.resend().await;
    assert!(browser.hears(Outcome::Resent));
    let view = browser
        .registration()
        .await
        .code
        .expect("a code is waited for");
    assert_eq!(view.locked_for_s, None);
    let code = house.code(PHONE).await;
    assert_eq!(browser.code(&code).await, "/register/password");
}

/// The count belongs to one draft: whoever guesses in another one stands in nobody's way.
async fn wrong_codes_of_a_stranger_end_nothing_here(house: House) {
    let mut owner = house.begun(PHONE).await;
    let code = house.code(PHONE).await;
    let mut stranger = house.begun(PHONE).await;
    let wrong = house.wrong_code(PHONE).await;
    for _ in 0..5 {
        stranger.code(&wrong).await;
    }
    assert!(stranger.hears(Outcome::TooManyCodes));
    assert_eq!(owner.code(&code).await, "/register/password");
}

/// A code opens the draft it was sent for and no other.
async fn a_code_belongs_to_its_draft(house: House) {
    let mut first = house.begun(PHONE).await;
    let code = house.code(PHONE).await;
    let mut second = house.begun(PHONE).await;
    assert_eq!(second.code(&code).await, "/register/code");
    assert!(second.hears(Outcome::WrongCode));
    assert_eq!(first.code(&code).await, "/register/password");
    assert_eq!(
        house.browser().code(&code).await,
        "/register",
        "a browser without a draft begins at the form"
    );
}

/// What cannot be a code is told apart and costs no try.
async fn what_is_no_code_costs_no_try(house: House) {
    let mut browser = house.begun(PHONE).await;
    for (typed, reason) in [
        ("", "empty"),
        ("12345", "wrong_length"),
        ("1234567", "wrong_length"),
        ("12345a", "invalid_characters"),
    ] {
        for _ in 0..3 {
            assert_eq!(browser.code(typed).await, "/register/code");
            assert_eq!(
                browser.refusals(),
                [("code".into(), reason.into())],
                "{typed:?}"
            );
        }
    }
    let code = house.code(PHONE).await;
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    assert_eq!(browser.code(&spaced).await, "/register/password");
}

async fn a_resend_cancels_nothing(house: House) {
    let mut browser = house.begun(PHONE).await;
    house.pass(60);
    browser.resend().await;
    house.pass(60);
    browser.resend().await;
    let codes = house.codes(PHONE).await;
    assert_eq!(codes.len(), 3);
    assert_eq!(browser.code(&codes[0]).await, "/register/password");
}

async fn a_resend_that_is_too_early_says_how_long_to_wait(house: House) {
    let mut browser = house.begun(PHONE).await;
    for (passed, left) in [(0, 60), (25, 35), (34, 1)] {
        house.pass(passed);
        assert_eq!(browser.resend().await, "/register/code");
        assert!(browser.hears(Outcome::ResendTooEarly));
        assert_eq!(browser.flash().wait_s, Some(left));
        let view = browser
            .registration()
            .await
            .code
            .expect("a code is waited for");
        assert_eq!(view.resend_in_s, left);
    }
    assert_eq!(house.messages().await.len(), 1, "nothing was sent");
    house.pass(1);
    browser.resend().await;
    assert!(browser.hears(Outcome::Resent));
    assert_eq!(house.messages().await.len(), 2);
}

async fn a_call_is_offered_after_two_resends(house: House) {
    let mut browser = house.begun(PHONE).await;
    for offered in [false, false] {
        let view = browser
            .registration()
            .await
            .code
            .expect("a code is waited for");
        assert_eq!(view.call_offered, offered);
        house.pass(60);
        browser.resend_by("voice").await;
        assert!(
            browser.hears(Outcome::Resent),
            "asked for too soon it is a message"
        );
    }
    let view = browser
        .registration()
        .await
        .code
        .expect("a code is waited for");
    assert!(view.call_offered);
    house.pass(60);
    browser.resend_by("voice").await;
    assert!(browser.hears(Outcome::Called));
    let messages = house.messages().await;
    let ways: Vec<_> = messages.iter().map(|notice| notice.channel).collect();
    assert_eq!(
        ways,
        [Channel::Sms, Channel::Sms, Channel::Sms, Channel::Voice]
    );
    let code = house.code(PHONE).await;
    assert_eq!(browser.code(&code).await, "/register/password");
}

async fn nobody_calls_an_address(house: House) {
    let mut browser = house.begun(EMAIL).await;
    for _ in 0..3 {
        house.pass(60);
        browser.resend_by("voice").await;
        let view = browser
            .registration()
            .await
            .code
            .expect("a code is waited for");
        assert!(!view.call_offered);
    }
    let messages = house.messages_to(EMAIL).await;
    assert_eq!(messages.len(), 4);
    for notice in messages {
        assert_eq!(notice.channel, Channel::Email);
        assert!(
            notice.code.is_some() && notice.link.is_some(),
            "a letter has both (D-09)"
        );
    }
}

/// A right but late code has a new one sent at once.
async fn a_late_code_brings_a_new_one(house: House) {
    let mut browser = house.begun(PHONE).await;
    let late = house.code(PHONE).await;
    house.pass(599);
    let view = browser
        .registration()
        .await
        .code
        .expect("a code is waited for");
    assert_eq!(view.expires_in_s, 1);
    house.pass(1);
    assert_eq!(browser.code(&late).await, "/register/code");
    assert!(browser.hears(Outcome::ExpiredCode));
    assert_eq!(house.codes(PHONE).await.len(), 2);
    browser.code(&late).await;
    assert!(browser.hears(Outcome::ExpiredCode));
    assert_eq!(
        house.codes(PHONE).await.len(),
        2,
        "the new one lives: no third"
    );
    let code = house.code(PHONE).await;
    assert_eq!(browser.code(&code).await, "/register/password");
}

/// Six messages an hour to one contact, whoever asks for them; the form itself is kept.
async fn a_contact_gets_no_flood(house: House) {
    for _ in 0..6 {
        house.begun(PHONE).await;
    }
    let mut seventh = house.browser();
    assert_eq!(seventh.register(form_with(PHONE)).await, "/register/code");
    assert!(seventh.hears(Outcome::TooManySends));
    assert_eq!(seventh.flash().wait_s, Some(3600));
    assert_eq!(house.messages_to(PHONE).await.len(), 6);
    house.pass(3600);
    seventh.resend().await;
    assert!(seventh.hears(Outcome::Resent));
    let code = house.code(PHONE).await;
    assert_eq!(seventh.code(&code).await, "/register/password");
}

on_both! {
    five_wrong_codes_end_the_codes_that_live
    wrong_codes_of_a_stranger_end_nothing_here
    a_code_belongs_to_its_draft
    what_is_no_code_costs_no_try
    a_resend_cancels_nothing
    a_resend_that_is_too_early_says_how_long_to_wait
    a_call_is_offered_after_two_resends
    nobody_calls_an_address
    a_late_code_brings_a_new_one
    a_contact_gets_no_flood
}

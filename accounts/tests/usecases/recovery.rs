//! «Забыли пароль?» (R-RCV-01, R-RCV-06).

use accounts::Outcome;
use accounts::outbox::NoticeKind;
use domain::field::contact::ContactKind;

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_EMAIL, OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE};

const HOUR: i64 = 3600;

async fn a_new_password_ends_signed_in(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let other = house.signed_in(PHONE, PASSWORD).await;
    house.pass(HOUR);
    let mut browser = house.browser();
    assert_eq!(browser.recover("8 900 123-45-67").await, "/recover/code");
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::RecoveryCode)
    );
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/recover/code");
    let code = house.code(PHONE).await;
    assert_eq!(browser.recovery_code(&code).await, "/recover/password");
    assert_eq!(browser.new_password("short").await, "/recover/password");
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/cabinet");
    assert!(browser.hears(Outcome::PasswordChanged));
    assert!(browser.session().await.is_some(), "signed in at once");
    for ended in [&owner, &other] {
        assert!(
            ended.session().await.is_none(),
            "all other sessions have ended"
        );
    }
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::PasswordRecovered)
    );
    assert_eq!(owner.sign_in(PHONE, PASSWORD).await, "/login");
    assert_eq!(owner.sign_in(PHONE, OTHER_PASSWORD).await, "/cabinet");
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::SignedInNewDevice),
        "every device was forgotten"
    );
}

/// The owner is told at every confirmed contact: one of them may be in other hands.
async fn the_owner_is_told_everywhere(house: House) {
    let mut owner = house.citizen_with_both(PHONE, EMAIL).await;
    owner.confirm_contact(ContactKind::Email).await;
    let code = house.code(EMAIL).await;
    owner.contact_code(ContactKind::Email, &code).await;
    let mut browser = house.browser();
    browser.recover(EMAIL).await;
    let link = house.link(EMAIL).await;
    assert_eq!(browser.link(&link, "page").await, "/recover/password");
    browser.new_password(OTHER_PASSWORD).await;
    for contact in [PHONE, EMAIL] {
        assert_eq!(
            house.kinds_to(contact).await.last(),
            Some(&NoticeKind::PasswordRecovered)
        );
    }
}

/// Known or not: same page, same writes. Only the known one gets a message, and no code opens the other.
async fn an_unknown_login_costs_the_same_and_sends_nothing(house: House) {
    house.citizen_with_both(PHONE, EMAIL).await;
    house.pass(HOUR);
    let sent = house.messages().await.len();
    let mut seen = Vec::new();
    for login in [PHONE, OTHER_PHONE, EMAIL, OTHER_EMAIL] {
        let before = Ledger::of(&house).await;
        let mut browser = house.browser();
        let next = browser.recover(login).await;
        let asked = Ledger::of(&house).await.since_but_counters(&before);
        let wrong = house.wrong_code(PHONE).await;
        assert_eq!(browser.recovery_code(&wrong).await, "/recover/code");
        assert!(browser.hears(Outcome::WrongCode));
        house.pass(60);
        assert_eq!(browser.recovery_resend().await, "/recover/code");
        assert!(browser.hears(Outcome::Resent));
        let view = browser.recovery().await;
        let code = view.code.expect("a code is waited for");
        let ends = view.expires_at.expect("an end");
        assert_eq!(ends.seconds_left(house.now()), 24 * HOUR - 60);
        let said = (next, view.facts, code.resend_in_s, code.call_offered);
        let written = Ledger::of(&house).await.since_but_counters(&before);
        seen.push((asked, written, said));
    }
    for other in &seen[1..] {
        assert_eq!(*other, seen[0]);
    }
    assert_eq!(
        house.messages().await.len(),
        sent + 2,
        "an unconfirmed contact recovers nothing either"
    );
}

/// A code that was written for nobody is right for nobody: not even every code there is.
async fn no_code_opens_an_unknown_login(mut house: House) {
    house
        .restart_with(|config| config.codes.tries = u32::MAX)
        .await;
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    for number in 0..200 {
        let next = browser
            .recovery_code(&format!("{:06}", number * 4_999))
            .await;
        assert_eq!(next, "/recover/code");
        assert!(browser.hears(Outcome::WrongCode));
    }
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM code WHERE link_hash IS NOT NULL")
            .await,
        0
    );
}

async fn what_is_no_login_is_told(house: House) {
    let mut browser = house.browser();
    for (typed, outcome) in [(" ", Outcome::Empty), ("someone", Outcome::LoginUnreadable)] {
        assert_eq!(browser.recover(typed).await, "/recover");
        assert!(browser.hears(outcome));
        assert_eq!(browser.flash().login.as_deref(), Some(typed));
    }
    assert_eq!(browser.recovery_code("000000").await, "/recover");
    assert_eq!(browser.new_password(PASSWORD).await, "/recover");
    assert!(browser.session().await.is_none());
}

async fn five_wrong_codes_end_its_codes_and_nothing_else(house: House) {
    house.citizen(PHONE).await;
    house.pass(HOUR);
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let (code, wrong) = (house.code(PHONE).await, house.wrong_code(PHONE).await);
    for _ in 0..5 {
        browser.recovery_code(&wrong).await;
    }
    assert!(browser.hears(Outcome::TooManyCodes));
    assert_eq!(browser.recovery_code(&code).await, "/recover/code");
    house.signed_in(PHONE, PASSWORD).await;
    house.pass(60);
    browser.recovery_resend().await;
    let code = house.code(PHONE).await;
    assert_eq!(browser.recovery_code(&code).await, "/recover/password");
}

/// The last submission twice: one change, one message, and the browser without an answer is signed in, too.
async fn finishing_twice_is_one_change(house: House) {
    house.citizen(PHONE).await;
    house.pass(HOUR);
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let code = house.code(PHONE).await;
    browser.recovery_code(&code).await;
    let mut repeat = browser.clone();
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/cabinet");
    let after_one = Ledger::of(&house).await;
    assert_eq!(repeat.new_password(OTHER_PASSWORD).await, "/cabinet");
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/cabinet");
    assert_eq!(browser.recovery_code(&code).await, "/cabinet");
    assert_eq!(Ledger::of(&house).await, after_one);
    assert_eq!(repeat.session().await, browser.session().await);
    browser.sign_out().await;
    assert_eq!(repeat.new_password(PASSWORD).await, "/login");
}

/// A proof counts until the password changes another way.
async fn a_proof_is_overtaken_by_another_change(house: House) {
    let mut owner = house.citizen(PHONE).await;
    house.pass(HOUR);
    let mut stranger = house.browser();
    stranger.recover(PHONE).await;
    let code = house.code(PHONE).await;
    stranger.recovery_code(&code).await;
    house.pass(1);
    owner.change_password(PASSWORD, OTHER_PASSWORD).await;
    assert!(owner.hears(Outcome::PasswordChanged));
    assert_eq!(stranger.new_password("Chuzhoy-Parol-55").await, "/recover");
    assert_eq!(
        stranger.recover(PHONE).await,
        "/recover/code",
        "it is asked for anew, not refused for ever"
    );
    assert_eq!(stranger.recovery_code(&code).await, "/recover/code");
    let code = house.code(PHONE).await;
    assert_eq!(stranger.recovery_code(&code).await, "/recover/password");
    assert!(owner.session().await.is_some());
    house.signed_in(PHONE, OTHER_PASSWORD).await;
}

/// Nor does it count for the next account that gets the contact.
async fn a_proof_is_for_one_account(house: House) {
    let mut first = house.citizen(PHONE).await;
    house.citizen(OTHER_PHONE).await;
    house.pass(HOUR);
    let mut early = house.browser();
    early.recover(PHONE).await;
    let code = house.code(PHONE).await;
    assert_eq!(early.recovery_code(&code).await, "/recover/password");
    // The number goes from one account to the other, whose password is older than the proof.
    let mut second = house.signed_in(OTHER_PHONE, PASSWORD).await;
    first
        .change_contact(ContactKind::Phone, "+79005550000", PASSWORD)
        .await;
    let code = house.code("+79005550000").await;
    first.contact_code(ContactKind::Phone, &code).await;
    second
        .change_contact(ContactKind::Phone, PHONE, PASSWORD)
        .await;
    let code = house.code(PHONE).await;
    assert_eq!(
        second.contact_code(ContactKind::Phone, &code).await,
        "/cabinet"
    );
    assert_eq!(early.new_password(OTHER_PASSWORD).await, "/recover");
    early.recover(PHONE).await;
    assert_eq!(
        early.new_password(OTHER_PASSWORD).await,
        "/recover/code",
        "the new owner's contact is proven anew"
    );
    assert!(second.session().await.is_some());
}

async fn another_login_undoes_the_proof(house: House) {
    house.citizen(PHONE).await;
    house.citizen(OTHER_PHONE).await;
    house.pass(HOUR);
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let code = house.code(PHONE).await;
    browser.recovery_code(&code).await;
    assert_eq!(browser.recover(OTHER_PHONE).await, "/recover/code");
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/recover/code");
    assert_eq!(browser.recover(PHONE).await, "/recover/code");
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/recover/code");
}

/// Whoever has proven themselves is held up no longer by what strangers typed.
async fn recovery_forgets_failures(house: House) {
    house.citizen(PHONE).await;
    for _ in 0..4 {
        house.browser().sign_in(PHONE, OTHER_PASSWORD).await;
    }
    assert_eq!(house.browser().sign_in(PHONE, PASSWORD).await, "/login");
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let code = house.code(PHONE).await;
    browser.recovery_code(&code).await;
    browser.new_password(OTHER_PASSWORD).await;
    house.signed_in(PHONE, OTHER_PASSWORD).await;
}

async fn a_recovery_ends_after_a_day(house: House) {
    house.citizen(PHONE).await;
    house.pass(HOUR);
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let code = house.code(PHONE).await;
    browser.recovery_code(&code).await;
    house.pass(24 * HOUR - 1);
    assert!(browser.recovery().await.facts.contact_proven);
    house.pass(1);
    assert!(!browser.recovery().await.facts.contact_proven);
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/recover");
}

on_both! {
    a_new_password_ends_signed_in
    the_owner_is_told_everywhere
    an_unknown_login_costs_the_same_and_sends_nothing
    no_code_opens_an_unknown_login
    what_is_no_login_is_told
    five_wrong_codes_end_its_codes_and_nothing_else
    finishing_twice_is_one_change
    a_proof_is_overtaken_by_another_change
    a_proof_is_for_one_account
    another_login_undoes_the_proof
    recovery_forgets_failures
    a_recovery_ends_after_a_day
}

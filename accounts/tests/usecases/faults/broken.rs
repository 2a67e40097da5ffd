//! One table after the other fails, at every place a use case writes to.

use accounts::enrolment::{self, CodeInput};
use accounts::outbox::NoticeKind;
use accounts::{Done, PortalError, contact, credential, recovery};
use domain::field::contact::ContactKind;

use super::database::Hand;
use crate::browser::{Browser, twice};
use crate::house::House;
use crate::people::{EMAIL, OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE, form_with};

/// Tries a use case with each of these operations broken: it fails, and everything is as it was.
async fn fails_whole<F>(
    house: &House,
    browser: &Browser,
    writes: &[(&str, &str)],
    submit: impl Fn(Browser) -> F,
) where
    F: Future<Output = Result<Done, PortalError>>,
{
    house.messages().await;
    let mut hand = Hand::in_database_of(house).await;
    let before = hand.everything().await;
    for (operation, table) in writes {
        hand.break_table(operation, table).await;
        let outcome = submit(browser.clone()).await;
        hand.mend_table(table).await;
        assert_eq!(
            outcome.err(),
            Some(PortalError::Unavailable),
            "{operation} {table}"
        );
        let after = hand.everything().await;
        assert_eq!(after, before, "{operation} {table} left something half");
    }
}

async fn the_form(house: House) {
    let mut browser = house.browser();
    let writes = [
        ("INSERT", "draft"),
        ("INSERT", "draft_token"),
        ("INSERT", "challenge"),
        ("UPDATE", "challenge"),
        ("INSERT", "code"),
        ("INSERT", "outbox"),
        ("INSERT", "throttle"),
    ];
    fails_whole(&house, &browser, &writes, |browser| async move {
        enrolment::submit_form(&browser.portal, &browser.visit, form_with(PHONE)).await
    })
    .await;
    assert_eq!(house.count("SELECT COUNT(*) FROM throttle").await, 0);
    assert!(house.messages().await.is_empty());
    assert_eq!(browser.register(form_with(PHONE)).await, "/register/code");
    assert_eq!(house.messages().await.len(), 1);
}

/// The code stays good: it is not used up by a try that failed.
async fn the_code(house: House) {
    let mut browser = house.begun(PHONE).await;
    let code = house.code(PHONE).await;
    let writes = [
        ("UPDATE", "code"),
        ("UPDATE", "challenge"),
        ("UPDATE", "draft_token"),
    ];
    fails_whole(&house, &browser, &writes, |browser| {
        let code = code.clone();
        async move {
            enrolment::submit_code(&browser.portal, &browser.visit, CodeInput { code }).await
        }
    })
    .await;
    assert_eq!(browser.code(&code).await, "/register/password");
}

async fn the_account(house: House) {
    let mut browser = house.proven(PHONE).await;
    let writes = [
        ("INSERT", "account"),
        ("INSERT", "attribute"),
        ("INSERT", "contact"),
        ("INSERT", "credential"),
        ("INSERT", "consent"),
        ("INSERT", "session"),
        ("INSERT", "device"),
        ("INSERT", "journal"),
        ("INSERT", "journal_head"),
        ("INSERT", "outbox"),
        ("UPDATE", "draft"),
        ("UPDATE", "code"),
    ];
    fails_whole(&house, &browser, &writes, |browser| async move {
        enrolment::submit_password(&browser.portal, &browser.visit, twice(PASSWORD)).await
    })
    .await;
    assert!(
        browser.registration().await.facts.contact_proven,
        "nothing typed is lost"
    );
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    assert_eq!(
        house.kinds_to(PHONE).await,
        [NoticeKind::RegistrationCode, NoticeKind::AccountReady]
    );
    let chain = accounts::journal::verify(&house.fresh.store).await;
    assert_eq!(chain, Ok(3), "failures left no gap");
}

async fn the_recovery(house: House) {
    let owner = house.citizen(PHONE).await;
    house.pass(3600);
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let code = house.code(PHONE).await;
    browser.recovery_code(&code).await;
    let writes = [
        ("UPDATE", "credential"),
        ("DELETE", "session"),
        ("DELETE", "device"),
        ("INSERT", "session"),
        ("INSERT", "device"),
        ("INSERT", "journal"),
        ("UPDATE", "journal_head"),
        ("INSERT", "outbox"),
        ("UPDATE", "draft"),
    ];
    fails_whole(&house, &browser, &writes, |browser| async move {
        recovery::submit_password(&browser.portal, &browser.visit, twice(OTHER_PASSWORD)).await
    })
    .await;
    assert!(
        owner.session().await.is_some(),
        "the owner was not thrown out"
    );
    house.signed_in(PHONE, PASSWORD).await;
    assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/cabinet");
    assert!(owner.session().await.is_none());
}

async fn the_new_contact(house: House) {
    let mut owner = house.citizen(PHONE).await;
    owner
        .change_contact(ContactKind::Phone, OTHER_PHONE, PASSWORD)
        .await;
    let code = house.code(OTHER_PHONE).await;
    let writes = [
        ("UPDATE", "code"),
        ("UPDATE", "draft"),
        ("DELETE", "contact"),
        ("INSERT", "contact"),
        ("INSERT", "journal"),
        ("INSERT", "outbox"),
    ];
    fails_whole(&house, &owner, &writes, |browser| {
        let input = CodeInput { code: code.clone() };
        async move {
            contact::submit_code(&browser.portal, &browser.visit, ContactKind::Phone, input).await
        }
    })
    .await;
    house.signed_in(PHONE, PASSWORD).await;
    assert_eq!(
        owner.contact_code(ContactKind::Phone, &code).await,
        "/cabinet"
    );
    house.signed_in(OTHER_PHONE, PASSWORD).await;
}

async fn the_new_password(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let other = house.signed_in(PHONE, PASSWORD).await;
    owner
        .change_contact(ContactKind::Email, EMAIL, PASSWORD)
        .await;
    let writes = [
        ("UPDATE", "credential"),
        ("DELETE", "session"),
        ("DELETE", "device"),
        ("UPDATE", "draft"),
        ("INSERT", "journal"),
        ("INSERT", "outbox"),
    ];
    fails_whole(&house, &owner, &writes, |browser| async move {
        let input = credential::PasswordChangeInput {
            current: PASSWORD.into(),
            password: OTHER_PASSWORD.into(),
            password_repeat: OTHER_PASSWORD.into(),
        };
        credential::change_password(&browser.portal, &browser.visit, input).await
    })
    .await;
    assert!(other.session().await.is_some());
    owner.change_password(PASSWORD, OTHER_PASSWORD).await;
    assert!(owner.hears(accounts::Outcome::PasswordChanged));
    assert!(other.session().await.is_none());
}

/// No session by mistake, no word to the owner about one that is not there.
async fn the_sign_in(house: House) {
    house.citizen(PHONE).await;
    let mut browser = house.browser();
    let writes = [
        ("INSERT", "session"),
        ("INSERT", "device"),
        ("INSERT", "journal"),
        ("INSERT", "outbox"),
    ];
    for write in writes {
        fails_whole(&house, &browser, &[write], sign_in).await;
        // What could not be answered counts as a failure: it holds up for a while.
        house.pass(60);
    }
    assert_eq!(browser.sign_in(PHONE, PASSWORD).await, "/cabinet");
}

async fn sign_in(browser: Browser) -> Result<Done, PortalError> {
    let input = accounts::sign_in::SignInInput {
        login: PHONE.into(),
        password: PASSWORD.into(),
        ..Default::default()
    };
    accounts::sign_in::submit(&browser.portal, &browser.visit, input).await
}

on_both! {
    the_form
    the_code
    the_account
    the_recovery
    the_new_contact
    the_new_password
    the_sign_in
}

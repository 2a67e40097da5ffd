//! One contact, one account; and what strangers may learn (architecture, section 5; V9).

use accounts::Outcome;
use accounts::outbox::NoticeKind;
use domain::field::contact::ContactKind;

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_PHONE, PASSWORD, PHONE, form_with};

async fn an_unconfirmed_contact_reserves_nothing(house: House) {
    let mut first = house.citizen_with_both(PHONE, EMAIL).await;
    assert_eq!(
        house.browser().sign_in(EMAIL, PASSWORD).await,
        "/login",
        "nor does it sign in"
    );
    let mut second = house.citizen(EMAIL).await;
    assert!(second.cabinet().await.contacts[1].confirmed);
    let other = house.citizen_with_both(OTHER_PHONE, EMAIL).await;
    assert!(!other.cabinet().await.contacts[1].confirmed);
    // Whoever proves it too is told only then that it is another account's.
    let page = "/cabinet/contacts/email/code";
    assert_eq!(first.confirm_contact(ContactKind::Email).await, page);
    let code = house.code(EMAIL).await;
    assert_eq!(
        first.contact_code(ContactKind::Email, &code).await,
        "/cabinet/contacts/email"
    );
    assert!(first.hears(Outcome::ContactTaken));
    assert!(!first.cabinet().await.contacts[1].confirmed);
    second.sign_out().await;
    assert_eq!(second.sign_in(EMAIL, PASSWORD).await, "/cabinet");
    let owner = second.session().await.expect("signed in").account_id;
    assert_ne!(first.session().await.expect("signed in").account_id, owner);
}

/// Two registrations have proven the same contact: the first to finish gets it.
async fn two_drafts_race_for_one_contact(house: House) {
    let mut first = house.proven(PHONE).await;
    let mut second = house.proven(PHONE).await;
    assert_eq!(first.password(PASSWORD).await, "/register/done");
    assert!(second.registration().await.facts.account_exists);
    let before = Ledger::of(&house).await;
    assert_eq!(second.password(PASSWORD).await, "/register/exists");
    assert_eq!(Ledger::of(&house).await, before);
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
}

/// Before the proof everything is as with a free contact; after it the page says what is there.
async fn a_contact_with_an_account_leads_to_it(house: House) {
    house.citizen(PHONE).await;
    house.pass(3600);
    let mut stranger = house.begun(PHONE).await;
    let mut free = house.begun(OTHER_PHONE).await;
    let (known, unknown) = (stranger.registration().await, free.registration().await);
    assert_eq!(known.facts, unknown.facts);
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::RegistrationCodeExisting),
        "the owner reads a hint"
    );
    assert_eq!(
        house.kinds_to(OTHER_PHONE).await.last(),
        Some(&NoticeKind::RegistrationCode)
    );
    for browser in [&mut stranger, &mut free] {
        assert_eq!(browser.code("000000").await, "/register/code");
        assert_eq!(browser.password(PASSWORD).await, "/register/code");
    }
    let code = house.code(PHONE).await;
    assert_eq!(stranger.code(&code).await, "/register/exists");
    assert_eq!(stranger.password(PASSWORD).await, "/register/exists");
    assert!(stranger.registration().await.facts.account_exists);
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
    assert_eq!(
        stranger.register(form_with(OTHER_PHONE)).await,
        "/register/code",
        "with another contact the registration goes on"
    );
}

/// Form, wrong code and resend write as much for a taken contact as for a free one, and set the same cookies.
async fn registration_costs_the_same_for_a_taken_contact(house: House) {
    house.citizen(PHONE).await;
    house.pass(3600);
    let mut written = Vec::new();
    for contact in [PHONE, OTHER_PHONE] {
        let before = Ledger::of(&house).await;
        let mut browser = house.begun(contact).await;
        let wrong = house.wrong_code(contact).await;
        browser.code(&wrong).await;
        let cookies = (
            browser.visit.draft.is_some(),
            browser.visit.session.is_some(),
        );
        house.pass(60);
        browser.resend().await;
        let added = Ledger::of(&house).await.since_but_counters(&before);
        written.push((added, cookies));
    }
    assert_eq!(written[0], written[1]);
    assert!(!written[0].0.is_empty());
}

/// Addresses that differ in case alone are one, numbers in any notation too.
async fn one_contact_has_many_spellings(house: House) {
    house.citizen(EMAIL).await;
    house.citizen(PHONE).await;
    for (typed, contact) in [
        ("Rowan@Mail.Example", "Rowan@mail.example"),
        ("8 (900) 123-45-67", PHONE),
    ] {
        let mut browser = house.begun(typed).await;
        let code = house.code(contact).await;
        assert_eq!(browser.code(&code).await, "/register/exists", "{typed}");
    }
    assert_eq!(
        house
            .browser()
            .sign_in("ROWAN@mail.example", PASSWORD)
            .await,
        "/cabinet"
    );
    assert_eq!(
        house.browser().sign_in("9001234567", PASSWORD).await,
        "/cabinet"
    );
}

on_both! {
    an_unconfirmed_contact_reserves_nothing
    two_drafts_race_for_one_contact
    a_contact_with_an_account_leads_to_it
    registration_costs_the_same_for_a_taken_contact
    one_contact_has_many_spellings
}

//! Changing and confirming contacts in the cabinet (R-CNT-11, R-CAB-05).

use accounts::outbox::NoticeKind;
use accounts::proof::{LinkPurpose, LinkView};
use accounts::{Outcome, PortalError, contact};
use domain::field::contact::ContactKind::{Email, Phone};

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_EMAIL, OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE};

/// Password, code to the new one, notice to the old one.
async fn a_phone_is_changed(house: House) {
    let mut owner = house.citizen(PHONE).await;
    house.pass(3600);
    let next = owner.change_contact(Phone, OTHER_PHONE, PASSWORD).await;
    assert_eq!(next, "/cabinet/contacts/phone/code");
    let view = owner.contact_view(Phone).await;
    assert!(view.facts.form_accepted && view.current_confirmed);
    assert_eq!(
        view.code.expect("a code is waited for").contact,
        "+7 900 765-43-21"
    );
    let row = owner.cabinet().await.contacts.remove(0);
    assert_eq!(row.contact.expect("the old one still").value, PHONE);
    assert_eq!(row.pending.expect("the new one waits").value, OTHER_PHONE);
    assert_eq!(house.kinds_to(OTHER_PHONE).await, [NoticeKind::ContactCode]);
    let told = house.kinds_to(PHONE).await.len();
    house.signed_in(PHONE, PASSWORD).await;
    let code = house.code(OTHER_PHONE).await;
    assert_eq!(owner.contact_code(Phone, &code).await, "/cabinet");
    assert!(owner.hears(Outcome::ContactConfirmed));
    let old = NoticeKind::ContactChanged {
        old: "+7•••••••567".into(),
    };
    assert_eq!(house.kinds_to(PHONE).await[told + 1..], [old]);
    assert_eq!(house.browser().sign_in(PHONE, PASSWORD).await, "/login");
    house.signed_in(OTHER_PHONE, PASSWORD).await;
    assert_eq!(
        owner.contact_code(Phone, &code).await,
        "/cabinet",
        "a repeat"
    );
    let changed = "SELECT COUNT(*) FROM journal WHERE event = 'contact_changed'";
    assert_eq!(house.count(changed).await, 1);
    house.citizen(PHONE).await;
}

async fn an_address_is_added_by_its_link(house: House) {
    let mut owner = house.citizen(PHONE).await;
    assert!(!owner.contact_view(Email).await.current_confirmed);
    let next = owner.change_contact(Email, EMAIL, PASSWORD).await;
    assert_eq!(next, "/cabinet/contacts/email/code");
    let link = house.link(EMAIL).await;
    let alive = LinkView::Alive(LinkPurpose::ContactChange);
    assert_eq!(owner.link_view(&link).await, alive);
    assert_eq!(owner.link(&link, "page").await, "/cabinet");
    assert!(owner.hears(Outcome::ContactConfirmed));
    assert_eq!(owner.link(&link, "page").await, "/cabinet", "a repeat");
    // Whoever has the phone learns of it: once, and not the whole address.
    let told = house.kinds_to(PHONE).await;
    let added: Vec<&String> = told
        .iter()
        .filter_map(|kind| match kind {
            NoticeKind::ContactAdded { new } => Some(new),
            _ => None,
        })
        .collect();
    assert!(matches!(added[..], [new] if new != EMAIL && new.contains('•')));
    house.signed_in(EMAIL, PASSWORD).await;
}

/// The second contact of the registration, at leisure, without the password.
async fn the_second_contact_is_confirmed_at_leisure(house: House) {
    let mut owner = house.citizen_with_both(PHONE, EMAIL).await;
    house.pass(3600);
    assert_eq!(
        owner.confirm_contact(Phone).await,
        "/cabinet",
        "that one is"
    );
    let page = "/cabinet/contacts/email/code";
    assert_eq!(owner.confirm_contact(Email).await, page);
    assert_eq!(
        owner.confirm_contact(Email).await,
        page,
        "a repeat sends nothing"
    );
    assert_eq!(house.kinds_to(EMAIL).await, [NoticeKind::ContactCode]);
    let wrong = house.wrong_code(EMAIL).await;
    assert_eq!(owner.contact_code(Email, &wrong).await, page);
    assert!(owner.hears(Outcome::WrongCode));
    let code = house.code(EMAIL).await;
    assert_eq!(owner.contact_code(Email, &code).await, "/cabinet");
    let row = owner.cabinet().await.contacts.remove(1);
    assert!(row.confirmed && row.pending.is_none());
    let told = house.kinds_to(PHONE).await;
    assert!(
        !told
            .iter()
            .any(|kind| matches!(kind, NoticeKind::ContactChanged { .. })),
        "nothing was changed"
    );
    house.signed_in(EMAIL, PASSWORD).await;
}

/// The letter is read on another device, where nobody is signed in.
async fn the_link_works_in_another_browser(house: House) {
    let mut owner = house.citizen_with_both(PHONE, EMAIL).await;
    owner.confirm_contact(Email).await;
    let link = house.link(EMAIL).await;
    let mut elsewhere = house.browser();
    assert_eq!(elsewhere.link(&link, "page").await, "/login");
    assert!(elsewhere.hears(Outcome::ContactConfirmed));
    assert!(
        elsewhere.session().await.is_none(),
        "a link signs nobody in"
    );
    assert!(owner.cabinet().await.contacts[1].confirmed);
    assert_eq!(
        elsewhere.link(&link, "page").await,
        format!("/confirm/{link}")
    );
    assert!(elsewhere.hears(Outcome::LinkUsed));
}

async fn the_password_is_asked_for(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let before = Ledger::of(&house).await;
    let page = "/cabinet/contacts/email";
    assert_eq!(owner.change_contact(Email, EMAIL, "").await, page);
    assert_eq!(owner.refusals(), [("password".into(), "empty".into())]);
    assert_eq!(
        owner.change_contact(Email, "no address", PASSWORD).await,
        page
    );
    assert_eq!(owner.flash().login.as_deref(), Some("no address"));
    assert_eq!(Ledger::of(&house).await, before);
    let mut waits = Vec::new();
    for _ in 0..4 {
        assert_eq!(
            owner.change_contact(Email, EMAIL, OTHER_PASSWORD).await,
            page
        );
        assert!(owner.hears(Outcome::WrongPassword));
        waits.push(owner.flash().wait_s);
    }
    assert_eq!(waits, [None, None, None, Some(2)], "wrong ones hold up");
    owner.change_contact(Email, EMAIL, PASSWORD).await;
    assert!(owner.hears(Outcome::WrongPassword), "it is too early");
    house.pass(2);
    assert_ne!(owner.change_contact(Email, EMAIL, PASSWORD).await, page);
    assert_eq!(house.kinds_to(EMAIL).await, [NoticeKind::ContactCode]);
}

async fn nobody_changes_anything_without_a_session(house: House) {
    house.citizen(PHONE).await;
    let nobody = house.browser();
    let (portal, visit) = (&nobody.portal, &nobody.visit);
    let input = contact::ContactChangeInput {
        kind: Email,
        value: EMAIL.into(),
        password: PASSWORD.into(),
    };
    let refused = Some(PortalError::NotSignedIn);
    assert_eq!(
        contact::begin_change(portal, visit, input).await.err(),
        refused
    );
    assert_eq!(
        contact::begin_confirmation(portal, visit, Email)
            .await
            .err(),
        refused
    );
    let code = accounts::enrolment::CodeInput::default();
    assert_eq!(
        contact::submit_code(portal, visit, Email, code).await.err(),
        refused
    );
    let resend = accounts::enrolment::ResendInput::default();
    assert_eq!(
        contact::resend(portal, visit, Email, resend).await.err(),
        refused
    );
    assert!(contact::view(portal, visit, Email).await.is_err());
}

/// What another account has confirmed: the same until the proof, then told to whoever has proven it.
async fn a_taken_contact_is_told_after_the_proof_alone(house: House) {
    let mut owner = house.citizen(PHONE).await;
    house.citizen(EMAIL).await;
    house.pass(3600);
    let mut written = Vec::new();
    for address in [EMAIL, OTHER_EMAIL] {
        let before = Ledger::of(&house).await;
        let mut browser = house.signed_in(PHONE, PASSWORD).await;
        let next = browser.change_contact(Email, address, PASSWORD).await;
        let kind = house.kinds_to(address).await.pop();
        let facts = browser.contact_view(Email).await.facts;
        written.push((next, kind, facts));
        assert!(!Ledger::of(&house).await.since(&before).is_empty());
    }
    assert_eq!(written[0], written[1]);
    owner.change_contact(Email, EMAIL, PASSWORD).await;
    let code = house.code(EMAIL).await;
    assert_eq!(
        owner.contact_code(Email, &code).await,
        "/cabinet/contacts/email"
    );
    assert!(owner.hears(Outcome::ContactTaken));
    assert_eq!(owner.cabinet().await.contacts[1].contact, None);
}

async fn ones_own_contact_is_no_change(house: House) {
    let mut owner = house.citizen(PHONE).await;
    let sent = house.messages().await.len();
    let next = owner
        .change_contact(Phone, "8 900 123-45-67", PASSWORD)
        .await;
    assert_eq!(next, "/cabinet/contacts/phone");
    assert!(owner.hears(Outcome::ContactSame));
    assert_eq!(house.messages().await.len(), sent);
}

/// Another contact in place of the one that waits: its codes and links have ended.
async fn another_contact_undoes_the_code(house: House) {
    let mut owner = house.citizen(PHONE).await;
    owner.change_contact(Email, EMAIL, PASSWORD).await;
    let (code, link) = (house.code(EMAIL).await, house.link(EMAIL).await);
    owner.change_contact(Email, OTHER_EMAIL, PASSWORD).await;
    owner.contact_code(Email, &code).await;
    assert!(owner.hears(Outcome::WrongCode));
    assert_eq!(owner.link_view(&link).await, LinkView::Dead);
    let code = house.code(OTHER_EMAIL).await;
    assert_eq!(owner.contact_code(Email, &code).await, "/cabinet");
    house.signed_in(OTHER_EMAIL, PASSWORD).await;
}

/// Whoever begins a change and loses the account to its owner gets nothing by the letter in their hands.
async fn a_new_password_ends_pending_changes(house: House) {
    for recovers in [true, false] {
        let (phone, mine) = if recovers {
            (PHONE, EMAIL)
        } else {
            (OTHER_PHONE, OTHER_EMAIL)
        };
        let mut owner = house.citizen(phone).await;
        house.pass(3600);
        let mut thief = house.signed_in(phone, PASSWORD).await;
        thief.change_contact(Email, mine, PASSWORD).await;
        let link = house.link(mine).await;
        if recovers {
            let mut browser = house.browser();
            browser.recover(phone).await;
            let code = house.code(phone).await;
            browser.recovery_code(&code).await;
            assert_eq!(browser.new_password(OTHER_PASSWORD).await, "/cabinet");
        } else {
            owner.change_password(PASSWORD, OTHER_PASSWORD).await;
            assert!(owner.hears(Outcome::PasswordChanged));
        }
        assert!(thief.session().await.is_none());
        assert_eq!(thief.link_view(&link).await, LinkView::Dead);
        thief.link(&link, "page").await;
        assert!(thief.hears(Outcome::LinkExpired));
        assert_eq!(thief.sign_in(mine, PASSWORD).await, "/login");
        assert_eq!(thief.recover(mine).await, "/recover/code");
        assert_eq!(
            house.kinds_to(mine).await,
            [NoticeKind::ContactCode],
            "nothing more"
        );
    }
}

/// A change that is not finished within a day is over.
async fn a_change_ends_after_a_day(house: House) {
    let mut owner = house.citizen(PHONE).await;
    owner.change_contact(Email, EMAIL, PASSWORD).await;
    let code = house.code(EMAIL).await;
    house.pass(86_400);
    let mut owner = {
        owner.sign_in(PHONE, PASSWORD).await;
        owner
    };
    let view = owner.contact_view(Email).await;
    assert!(!view.facts.form_accepted && view.code.is_none());
    assert_eq!(owner.contact_code(Email, &code).await, "/cabinet");
    assert_eq!(owner.cabinet().await.contacts[1].contact, None);
}

on_both! {
    a_phone_is_changed
    an_address_is_added_by_its_link
    the_second_contact_is_confirmed_at_leisure
    the_link_works_in_another_browser
    the_password_is_asked_for
    nobody_changes_anything_without_a_session
    a_taken_contact_is_told_after_the_proof_alone
    ones_own_contact_is_no_change
    another_contact_undoes_the_code
    a_new_password_ends_pending_changes
    a_change_ends_after_a_day
}

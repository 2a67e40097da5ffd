//! What the use cases leave in the journal (R-JRN-02 … R-JRN-04).

use accounts::journal::{Event, list_own, verify};
use domain::field::contact::ContactKind;

use crate::house::House;
use crate::people::{EMAIL, OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE, form};

/// A long life of one account: every weighty step is there, in order, and the chain is whole.
async fn a_life_is_written_down(house: House) {
    let mut owner = house.browser();
    owner.register(form("12", "")).await;
    owner.register(form(PHONE, EMAIL)).await;
    let wrong = house.wrong_code(PHONE).await;
    for _ in 0..5 {
        owner.code(&wrong).await;
    }
    house.pass(60);
    owner.resend().await;
    let code = house.code(PHONE).await;
    owner.code(&code).await;
    owner.password(PASSWORD).await;
    owner.sign_out().await;
    owner.sign_in(PHONE, OTHER_PASSWORD).await;
    owner.sign_in(PHONE, PASSWORD).await;
    owner.confirm_contact(ContactKind::Email).await;
    let code = house.code(EMAIL).await;
    owner.contact_code(ContactKind::Email, &code).await;
    owner
        .change_contact(ContactKind::Phone, OTHER_PHONE, PASSWORD)
        .await;
    let code = house.code(OTHER_PHONE).await;
    owner.contact_code(ContactKind::Phone, &code).await;
    owner.change_password(PASSWORD, OTHER_PASSWORD).await;
    house.signed_in(OTHER_PHONE, OTHER_PASSWORD).await;
    owner.end_other_sessions().await;
    let mut lost = house.browser();
    lost.recover(EMAIL).await;
    let code = house.code(EMAIL).await;
    lost.recovery_code(&code).await;
    lost.new_password(PASSWORD).await;

    let id = lost.session().await.expect("signed in").account_id;
    let own = list_own(&house.fresh.store, &id, 100)
        .await
        .expect("listed");
    let mut events: Vec<_> = own.iter().map(|entry| entry.event).collect();
    events.reverse();
    let expected = [
        Event::ConsentGiven,
        Event::ContactConfirmed,
        Event::AccountCreated,
        Event::SignedOut,
        Event::SignInRefused,
        Event::SignedIn,
        Event::ContactConfirmed,
        Event::ContactChanged,
        Event::PasswordChanged,
        Event::SignedIn,
        Event::SessionsEnded,
        Event::RecoveryBegun,
        Event::PasswordRecovered,
    ];
    assert_eq!(events, expected);
    let shown: Vec<_> = lost
        .security()
        .await
        .journal
        .iter()
        .map(|row| row.event)
        .collect();
    events.reverse();
    assert_eq!(shown, events, "the citizen sees the same, newest first");
    // Two more belong to nobody: the refused form and the codes that ended.
    assert_eq!(
        verify(&house.fresh.store).await,
        Ok(expected.len() as u64 + 2)
    );
}

/// Nobody sees another's part.
async fn a_citizen_sees_their_own_part_alone(house: House) {
    let first = house.citizen(PHONE).await;
    let second = house.citizen(EMAIL).await;
    house.signed_in(EMAIL, PASSWORD).await;
    assert_eq!(first.security().await.journal.len(), 3);
    assert_eq!(second.security().await.journal.len(), 4);
}

/// Nothing typed gets into the journal in clear.
async fn nothing_personal_stands_in_it(house: House) {
    let mut owner = house.browser();
    let mut typed = form(PHONE, EMAIL);
    typed.surname = "Marker1".into();
    owner.register(typed).await;
    let owner = house.citizen_with_both(PHONE, EMAIL).await;
    house.browser().sign_in(PHONE, OTHER_PASSWORD).await;
    house
        .browser()
        .sign_in("Marker-login", OTHER_PASSWORD)
        .await;
    house.browser().recover(EMAIL).await;
    assert!(owner.session().await.is_some());
    let entries = house.count("SELECT COUNT(*) FROM journal").await;
    assert!(entries >= 6, "{entries}");
    const FOUND: &str = "SELECT COUNT(*) FROM journal WHERE \
        (COALESCE(account_id, '') || event || detail || COALESCE(origin, '')) LIKE $1";
    for marker in [
        "Marker",
        "9001234567",
        "rowan",
        "Рябинина",
        "Вера",
        "192.0.2",
        "Browser",
    ] {
        let found = house.look(FOUND, vec![format!("%{marker}%").into()]).await;
        assert_eq!(found.int(0), Ok(0), "{marker}");
    }
    let found = house.look(FOUND, vec!["%request%".to_owned().into()]).await;
    assert_eq!(found.int(0), Ok(entries), "every entry names its request");
}

on_both! {
    a_life_is_written_down
    a_citizen_sees_their_own_part_alone
    nothing_personal_stands_in_it
}

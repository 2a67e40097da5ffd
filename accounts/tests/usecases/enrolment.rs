//! From the form to the simplified account (R-REG-01 … R-REG-11, R-REG-26, D-10, D-27, D-50).

use accounts::Outcome;
use accounts::cabinet;
use accounts::outbox::{Channel, NoticeKind};
use domain::field::contact::ContactKind;
use domain::level::AssuranceLevel;

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, PASSWORD, PHONE, form, form_with};

async fn by_phone(house: House) {
    let mut browser = house.browser();
    assert_eq!(browser.register(form(PHONE, "")).await, "/register/code");
    let view = browser.registration().await;
    let code = view.code.expect("a code is waited for");
    assert_eq!(
        (code.kind, code.contact.as_str()),
        (ContactKind::Phone, "+7 900 123-45-67")
    );
    let message = house.messages().await.pop().expect("a message");
    assert_eq!(
        (message.channel, message.kind),
        (Channel::Sms, NoticeKind::RegistrationCode)
    );
    assert_eq!((message.link, message.minutes), (None, Some(10)));
    let code = message.code.expect("a code");
    assert_eq!(browser.code(&code).await, "/register/password");
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    let done = browser
        .registration()
        .await
        .done
        .expect("the account is there");
    assert_eq!(done.level, AssuranceLevel::Simplified);
    assert_eq!(done.display_name, "Вера Олеговна");
    assert_eq!(done.unconfirmed, None);
    assert_eq!(done.reference.len(), 12, "the unique identifier (R-REG-10)");
    let cabinet = browser.cabinet().await;
    assert_eq!(cabinet.full_name, "Рябинина Вера Олеговна");
    assert_eq!(cabinet.reference, done.reference);
    let phone = &cabinet.contacts[0];
    assert!(phone.confirmed && phone.contact.as_ref().is_some_and(|own| own.value == PHONE));
    assert_eq!(cabinet.contacts[1].contact, None);
    assert_eq!(
        house.kinds_to(PHONE).await,
        [NoticeKind::RegistrationCode, NoticeKind::AccountReady]
    );
}

async fn by_email(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let code = house.code(EMAIL).await;
    assert_eq!(browser.code(&code).await, "/register/password");
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    let cabinet = browser.cabinet().await;
    assert_eq!(cabinet.contacts[0].contact, None);
    assert!(cabinet.contacts[1].confirmed);
    assert_eq!(
        house.kinds_to(EMAIL).await,
        [NoticeKind::RegistrationCode, NoticeKind::AccountReady]
    );
}

/// The phone is confirmed now, the address at leisure: it gets no message yet.
async fn with_both_contacts(house: House) {
    let mut browser = house.browser();
    browser.register(form(PHONE, EMAIL)).await;
    let view = browser.registration().await;
    let shown = |contact: Option<accounts::enrolment::ContactView>| contact.map(|own| own.value);
    assert_eq!(shown(view.contact).as_deref(), Some(PHONE));
    assert_eq!(shown(view.second_contact).as_deref(), Some(EMAIL));
    let code = house.code(PHONE).await;
    browser.code(&code).await;
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    let done = browser
        .registration()
        .await
        .done
        .expect("the account is there");
    assert_eq!(shown(done.unconfirmed).as_deref(), Some(EMAIL));
    assert!(house.messages_to(EMAIL).await.is_empty());
    let rows = browser.cabinet().await.contacts;
    assert_eq!((rows[0].confirmed, rows[1].confirmed), (true, false));
}

/// Version and moment of the consent are kept, and the moment is that of the box ticked first.
async fn the_consent_is_kept_with_version_and_time(house: House) {
    let mut browser = house.browser();
    browser.register(form_with(PHONE)).await;
    let first = house.now();
    house.pass(300);
    browser.register(form_with(PHONE)).await;
    let code = house.code(PHONE).await;
    browser.code(&code).await;
    browser.password(PASSWORD).await;
    let view = cabinet::all_attributes(&browser.portal, &browser.visit).await;
    let consents = view.expect("a view").consents;
    let documents: Vec<_> = consents.iter().map(|row| row.document.as_str()).collect();
    assert_eq!(documents, ["personal_data", "privacy", "terms"]);
    for row in consents {
        assert_eq!(row.version, accounts::enrolment::CONSENT_VERSION);
        assert_eq!(row.accepted_at, first);
    }
}

/// A refused form: what was typed is kept, nothing is sent, and the attempt is in the journal (R-JRN-02).
async fn a_refused_form_is_kept(house: House) {
    let mut browser = house.browser();
    let mut wrong = form("+7900", "no address");
    wrong.surname = "123".into();
    wrong.consent = false;
    assert_eq!(browser.register(wrong.clone()).await, "/register");
    let view = browser.registration().await;
    assert!(view.form_refused && !view.facts.form_accepted && !view.consent_given);
    assert_eq!(view.form, wrong);
    assert!(house.messages().await.is_empty());
    let refused = "SELECT COUNT(*) FROM journal WHERE event = 'registration_refused' AND detail = \
        '{\"consent\":\"consent_missing\",\"email\":\"no_at\",\"phone\":\"wrong_length\",\"surname\":\"digits\"}'";
    let entry = house
        .look(
            "SELECT detail FROM journal WHERE event = 'registration_refused'",
            Vec::new(),
        )
        .await;
    assert_eq!(house.count(refused).await, 1, "{:?}", entry.text(0));
    assert_eq!(browser.register(form_with(PHONE)).await, "/register/code");
    assert!(!browser.registration().await.form_refused);
}

async fn a_form_without_a_contact_is_refused(house: House) {
    let mut browser = house.browser();
    assert_eq!(browser.register(form("", "")).await, "/register");
    assert!(browser.registration().await.form_refused);
    let mut no_consent = form_with(PHONE);
    no_consent.consent = false;
    assert_eq!(browser.register(no_consent).await, "/register");
    assert!(house.messages().await.is_empty());
}

/// Names are judged as a foreigner's (issue, item 4).
async fn foreigners_pass(house: House) {
    let mut browser = house.browser();
    let mut foreign = form_with(PHONE);
    (foreign.surname, foreign.first_name) = ("O'Neill".into(), "Siobhán".into());
    foreign.patronymic = String::new();
    assert_eq!(browser.register(foreign).await, "/register/code");
}

/// No step can be taken before the one it needs.
async fn nobody_jumps_ahead(house: House) {
    let mut browser = house.browser();
    assert_eq!(browser.code("000000").await, "/register");
    assert_eq!(browser.resend().await, "/register");
    assert_eq!(browser.password(PASSWORD).await, "/register");
    browser.register(form_with(PHONE)).await;
    assert_eq!(browser.password(PASSWORD).await, "/register/code");
    let code = house.code(PHONE).await;
    browser.code(&code).await;
    assert_eq!(browser.code(&code).await, "/register/password");
    assert_eq!(browser.resend().await, "/register/password");
    browser.password(PASSWORD).await;
    assert_eq!(browser.code(&code).await, "/register/done");
    assert_eq!(browser.resend().await, "/register/done");
    assert_eq!(browser.register(form_with(EMAIL)).await, "/register/done");
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
}

/// A double click on the form finds no cookie yet: one draft, one message, and both answers go on.
async fn a_repeated_form_is_one_draft(house: House) {
    let mut first = house.browser();
    let mut repeat = first.clone();
    let mut filled = form_with(PHONE);
    filled.form_id = "a form".into();
    first.register(filled.clone()).await;
    assert_eq!(repeat.register(filled.clone()).await, "/register/code");
    assert_eq!(first.register(filled.clone()).await, "/register/code");
    assert_eq!(house.count("SELECT COUNT(*) FROM draft").await, 1);
    assert_eq!(house.messages().await.len(), 1);
    let code = house.code(PHONE).await;
    assert_eq!(repeat.code(&code).await, "/register/password");
    // The same id with other contents is somebody else's form.
    let mut stranger = house.browser();
    filled.surname = "Иная".into();
    stranger.register(filled).await;
    assert_eq!(house.count("SELECT COUNT(*) FROM draft").await, 2);
    assert_eq!(stranger.registration().await.form.surname, "Иная");
}

/// The last submission twice, the second time from a browser that never got the first answer.
async fn finishing_twice_is_one_account(house: House) {
    let mut first = house.proven(PHONE).await;
    let mut repeat = first.clone();
    assert_eq!(first.password(PASSWORD).await, "/register/done");
    let after_one = Ledger::of(&house).await;
    assert_eq!(repeat.password(PASSWORD).await, "/register/done");
    assert_eq!(first.password(PASSWORD).await, "/register/done");
    assert_eq!(Ledger::of(&house).await, after_one);
    let (one, two) = (first.session().await, repeat.session().await);
    assert!(one.is_some() && one == two, "both are the one session");
    assert_eq!(
        house.kinds_to(PHONE).await,
        [NoticeKind::RegistrationCode, NoticeKind::AccountReady]
    );
    first.sign_out().await;
    assert_eq!(
        repeat.password(PASSWORD).await,
        "/login",
        "a session that was ended stays so"
    );
}

/// A password that is not accepted: the step stays, nothing is lost but the password.
async fn a_refused_password_changes_nothing(house: House) {
    let mut browser = house.proven(PHONE).await;
    let before = Ledger::of(&house).await;
    for (password, reason) in [
        ("", "empty"),
        ("Ab1!", "too_short"),
        ("kolokol-47-zvon", "missing_upper"),
        ("KOLOKOL-47-ZVON", "missing_lower"),
        ("Kolokol-Zvon", "missing_digit"),
        ("Kolokol47Zvon", "missing_symbol"),
        ("Колокол-47-Zvon", "other_letter"),
    ] {
        assert_eq!(browser.password(password).await, "/register/password");
        assert_eq!(browser.refusals(), [("password".into(), reason.into())]);
    }
    let input = accounts::enrolment::PasswordInput {
        password: PASSWORD.into(),
        password_repeat: format!("{PASSWORD} "),
    };
    let done = accounts::enrolment::submit_password(&browser.portal, &browser.visit, input).await;
    browser.take(&done.expect("an answer"));
    assert!(browser.hears(Outcome::PasswordMismatch));
    assert_eq!(Ledger::of(&house).await, before);
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
}

on_both! {
    by_phone
    by_email
    with_both_contacts
    the_consent_is_kept_with_version_and_time
    a_refused_form_is_kept
    a_form_without_a_contact_is_refused
    foreigners_pass
    nobody_jumps_ahead
    a_repeated_form_is_one_draft
    finishing_twice_is_one_account
    a_refused_password_changes_nothing
}

//! Nothing typed is lost, and nothing is kept too long (architecture, section 3; W8; P-11).

use accounts::enrolment::{self, RegistrationInput};
use accounts::{Done, Outcome};

use crate::browser::Browser;
use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_PHONE, PASSWORD, PHONE, form, form_with};

const HOUR: i64 = 3600;

async fn autosave(browser: &mut Browser, form: RegistrationInput) -> bool {
    let saved = enrolment::autosave(&browser.portal, &browser.visit, form).await;
    let (saved, done) = saved.expect("an answer");
    browser.take(&done);
    saved.until.is_some()
}

async fn save_and_exit(browser: &mut Browser, form: Option<RegistrationInput>) -> String {
    let done: Result<Done, _> =
        enrolment::save_and_exit(&browser.portal, &browser.visit, form).await;
    browser.take(&done.expect("an answer"))
}

/// Looking writes nothing, however often.
async fn a_reload_shows_the_same(house: House) {
    let browser = house.begun(PHONE).await;
    let before = Ledger::of(&house).await;
    let first = browser.registration().await;
    let second = browser.registration().await;
    assert_eq!(first.form, second.form);
    assert_eq!((first.facts, first.code), (second.facts, second.code));
    assert_eq!(Ledger::of(&house).await, before);
    assert_eq!(
        first.expires_at,
        Some(house.now().plus_s(72 * HOUR)),
        "the page says until when"
    );
    assert_eq!(
        house.browser().registration().await.form,
        RegistrationInput::default()
    );
}

async fn a_restart_loses_nothing(mut house: House) {
    let mut browser = house.proven(PHONE).await;
    house.restart().await;
    browser.portal = house.portal.clone();
    let view = browser.registration().await;
    assert_eq!(view.form.surname, "Рябинина");
    assert!(view.facts.contact_proven);
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    house.restart().await;
    browser.portal = house.portal.clone();
    assert!(browser.registration().await.done.is_some());
}

/// Two tabs are one browser: what was written last counts.
async fn the_last_tab_wins(house: House) {
    let mut tab = house.browser();
    tab.register(form_with(PHONE)).await;
    let mut other = tab.clone();
    let mut changed = form_with(PHONE);
    changed.first_name = "Алёна".into();
    assert_eq!(other.register(changed).await, "/register/code");
    assert_eq!(tab.registration().await.form.first_name, "Алёна");
    assert_eq!(
        house.messages().await.len(),
        1,
        "the same contact, the same code"
    );
    let code = house.code(PHONE).await;
    tab.code(&code).await;
    tab.password(PASSWORD).await;
    assert_eq!(tab.cabinet().await.full_name, "Рябинина Алёна Олеговна");
}

/// Another contact undoes the proof of the one before it; the same one does not.
async fn another_contact_undoes_the_proof(house: House) {
    let mut browser = house.proven(PHONE).await;
    assert_eq!(
        browser.register(form_with(PHONE)).await,
        "/register/password",
        "the same contact need not be proven again"
    );
    assert_eq!(
        browser.register(form_with(OTHER_PHONE)).await,
        "/register/code"
    );
    assert!(!browser.registration().await.facts.contact_proven);
    assert_eq!(browser.password(PASSWORD).await, "/register/code");
    let code = house.code(OTHER_PHONE).await;
    assert_eq!(browser.code(&code).await, "/register/password");
    assert_eq!(
        browser.register(form(OTHER_PHONE, EMAIL)).await,
        "/register/password",
        "nor does the second contact undo it"
    );
}

/// What is typed on the way opens a draft only where the consent is given.
async fn autosave_waits_for_the_consent(house: House) {
    let mut browser = house.browser();
    let mut typed = form("+7 900", "");
    typed.consent = false;
    assert!(!autosave(&mut browser, typed.clone()).await);
    assert_eq!(house.count("SELECT COUNT(*) FROM draft").await, 0);
    typed.consent = true;
    assert!(autosave(&mut browser, typed.clone()).await);
    let view = browser.registration().await;
    assert_eq!(view.form, typed);
    assert!(
        !view.form_refused && !view.facts.form_accepted,
        "nothing is judged yet"
    );
    assert!(house.messages().await.is_empty());
    typed.consent = false;
    typed.surname = "Берёзова".into();
    assert!(autosave(&mut browser, typed).await, "the draft is there");
    assert_eq!(browser.registration().await.form.surname, "Берёзова");
}

async fn saving_and_leaving_keeps_everything(house: House) {
    let mut browser = house.browser();
    let typed = form("+7 900 12", "");
    assert_eq!(save_and_exit(&mut browser, Some(typed.clone())).await, "/");
    assert!(browser.hears(Outcome::Saved));
    assert_eq!(browser.registration().await.form, typed);
    browser.register(form_with(PHONE)).await;
    assert_eq!(save_and_exit(&mut browser, None).await, "/");
    assert!(browser.hears(Outcome::Saved));
    assert!(browser.registration().await.facts.form_accepted);
    let mut nobody = house.browser();
    assert_eq!(save_and_exit(&mut nobody, None).await, "/");
    assert!(!nobody.hears(Outcome::Saved), "there is nothing to save");
}

/// A draft lives for 72 hours, whatever is done with it, and then it is deleted with all that belongs to it.
async fn drafts_end_after_72_hours(mut house: House) {
    const LEFT: &str = "SELECT (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM draft_token) \
        + (SELECT COUNT(*) FROM challenge) + (SELECT COUNT(*) FROM code)";
    let mut browser = house.proven(EMAIL).await;
    house.pass(72 * HOUR - 1);
    let view = browser.registration().await;
    assert!(view.facts.contact_proven);
    assert_eq!(
        browser.register(form_with(EMAIL)).await,
        "/register/password"
    );
    house.restart().await;
    assert!(house.count(LEFT).await > 0, "nothing is swept too early");
    house.pass(1);
    browser.portal = house.portal.clone();
    let view = browser.registration().await;
    assert_eq!(view.facts, domain::flow::Facts::default());
    assert_eq!(view.form, RegistrationInput::default());
    assert_eq!(browser.password(PASSWORD).await, "/register");
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 0);
    house.pass(1);
    house.restart().await;
    let swept = async {
        while house.count(LEFT).await > 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(5), swept)
        .await
        .expect("nothing of the draft is left");
}

/// A form that was drawn for a draft which has ended, or for another journey, is sent all the same.
async fn an_old_form_opens_a_new_draft(house: House) {
    let mut browser = house.browser();
    let mut typed = form_with(PHONE);
    typed.form_id = "drawn long ago".into();
    browser.register(typed.clone()).await;
    house.pass(72 * HOUR);
    assert_eq!(browser.register(typed.clone()).await, "/register/code");
    assert_eq!(house.messages().await.len(), 2);
    let mut other = house.browser();
    let input = accounts::recovery::RecoveryInput {
        form_id: typed.form_id.clone(),
        login: PHONE.into(),
    };
    let done = accounts::recovery::submit_login(&other.portal, &other.visit, input).await;
    assert_eq!(other.take(&done.expect("an answer")), "/recover/code");
    // The first one has run out: the sweep may have been there before.
    let drafts = house.count("SELECT COUNT(*) FROM draft").await;
    assert!((2..=3).contains(&drafts), "{drafts}");
}

/// Sixty registrations an hour may begin at one address; a limit can be lifted.
async fn an_address_begins_no_flood_of_drafts(mut house: House) {
    house
        .restart_with(|config| config.limits.drafts_per_address_hour = 3)
        .await;
    let first = house.browser();
    let mut answers = Vec::new();
    for number in 0..4 {
        let visit = first.visit.clone();
        let phone = format!("+7900000000{number}");
        answers.push(enrolment::submit_form(&house.portal, &visit, form_with(&phone)).await);
    }
    let refused = answers.pop().expect("four answers");
    assert_eq!(
        refused.err(),
        Some(accounts::PortalError::TooMany {
            retry_after_s: 3600
        })
    );
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(house.count("SELECT COUNT(*) FROM draft").await, 3);
    house
        .restart_with(|config| config.limits.enabled = false)
        .await;
    let again = enrolment::submit_form(&house.portal, &first.visit, form_with(PHONE)).await;
    assert!(again.is_ok());
}

on_both! {
    a_reload_shows_the_same
    a_restart_loses_nothing
    the_last_tab_wins
    another_contact_undoes_the_proof
    autosave_waits_for_the_consent
    saving_and_leaving_keeps_everything
    drafts_end_after_72_hours
    an_old_form_opens_a_new_draft
    an_address_begins_no_flood_of_drafts
}

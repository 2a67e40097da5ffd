//! The same submission many times at once, and different ones that want the same thing.

use std::future::Future;

use accounts::journal::Event;
use accounts::outbox::NoticeKind;
use accounts::{Outcome, enrolment};
use domain::field::contact::ContactKind;
use tokio::task::JoinSet;

use crate::browser::Browser;
use crate::house::House;
use crate::people::{EMAIL, OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE, form_with};

/// How often a submission is sent at once.
const TIMES: usize = 8;

/// Sends one browser's submission many times at once; answers each copy of it and where it was led.
async fn at_once<F>(
    browser: &Browser,
    mut submit: impl FnMut(Browser) -> F,
) -> Vec<(Browser, String)>
where
    F: Future<Output = (Browser, String)> + Send + 'static,
{
    let mut answers = JoinSet::new();
    for _ in 0..TIMES {
        answers.spawn(submit(browser.clone()));
    }
    answers.join_all().await
}

fn all_led_to(answers: &[(Browser, String)], path: &str) -> bool {
    assert_eq!(answers.len(), TIMES);
    answers.iter().all(|(_, next)| next == path)
}

async fn events(house: &House, event: Event) -> i64 {
    const COUNT: &str = "SELECT COUNT(*) FROM journal WHERE event = $1";
    let row = house.look(COUNT, vec![event.code().into()]).await;
    row.int(0).expect("a number")
}

async fn one_form_is_one_draft_and_one_message(house: House) {
    let browser = house.browser();
    let answers = at_once(&browser, |mut browser| async move {
        let mut form = form_with(PHONE);
        form.form_id = "the form".into();
        let next = browser.register(form).await;
        (browser, next)
    })
    .await;
    assert!(all_led_to(&answers, "/register/code"));
    assert_eq!(house.count("SELECT COUNT(*) FROM draft").await, 1);
    assert_eq!(house.messages().await.len(), 1);
    let code = house.code(PHONE).await;
    let mut browsers = answers.into_iter().map(|(browser, _)| browser);
    let mut any = browsers.next_back().expect("a copy");
    assert_eq!(any.code(&code).await, "/register/password");
}

async fn one_code_leads_on_however_often_it_is_sent(house: House) {
    let browser = house.begun(PHONE).await;
    let code = house.code(PHONE).await;
    let answers = at_once(&browser, |mut browser| {
        let code = code.clone();
        async move {
            let next = browser.code(&code).await;
            (browser, next)
        }
    })
    .await;
    assert!(all_led_to(&answers, "/register/password"));
}

async fn many_resends_are_one_message(house: House) {
    let browser = house.begun(PHONE).await;
    house.pass(60);
    let answers = at_once(&browser, |mut browser| async move {
        let next = browser.resend().await;
        (browser, next)
    })
    .await;
    let sent = answers
        .iter()
        .filter(|(copy, _)| copy.hears(Outcome::Resent));
    assert_eq!(sent.count(), 1);
    assert_eq!(house.messages().await.len(), 2);
}

/// Half of them reach one process, half another that shares the database.
async fn one_password_is_one_account_and_one_message(house: House) {
    let browser = house.proven(PHONE).await;
    let other = house
        .ground
        .portal(house.another_store().await, house.portal.config.clone());
    let mut turn = 0;
    let answers = at_once(&browser, |mut browser| {
        turn += 1;
        if turn % 2 == 0 {
            browser.portal = other.clone();
        }
        async move {
            let next = browser.password(PASSWORD).await;
            (browser, next)
        }
    })
    .await;
    assert!(all_led_to(&answers, "/register/done"));
    let session = answers[0].0.session().await;
    assert!(session.is_some());
    for (copy, _) in &answers {
        assert_eq!(copy.session().await, session, "all are the one session");
    }
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
    assert_eq!(house.count("SELECT COUNT(*) FROM session").await, 1);
    assert_eq!(events(&house, Event::AccountCreated).await, 1);
    assert_eq!(
        house.kinds_to(PHONE).await,
        [NoticeKind::RegistrationCode, NoticeKind::AccountReady]
    );
}

/// Many browsers have proven the same contact, each in a draft of its own.
async fn many_drafts_for_one_contact_are_one_account(house: House) {
    let mut browsers = Vec::new();
    for _ in 0..5 {
        browsers.push(house.proven(PHONE).await);
    }
    let mut answers = JoinSet::new();
    for mut browser in browsers {
        answers.spawn(async move { browser.password(PASSWORD).await });
    }
    let mut answers = answers.join_all().await;
    answers.sort();
    assert_eq!(answers[..1], ["/register/done"]);
    assert!(
        answers[1..].iter().all(|next| next == "/register/exists"),
        "{answers:?}"
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
    let ready = house.kinds_to(PHONE).await;
    let ready = ready
        .iter()
        .filter(|kind| **kind == NoticeKind::AccountReady);
    assert_eq!(ready.count(), 1);
}

/// Many presses of one page are one; of two pages one is.
async fn a_link_is_pressed_once(house: House) {
    house.begun(EMAIL).await;
    let link = house.link(EMAIL).await;
    let pages = [house.browser(), house.browser()];
    let mut answers = JoinSet::new();
    for (number, page) in pages.iter().enumerate() {
        for _ in 0..TIMES {
            let (mut browser, link) = (page.clone(), link.clone());
            answers.spawn(async move {
                let next = browser.link(&link, &format!("page {number}")).await;
                (number, next, browser)
            });
        }
    }
    let mut onward = Vec::new();
    for (number, next, browser) in answers.join_all().await {
        if next == "/register/password" {
            assert!(browser.registration().await.facts.contact_proven);
            onward.push(number);
        } else {
            assert_eq!(next, format!("/confirm/{link}"));
            assert!(browser.hears(Outcome::LinkUsed));
        }
    }
    assert_eq!(
        onward.len(),
        TIMES,
        "all presses of one page and none of the other"
    );
    assert!(onward.iter().all(|number| *number == onward[0]));
}

/// Guessing at once is no way round the delay: the fourth try is the last one looked at.
async fn many_guesses_at_once_wait_all_the_same(house: House) {
    house.citizen(PHONE).await;
    let stranger = house.browser();
    let mut number = 0;
    let answers = at_once(&stranger, |mut browser| {
        number += 1;
        async move {
            let guess = format!("Ugadayu-{number}-Raz");
            let next = browser.sign_in(PHONE, &guess).await;
            (browser, next)
        }
    })
    .await;
    assert!(all_led_to(&answers, "/login"));
    assert_eq!(events(&house, Event::SignInRefused).await, 4);
    let waiting = answers
        .iter()
        .filter(|(copy, _)| copy.flash().wait_s.is_some());
    assert!(waiting.count() >= TIMES - 3);
}

/// A double click on «Войти» signs in, and the owner hears of it once.
async fn a_double_click_signs_in(house: House) {
    house.citizen(PHONE).await;
    let browser = house.browser();
    let mut answers = JoinSet::new();
    for _ in 0..2 {
        let mut browser = browser.clone();
        answers.spawn(async move {
            let next = browser.sign_in(PHONE, PASSWORD).await;
            (browser, next)
        });
    }
    for (copy, next) in answers.join_all().await {
        assert_eq!(next, "/cabinet");
        assert!(copy.session().await.is_some());
    }
    assert_eq!(
        house.kinds_to(PHONE).await[2..],
        [NoticeKind::SignedInNewDevice]
    );
}

async fn one_recovery_is_one_change_and_one_message(house: House) {
    house.citizen(PHONE).await;
    house.pass(3600);
    let mut browser = house.browser();
    browser.recover(PHONE).await;
    let code = house.code(PHONE).await;
    browser.recovery_code(&code).await;
    let answers = at_once(&browser, |mut browser| async move {
        let next = browser.new_password(OTHER_PASSWORD).await;
        (browser, next)
    })
    .await;
    assert!(all_led_to(&answers, "/cabinet"));
    assert_eq!(house.count("SELECT COUNT(*) FROM session").await, 1);
    assert_eq!(events(&house, Event::PasswordRecovered).await, 1);
    let told = house.kinds_to(PHONE).await;
    let told = told
        .iter()
        .filter(|kind| **kind == NoticeKind::PasswordRecovered);
    assert_eq!(told.count(), 1);
}

/// A double click on the change of the password.
async fn one_change_of_the_password_is_one(house: House) {
    let owner = house.citizen(PHONE).await;
    let mut answers = JoinSet::new();
    for _ in 0..2 {
        let mut browser = owner.clone();
        answers.spawn(async move {
            browser.change_password(PASSWORD, OTHER_PASSWORD).await;
            browser
        });
    }
    for copy in answers.join_all().await {
        assert!(
            copy.hears(Outcome::PasswordChanged),
            "{:?}",
            copy.refusals()
        );
    }
    assert_eq!(events(&house, Event::PasswordChanged).await, 1);
    let told = house.kinds_to(PHONE).await;
    let told = told
        .iter()
        .filter(|kind| **kind == NoticeKind::PasswordChanged);
    assert_eq!(told.count(), 1);
}

/// Two accounts want the same contact, and both have its code.
async fn two_changes_to_one_contact(house: House) {
    let mut citizens = [house.citizen(PHONE).await, house.citizen(OTHER_PHONE).await];
    let mut answers = JoinSet::new();
    for browser in &mut citizens {
        browser
            .change_contact(ContactKind::Email, EMAIL, PASSWORD)
            .await;
        let code = house.code(EMAIL).await;
        let mut browser = browser.clone();
        answers.spawn(async move {
            browser.contact_code(ContactKind::Email, &code).await;
            (
                browser.hears(Outcome::ContactConfirmed),
                browser.hears(Outcome::ContactTaken),
            )
        });
    }
    let mut heard = answers.join_all().await;
    heard.sort_unstable();
    assert_eq!(heard, [(false, true), (true, false)]);
    let owners = "SELECT COUNT(*) FROM contact WHERE kind = 'email' AND confirmed_at IS NOT NULL";
    assert_eq!(house.count(owners).await, 1);
    assert_eq!(house.count("SELECT COUNT(*) FROM contact").await, 3);
}

async fn one_contact_code_is_one_change(house: House) {
    let mut owner = house.citizen_with_both(PHONE, EMAIL).await;
    owner.confirm_contact(ContactKind::Email).await;
    let code = house.code(EMAIL).await;
    let answers = at_once(&owner, |mut browser| {
        let code = code.clone();
        async move {
            let next = browser.contact_code(ContactKind::Email, &code).await;
            (browser, next)
        }
    })
    .await;
    assert!(all_led_to(&answers, "/cabinet"));
    assert_eq!(events(&house, Event::ContactConfirmed).await, 2);
    assert!(owner.cabinet().await.contacts[1].confirmed);
}

/// «Продолжить на этом устройстве», many times at once, and the registration finished in the middle of it.
async fn going_on_elsewhere_and_finishing_at_once(house: House) {
    let first = house.proven(PHONE).await;
    let mut second = house.browser();
    second.resume(PHONE).await;
    let code = house.code(PHONE).await;
    let (portal, visit) = (first.portal.clone(), first.visit.clone());
    let finishing = tokio::spawn(async move {
        let input = crate::browser::twice(PASSWORD);
        enrolment::submit_password(&portal, &visit, input).await
    });
    let answers = at_once(&second, |mut browser| {
        let code = code.clone();
        async move {
            let next = browser.resume_code(&code).await;
            (browser, next)
        }
    })
    .await;
    let done = finishing.await.expect("no panic").expect("an answer");
    assert_eq!(done.next, "/register/done");
    for (mut copy, next) in answers {
        let known = ["/register/password", "/register", "/login"].contains(&next.as_str());
        assert!(known, "{next}");
        let after = copy.password(PASSWORD).await;
        assert!(["/login", "/register"].contains(&after.as_str()), "{after}");
        assert!(copy.session().await.is_none());
    }
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
}

on_both! {
    one_form_is_one_draft_and_one_message
    one_code_leads_on_however_often_it_is_sent
    many_resends_are_one_message
    one_password_is_one_account_and_one_message
    many_drafts_for_one_contact_are_one_account
    a_link_is_pressed_once
    many_guesses_at_once_wait_all_the_same
    a_double_click_signs_in
    one_recovery_is_one_change_and_one_message
    one_change_of_the_password_is_one
    two_changes_to_one_contact
    one_contact_code_is_one_change
    going_on_elsewhere_and_finishing_at_once
}

//! The link of a letter (P-04, R-CNT-06, D-09).

use accounts::Outcome;
use accounts::proof::{LinkPurpose, LinkView};

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_EMAIL, PASSWORD, form_with};

/// Mail scanners fetch a link before its reader does: nothing comes of it.
async fn looking_at_a_link_is_harmless(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let link = house.link(EMAIL).await;
    let before = Ledger::of(&house).await;
    for _ in 0..5 {
        let scanner = house.browser();
        let view = scanner.link_view(&link).await;
        assert_eq!(view, LinkView::Alive(LinkPurpose::Registration));
    }
    assert_eq!(Ledger::of(&house).await, before, "nothing is written");
    assert_eq!(browser.link(&link, "page").await, "/register/password");
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
}

async fn a_link_counts_once(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let link = house.link(EMAIL).await;
    assert_eq!(browser.link(&link, "page").await, "/register/password");
    let used = LinkView::Used(LinkPurpose::Registration);
    assert_eq!(browser.link_view(&link).await, used);
    let mut other = house.browser();
    assert_eq!(
        other.link(&link, "another page").await,
        format!("/confirm/{link}")
    );
    assert!(other.hears(Outcome::LinkUsed));
    assert!(!other.registration().await.facts.contact_proven);
    assert_eq!(
        browser.link(&link, "page").await,
        "/register/password",
        "the browser that pressed it goes on"
    );
}

/// A double click, and a browser that never got the first answer, are one press.
async fn a_repeated_press_leads_where_the_first_did(house: House) {
    house.begun(EMAIL).await;
    let link = house.link(EMAIL).await;
    let mut first = house.browser();
    let mut repeat = first.clone();
    assert_eq!(first.link(&link, "page").await, "/register/password");
    assert_eq!(repeat.link(&link, "page").await, "/register/password");
    assert!(repeat.registration().await.facts.contact_proven);
    assert_eq!(repeat.password(PASSWORD).await, "/register/done");
}

/// The browser that pressed the button goes on; the one the letter was asked for in still asks for the code.
async fn a_link_works_in_another_browser(house: House) {
    let mut first = house.begun(EMAIL).await;
    let (link, code) = (house.link(EMAIL).await, house.code(EMAIL).await);
    let mut second = house.browser();
    assert_eq!(second.link(&link, "page").await, "/register/password");
    let view = second.registration().await;
    assert_eq!(view.form.surname, "Рябинина", "with what was typed there");
    let view = first.registration().await;
    assert!(view.facts.form_accepted && !view.facts.contact_proven);
    assert_eq!(first.password(PASSWORD).await, "/register/code");
    assert_eq!(first.code(&code).await, "/register/password");
    assert_eq!(second.password(PASSWORD).await, "/register/done");
    assert_eq!(first.password(PASSWORD).await, "/login");
    assert!(
        first.session().await.is_none(),
        "only one of them is signed in"
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
}

async fn a_link_lives_for_a_day(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let link = house.link(EMAIL).await;
    house.pass(86_399);
    let alive = LinkView::Alive(LinkPurpose::Registration);
    assert_eq!(browser.link_view(&link).await, alive);
    house.pass(1);
    assert_eq!(browser.link_view(&link).await, LinkView::Dead);
    assert_eq!(
        browser.link(&link, "page").await,
        format!("/confirm/{link}")
    );
    assert!(browser.hears(Outcome::LinkExpired));
    browser.resend().await;
    let link = house.link(EMAIL).await;
    assert_eq!(browser.link(&link, "page").await, "/register/password");
}

/// Wrong codes end codes. Whoever has the letter need not guess.
async fn a_link_outlives_wrong_codes(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let wrong = house.wrong_code(EMAIL).await;
    for _ in 0..5 {
        browser.code(&wrong).await;
    }
    assert!(browser.hears(Outcome::TooManyCodes));
    let link = house.link(EMAIL).await;
    assert_eq!(browser.link(&link, "page").await, "/register/password");
}

/// Another contact in the form: what was sent to the one before proves nothing any more.
async fn a_link_ends_with_its_contact(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let (link, code) = (house.link(EMAIL).await, house.code(EMAIL).await);
    browser.register(form_with(OTHER_EMAIL)).await;
    assert_eq!(browser.link_view(&link).await, LinkView::Dead);
    browser.link(&link, "page").await;
    assert!(browser.hears(Outcome::LinkExpired));
    browser.code(&code).await;
    assert!(browser.hears(Outcome::WrongCode));
    browser.register(form_with(EMAIL)).await;
    assert_eq!(
        browser.link_view(&link).await,
        LinkView::Dead,
        "nor when the contact comes back"
    );
    let link = house.link(EMAIL).await;
    assert_eq!(browser.link(&link, "page").await, "/register/password");
}

/// Every letter that was sent counts, not the last alone.
async fn an_earlier_letter_counts_too(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let link = house.link(EMAIL).await;
    house.pass(60);
    browser.resend().await;
    assert_ne!(house.link(EMAIL).await, link);
    assert_eq!(browser.link(&link, "page").await, "/register/password");
}

async fn what_was_never_sent_leads_nowhere(house: House) {
    let mut browser = house.begun(EMAIL).await;
    let made_up = "A".repeat(43);
    assert_eq!(browser.link_view(&made_up).await, LinkView::Dead);
    assert_eq!(
        browser.link(&made_up, "page").await,
        format!("/confirm/{made_up}")
    );
    assert!(browser.hears(Outcome::LinkExpired));
    for garbage in ["", "x", "../../cabinet", "//evil.example"] {
        assert_eq!(browser.link_view(garbage).await, LinkView::Dead);
        assert_eq!(browser.link(garbage, "page").await, "/");
    }
    assert!(!browser.registration().await.facts.contact_proven);
}

on_both! {
    looking_at_a_link_is_harmless
    a_link_counts_once
    a_repeated_press_leads_where_the_first_did
    a_link_works_in_another_browser
    a_link_lives_for_a_day
    a_link_outlives_wrong_codes
    a_link_ends_with_its_contact
    an_earlier_letter_counts_too
    what_was_never_sent_leads_nowhere
}

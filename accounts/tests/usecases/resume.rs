//! Going on with a registration on another device (W8).

use accounts::Outcome;
use accounts::outbox::NoticeKind;

use crate::house::House;
use crate::ledger::Ledger;
use crate::people::{EMAIL, OTHER_PHONE, PASSWORD, PHONE, form_with};

async fn another_device_goes_on(house: House) {
    let mut first = house.proven(PHONE).await;
    let mut second = house.browser();
    assert_eq!(second.resume(PHONE).await, "/register/resume/code");
    let view = second.resume_view().await;
    assert!(view.facts.form_accepted && view.code.is_some());
    assert_eq!(
        house.kinds_to(PHONE).await.last(),
        Some(&NoticeKind::ResumeCode)
    );
    let mut repeat = second.clone();
    let code = house.code(PHONE).await;
    assert_eq!(second.resume_code(&code).await, "/register/password");
    let view = second.registration().await;
    assert_eq!(view.form.surname, "Рябинина", "with all values");
    assert!(view.facts.contact_proven);
    assert_eq!(
        repeat.resume_code(&code).await,
        "/register/password",
        "a repeat leads there too"
    );
    assert_eq!(repeat.password(PASSWORD).await, "/register/done");
    assert_eq!(first.password(PASSWORD).await, "/login");
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM journal WHERE event = 'registration_resumed'")
            .await,
        1
    );
}

async fn the_letters_link_goes_on_too(house: House) {
    house.proven(EMAIL).await;
    let mut second = house.browser();
    second.resume(EMAIL).await;
    let link = house.link(EMAIL).await;
    let mut third = house.browser();
    let mut repeat = third.clone();
    assert_eq!(third.link(&link, "page").await, "/register/password");
    assert_eq!(repeat.link(&link, "page").await, "/register/password");
    assert_eq!(repeat.password(PASSWORD).await, "/register/done");
}

/// A contact that is not proven, or that nobody typed: the same is written and said, nothing is sent, and no
/// code is right.
async fn a_contact_without_a_draft_tells_nothing(house: House) {
    house.proven(PHONE).await;
    house.begun(OTHER_PHONE).await;
    house.messages().await;
    let sent = house.ground.post.delivered().len();
    let mut written = Vec::new();
    for contact in [PHONE, OTHER_PHONE, "+79009999999"] {
        let before = Ledger::of(&house).await;
        let mut browser = house.browser();
        assert_eq!(browser.resume(contact).await, "/register/resume/code");
        for _ in 0..3 {
            let wrong = house.wrong_code(PHONE).await;
            assert_eq!(browser.resume_code(&wrong).await, "/register/resume/code");
            assert!(browser.hears(Outcome::WrongCode));
        }
        let view = browser.resume_view().await;
        let code = view.code.expect("a code is waited for");
        written.push((
            Ledger::of(&house).await.since_but_counters(&before),
            (view.facts, code.resend_in_s, code.expires_in_s),
        ));
    }
    assert_eq!(written[0], written[1]);
    assert_eq!(written[0], written[2]);
    assert_eq!(
        house.messages().await.len(),
        sent + 1,
        "one of them is told"
    );
}

/// The registration was finished while the code was on its way.
async fn too_late_leads_to_the_account(house: House) {
    let mut first = house.proven(PHONE).await;
    let mut second = house.browser();
    second.resume(PHONE).await;
    let code = house.code(PHONE).await;
    first.password(PASSWORD).await;
    assert_eq!(second.resume_code(&code).await, "/login");
    assert!(second.session().await.is_none());
}

async fn what_is_no_contact_is_told(house: House) {
    let mut browser = house.browser();
    for (typed, outcome) in [("", Outcome::Empty), ("someone", Outcome::LoginUnreadable)] {
        assert_eq!(browser.resume(typed).await, "/register/resume");
        assert!(browser.hears(outcome));
        assert_eq!(browser.flash().login.as_deref(), Some(typed));
    }
    assert_eq!(browser.resume_code("000000").await, "/register/resume");
    assert_eq!(house.count("SELECT COUNT(*) FROM draft").await, 0);
}

/// A device that has gone on holds the draft of the other one: what is typed here is seen there.
async fn both_devices_see_one_draft(house: House) {
    let first = house.proven(PHONE).await;
    let mut second = house.browser();
    second.resume(PHONE).await;
    let code = house.code(PHONE).await;
    second.resume_code(&code).await;
    let mut changed = form_with(PHONE);
    changed.surname = "Берёзова".into();
    assert_eq!(second.register(changed).await, "/register/password");
    assert_eq!(first.registration().await.form.surname, "Берёзова");
    assert!(first.registration().await.facts.contact_proven);
}

on_both! {
    another_device_goes_on
    the_letters_link_goes_on_too
    a_contact_without_a_draft_tells_nothing
    too_late_leads_to_the_account
    what_is_no_contact_is_told
    both_devices_see_one_draft
}

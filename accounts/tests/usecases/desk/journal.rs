//! An auditor sees who did what, and is seen.

use accounts::PortalError;
use accounts::desk::{self, ChainState, FilterFault, JournalFilter, JournalView, Who};
use accounts::operator::Role;

use super::employee::Employee;
use super::rows::{Given, write};
use crate::house::House;
use crate::people::{OTHER_PASSWORD, PHONE};

impl Employee {
    async fn journal(&self, filter: JournalFilter) -> JournalView {
        self.try_journal(filter).await.expect("a view")
    }

    async fn try_journal(&self, filter: JournalFilter) -> Result<JournalView, PortalError> {
        desk::journal(&self.browser.portal, &self.browser.visit, filter).await
    }

    async fn check_chain(&self) -> Option<ChainState> {
        let done = desk::check_chain(&self.browser.portal, &self.browser.visit).await;
        assert_eq!(done.expect("an answer").next, "/desk/journal");
        let view = self.journal(JournalFilter::default()).await;
        view.checked.map(|check| check.state)
    }
}

fn filter(change: impl FnOnce(&mut JournalFilter)) -> JournalFilter {
    let mut filter = JournalFilter::default();
    change(&mut filter);
    filter
}

fn codes(view: &JournalView) -> Vec<&str> {
    view.lines.iter().map(|line| line.code.as_str()).collect()
}

async fn reference_of(house: &House, account: &str) -> String {
    const REFERENCE: &str = "SELECT reference FROM account WHERE id = $1";
    let row = house.look(REFERENCE, vec![account.into()]).await;
    row.text(0).expect("a number")
}

async fn an_auditor_sees_who_read_what(house: House) {
    let account = house.account().await;
    house.browser().sign_in(PHONE, OTHER_PASSWORD).await;
    let review = house.case(&account, Given::default()).await;
    let mut anna = house.employee("anna", Role::Specialist).await;
    anna.take(&review).await;
    anna.reveal(&review, "snils", "comparison").await;
    let auditor = house.employee("vera", Role::Auditor).await;
    let reference = reference_of(&house, &account).await;

    let by_anna = filter(|own| own.operator = "anna".into());
    let view = auditor.journal(by_anna.clone()).await;
    let expected = [
        "value_revealed",
        "review_taken",
        "operator_password_changed",
        "operator_signed_in",
    ];
    assert_eq!(codes(&view), expected);
    assert_eq!(view.operators, ["anna", "vera"]);
    let look = &view.lines[0];
    assert_eq!(look.who, Who::Operator("anna".into()));
    assert_eq!(look.reference.as_deref(), Some(reference.as_str()));
    let detail: Vec<_> = look
        .detail
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    let expected = [
        ("field", "snils"),
        ("reason", "comparison"),
        ("registry", "snils"),
        ("review", review.as_str()),
    ];
    assert_eq!(detail, expected);

    // Whose part is read sees it; it is the reader's act, with the operator who was looked for.
    let both = filter(|own| {
        own.account = format!("{} {}", &reference[..6], &reference[6..]);
        own.operator = "anna".into();
    });
    let view = auditor.journal(both.clone()).await;
    assert_eq!(codes(&view), ["value_revealed", "review_taken"]);
    let own = filter(|own| own.account.clone_from(&reference));
    let view = auditor.journal(own).await;
    let read: Vec<_> = view
        .lines
        .iter()
        .filter(|line| line.code == "journal_read")
        .collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[1].detail["operator"], "anna");
    assert_eq!(read[1].who, Who::Operator("vera".into()));
    let citizen = view
        .lines
        .iter()
        .find(|line| line.code == "sign_in_refused");
    assert_eq!(citizen.map(|line| &line.who), Some(&Who::Citizen));

    // One event, of everybody or of one operator or of one account.
    let taken = |own: &mut JournalFilter| own.event = "review_taken".into();
    assert_eq!(
        codes(&auditor.journal(filter(taken)).await),
        ["review_taken"]
    );
    for mut narrow in [by_anna, both] {
        taken(&mut narrow);
        assert_eq!(codes(&auditor.journal(narrow).await), ["review_taken"]);
    }
    let added = filter(|own| own.event = "operator_added".into());
    let added = auditor.journal(added).await;
    assert_eq!(added.lines[0].who, Who::Portal, "the command line");
    assert_eq!(added.lines[0].detail["operator"], "vera");
}

async fn a_reader_is_noted_once_a_minute(house: House) {
    let auditor = house.employee("vera", Role::Auditor).await;
    let all = JournalFilter::default;
    auditor.journal(all()).await;
    auditor.journal(all()).await;
    assert_eq!(house.noted("journal_read").await, 1);
    let faulty = filter(|own| {
        own.operator = "nobody".into();
        own.event = "tea".into();
        own.account = "1".into();
        own.from = "32.01.2026".into();
    });
    let view = auditor.journal(faulty).await;
    let faults = [
        ("operator", FilterFault::NoSuchOperator),
        ("event", FilterFault::NoSuchEvent),
        ("account", FilterFault::NoSuchAccount),
        ("from", FilterFault::NoDay),
    ];
    assert_eq!(view.faults, faults);
    assert!(view.lines.is_empty());
    assert_eq!(house.noted("journal_read").await, 1, "nothing was shown");
    auditor
        .journal(filter(|own| own.operator = "vera".into()))
        .await;
    assert_eq!(house.noted("journal_read").await, 2, "another filter");
    house.pass(60);
    let view = auditor.journal(all()).await;
    assert_eq!(house.noted("journal_read").await, 3);
    assert_eq!(view.lines[0].code, "journal_read", "the reader's own act");
}

async fn pages_and_days_leave_nothing_out(house: House) {
    let stranger = house.browser();
    for _ in 0..60 {
        let input = desk::DeskSignInInput {
            login: "nobody".into(),
            password: "x".into(),
            code: "000000".into(),
            ..desk::DeskSignInInput::default()
        };
        let done = desk::sign_in(&stranger.portal, &stranger.visit, input).await;
        done.expect("an answer");
        house.pass(1_801);
    }
    let auditor = house.employee("vera", Role::Auditor).await;
    let newest = auditor.journal(JournalFilter::default()).await;
    assert_eq!(newest.lines.len(), 50);
    let next = filter(|own| own.before = newest.next);
    let rest = auditor.journal(next).await;
    let numbers = newest.lines.iter().chain(&rest.lines).map(|line| line.seq);
    let numbers: Vec<_> = numbers.collect();
    let expected: Vec<_> = (1..=numbers[0]).rev().collect();
    assert_eq!((numbers, rest.next), (expected, None));
    assert_eq!(rest.lines[0].who, Who::Visitor);

    // It begins on 2 March at 3:00 in Moscow, and a day has 24 hours.
    let mut seen = 0;
    for day in ["02.03.2026", "2026-03-03", "04.03.2026"] {
        let own = filter(|own| {
            own.event = "operator_sign_in_refused".into();
            own.from = day.into();
            own.until = day.into();
        });
        seen += auditor.journal(own).await.lines.len();
    }
    assert_eq!(seen, 60);
    let later = filter(|own| own.from = "2026-04-01".into());
    assert!(auditor.journal(later).await.lines.is_empty());
    let earlier = filter(|own| own.until = "2026-03-01".into());
    assert!(auditor.journal(earlier).await.lines.is_empty());
    let backwards = filter(|own| {
        own.from = "2026-03-03".into();
        own.until = "2026-03-02".into();
    });
    let faults = auditor.journal(backwards).await.faults;
    assert_eq!(faults, [("until", FilterFault::Backwards)]);
}

async fn a_changed_entry_is_found(house: House) {
    let senior = house.employee("olga", Role::Senior).await;
    let view = senior.journal(JournalFilter::default()).await;
    assert_eq!(view.checked, None);
    let entries = view.lines[0].seq;
    let whole = Some(ChainState::Whole { entries });
    assert_eq!(senior.check_chain().await, whole);
    const FORGE: &str = "UPDATE journal SET event = 'signed_out' WHERE seq = 2";
    write(&house.fresh.store, FORGE, Vec::new()).await;
    assert_eq!(senior.check_chain().await, whole, "once a minute");
    house.pass(60);
    let broken = Some(ChainState::Broken { entry: 2 });
    assert_eq!(senior.check_chain().await, broken);
    assert_eq!(house.noted("journal_verified").await, 2);
}

async fn the_journal_is_for_those_who_read_it(house: House) {
    for role in Role::ALL {
        let employee = house.employee(&format!("one-{}", role.code()), role).await;
        let (portal, visit) = (&employee.browser.portal, &employee.browser.visit);
        let read = employee.try_journal(JournalFilter::default()).await.err();
        let checked = desk::check_chain(portal, visit).await.err();
        let expected = (!role.reads_journal()).then_some(PortalError::Forbidden);
        assert_eq!((read, checked), (expected, expected), "{role:?}");
    }
    let stranger = house.browser();
    let read = desk::journal(&stranger.portal, &stranger.visit, JournalFilter::default()).await;
    assert_eq!(read.err(), Some(PortalError::NotSignedIn));
}

on_both! {
    an_auditor_sees_who_read_what
    a_reader_is_noted_once_a_minute
    pages_and_days_leave_nothing_out
    a_changed_entry_is_found
    the_journal_is_for_those_who_read_it
}

//! Visits to centres: looked for, held, booked, moved, called off (R-CTR-05, P-16).

use accounts::appointment::{self, AppointmentView, PATH, Slot};
use accounts::centre::Centre;
use accounts::outbox::NoticeKind;
use accounts::{Outcome, PortalError};
use domain::centre::Service;
use domain::paper_code::PaperCode;
use tokio::task::JoinSet;

use crate::browser::Browser;
use crate::house::House;
use crate::people::{OTHER_PHONE, PHONE};

const DAY_S: i64 = 86_400;
const BOOKED: &str = "SELECT COUNT(*) FROM appointment WHERE state = 'booked'";

/// A centre at which one visitor is served at a time.
fn small(house: &House) -> Centre {
    let directory = house.portal.centres();
    let centres = directory.centres();
    let small =
        |centre: &&Centre| centre.windows == 1 && centre.services.contains(&Service::Confirmation);
    centres
        .iter()
        .find(small)
        .expect("there are small ones")
        .clone()
}

impl Browser {
    async fn visit_page(&self, centre: &str, day: &str) -> AppointmentView {
        appointment::view(&self.portal, &self.visit, centre.into(), day.into())
            .await
            .expect("a view")
    }

    async fn times(&self, centre: &Centre) -> Vec<Slot> {
        self.visit_page(&centre.id, "")
            .await
            .offer
            .expect("an offer")
            .times
    }

    async fn hold(&mut self, centre: &Centre, slot: Slot) -> String {
        self.hold_at(&centre.id, &slot.starts_at.millis().to_string())
            .await
    }

    async fn hold_at(&mut self, centre: &str, starts_at: &str) -> String {
        let done =
            appointment::hold(&self.portal, &self.visit, centre.into(), starts_at.into()).await;
        self.take(&done.expect("an answer"))
    }

    async fn book(&mut self) -> String {
        let done = appointment::book(&self.portal, &self.visit).await;
        self.take(&done.expect("an answer"))
    }

    async fn cancel(&mut self) -> String {
        let done = appointment::cancel(&self.portal, &self.visit).await;
        self.take(&done.expect("an answer"))
    }
}

async fn a_time_is_held_booked_and_called_off(house: House) {
    let (centre, mut citizen) = (small(&house), house.citizen(PHONE).await);
    let before = citizen.times(&centre).await;
    // From the second day on: the reminder comes a day before.
    let days = citizen
        .visit_page(&centre.id, "")
        .await
        .offer
        .expect("an offer")
        .days;
    let later = citizen
        .visit_page(&centre.id, &days[2].iso())
        .await
        .offer
        .expect("an offer");
    assert_eq!(later.day, Some(days[2]));
    let slot = later.times[0];
    assert_eq!(citizen.hold(&centre, slot).await, PATH);
    let view = citizen.visit_page("", "").await;
    let held = view.held.expect("held");
    assert_eq!(
        (held.starts_at, held.left_s, held.place.name),
        (slot.starts_at, 600, centre.name.clone())
    );
    assert_eq!(view.booked, None);
    assert_eq!(citizen.book().await, PATH);
    assert!(citizen.hears(Outcome::AppointmentBooked));
    let booked = citizen.visit_page("", "").await.booked.expect("booked");
    assert_eq!(booked.starts_at, slot.starts_at);
    let code = PaperCode::parse(&booked.code).expect("a code");
    assert_eq!(code.display(), booked.code);
    // A second press changes nothing.
    assert_eq!(citizen.book().await, PATH);
    assert_eq!(house.count(BOOKED).await, 1);
    let told = |kinds: &[NoticeKind]| {
        let count = |is: fn(&NoticeKind) -> bool| kinds.iter().filter(|kind| is(kind)).count();
        [
            count(|kind| matches!(kind, NoticeKind::AppointmentBooked(_))),
            count(|kind| matches!(kind, NoticeKind::AppointmentReminder(_))),
            count(|kind| matches!(kind, NoticeKind::AppointmentCancelled(_))),
        ]
    };
    assert_eq!(told(&house.kinds_to(PHONE).await), [1, 0, 0]);
    let to_reminder_s = slot.starts_at.seconds_left(house.now()) - DAY_S;
    house.pass(to_reminder_s + 1);
    assert_eq!(told(&house.kinds_to(PHONE).await), [1, 1, 0]);
    let mut citizen = house.signed_in(PHONE, crate::people::PASSWORD).await;
    assert_eq!(citizen.cancel().await, PATH);
    assert!(citizen.hears(Outcome::AppointmentCancelled));
    assert_eq!(citizen.visit_page("", "").await.booked, None);
    assert_eq!(told(&house.kinds_to(PHONE).await), [1, 1, 1]);
    assert_eq!(citizen.cancel().await, PATH);
    assert_eq!(told(&house.kinds_to(PHONE).await), [1, 1, 1]);
    assert!(!before.is_empty());
}

/// Who calls a visit off is not reminded of it.
async fn a_cancelled_visit_reminds_nobody(house: House) {
    let (centre, mut citizen) = (small(&house), house.citizen(PHONE).await);
    let days = citizen
        .visit_page(&centre.id, "")
        .await
        .offer
        .expect("an offer")
        .days;
    let slot = citizen
        .visit_page(&centre.id, &days[3].iso())
        .await
        .offer
        .expect("an offer")
        .times[0];
    citizen.hold(&centre, slot).await;
    citizen.book().await;
    citizen.cancel().await;
    house.pass(40 * DAY_S);
    let kinds = house.kinds_to(PHONE).await;
    assert!(
        !kinds
            .iter()
            .any(|kind| matches!(kind, NoticeKind::AppointmentReminder(_)))
    );
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL")
            .await,
        0
    );
}

async fn the_last_place_is_sold_once(mut house: House) {
    house
        .restart_with(|config| config.limits.enabled = false)
        .await;
    let centre = small(&house);
    let mut citizens = Vec::new();
    for number in 0..50 {
        citizens.push(house.citizen(&format!("+7900555{number:04}")).await);
    }
    let times = citizens[0].times(&centre).await;
    let slot = times[3];
    let mut tasks = JoinSet::new();
    for mut citizen in citizens {
        let centre = centre.clone();
        tasks.spawn(async move {
            let next = citizen.hold(&centre, slot).await;
            if next == PATH {
                citizen.book().await;
            }
            (next, citizen)
        });
    }
    let (mut won, mut lost) = (0, 0);
    while let Some(outcome) = tasks.join_next().await {
        let (next, citizen) = outcome.expect("no panic");
        if next == PATH {
            won += 1;
            continue;
        }
        lost += 1;
        assert!(citizen.hears(Outcome::SlotTaken));
        let (_, query) = next.split_once('?').expect("a centre");
        let day = query.split_once("&day=").map_or("", |(_, day)| day);
        let offer = citizen
            .visit_page(&centre.id, day)
            .await
            .offer
            .expect("an offer");
        assert_eq!(offer.instead, Some(times[4]), "the next best");
        assert!(!offer.times.contains(&slot));
    }
    assert_eq!((won, lost), (1, 49));
    assert_eq!(house.count(BOOKED).await, 1);
}

async fn a_time_is_held_for_ten_minutes(house: House) {
    let (centre, mut first) = (small(&house), house.citizen(PHONE).await);
    let mut second = house.citizen(OTHER_PHONE).await;
    let slot = first.times(&centre).await[2];
    first.hold(&centre, slot).await;
    assert!(!second.times(&centre).await.contains(&slot));
    second.hold(&centre, slot).await;
    assert!(second.hears(Outcome::SlotTaken));
    house.pass(600);
    // Nobody else wanted it: late is soon enough.
    assert_eq!(first.visit_page("", "").await.held.expect("held").left_s, 0);
    assert!(second.times(&centre).await.contains(&slot));
    assert_eq!(second.hold(&centre, slot).await, PATH);
    first.book().await;
    assert!(first.hears(Outcome::HoldExpired));
    second.book().await;
    assert!(second.hears(Outcome::AppointmentBooked));
    first.hold(&centre, slot).await;
    assert!(first.hears(Outcome::SlotTaken));
}

async fn a_visit_is_moved(house: House) {
    let (centre, mut citizen) = (small(&house), house.citizen(PHONE).await);
    let times = citizen.times(&centre).await;
    citizen.hold(&centre, times[1]).await;
    citizen.book().await;
    let first = citizen.visit_page("", "").await.booked.expect("booked");
    // Whoever looks for another time keeps the first until the other one is booked.
    citizen.hold(&centre, times[5]).await;
    assert_eq!(citizen.visit_page("", "").await.booked, Some(first.clone()));
    // What is held is not lost when another time is gone already.
    let mut other = house.citizen(OTHER_PHONE).await;
    other.hold(&centre, times[7]).await;
    citizen.hold(&centre, times[7]).await;
    assert!(citizen.hears(Outcome::SlotTaken));
    assert_eq!(
        citizen
            .visit_page("", "")
            .await
            .held
            .expect("held")
            .starts_at,
        times[5].starts_at
    );
    citizen.book().await;
    let second = citizen.visit_page("", "").await.booked.expect("booked");
    assert_eq!(second.starts_at, times[5].starts_at);
    assert_ne!(second.code, first.code);
    assert_eq!(house.count(BOOKED).await, 1);
    assert!(
        other.times(&centre).await.contains(&times[1]),
        "the former time is free"
    );
    // Time goes by: the visit is over, and another can be booked.
    house.pass(second.starts_at.seconds_left(house.now()) + 15 * 60);
    assert_eq!(citizen.visit_page("", "").await.booked, None);
    let next = citizen.times(&centre).await[0];
    citizen.hold(&centre, next).await;
    citizen.book().await;
    assert!(citizen.hears(Outcome::AppointmentBooked));
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM appointment WHERE state = 'over'")
            .await,
        1
    );
}

async fn nonsense_holds_nothing(house: House) {
    let (centre, mut citizen) = (small(&house), house.citizen(PHONE).await);
    let slot = citizen.times(&centre).await[0].starts_at;
    citizen.hold_at("nowhere", &slot.millis().to_string()).await;
    assert!(citizen.hears(Outcome::CentreUnknown));
    for starts_at in ["", "soon", "1e9", "99999999999999999999"] {
        citizen.hold_at(&centre.id, starts_at).await;
        assert_eq!(
            citizen.refusals(),
            [("starts_at".to_owned(), "choice_missing".to_owned())]
        );
    }
    let wrong = [
        slot.plus_s(60),
        slot.plus_s(-7 * DAY_S),
        slot.plus_s(400 * DAY_S),
    ];
    for starts_at in wrong {
        citizen
            .hold_at(&centre.id, &starts_at.millis().to_string())
            .await;
        assert!(citizen.hears(Outcome::SlotTaken));
    }
    citizen.book().await;
    assert!(citizen.hears(Outcome::HoldExpired));
    assert_eq!(house.count("SELECT COUNT(*) FROM appointment").await, 0);
    let view = citizen.visit_page("nowhere", "yesterday").await;
    assert_eq!((view.booked, view.held, view.offer), (None, None, None));
    let stranger = house.browser();
    let (portal, visit) = (&stranger.portal, &stranger.visit);
    let refused = Some(PortalError::NotSignedIn);
    assert_eq!(
        appointment::view(portal, visit, String::new(), String::new())
            .await
            .err(),
        refused
    );
    assert_eq!(
        appointment::hold(portal, visit, centre.id, "1".into())
            .await
            .err(),
        refused
    );
    assert_eq!(appointment::book(portal, visit).await.err(), refused);
    assert_eq!(appointment::cancel(portal, visit).await.err(), refused);
}

async fn a_day_has_so_many_tries(mut house: House) {
    house
        .restart_with(|config| config.limits.holds_per_account_day = 3)
        .await;
    let (centre, mut citizen) = (small(&house), house.citizen(PHONE).await);
    let times = citizen.times(&centre).await;
    for slot in &times[..3] {
        assert_eq!(citizen.hold(&centre, *slot).await, PATH);
    }
    citizen.hold(&centre, times[4]).await;
    assert!(citizen.hears(Outcome::TooManyHolds));
    assert_eq!(
        citizen
            .visit_page("", "")
            .await
            .held
            .expect("held")
            .starts_at,
        times[2].starts_at
    );
}

on_both! {
    a_time_is_held_booked_and_called_off
    a_cancelled_visit_reminds_nobody
    the_last_place_is_sold_once
    a_time_is_held_for_ten_minutes
    a_visit_is_moved
    nonsense_holds_nothing
    a_day_has_so_many_tries
}

//! Administrators keep the directory of centres.

use std::time::Duration;

use accounts::centre::{CentreFault, CentreInput, Criteria, Directory, load_changes, search};
use accounts::desk::{self, CentreSaved};
use accounts::journal::Event;
use accounts::operator::Role;
use accounts::outbox::NoticeKind;
use accounts::{Outcome, Portal, PortalError, appointment, feed};
use tempfile::TempDir;

use super::employee::Employee;
use crate::browser::Browser;
use crate::house::{House, quick_config};
use crate::people::{OTHER_PHONE, PHONE};

const CENTRE: &str = "tver-mfc-1";

fn input(portal: &Portal, id: &str) -> CentreInput {
    let directory = portal.centres();
    let centre = directory.find(id).expect("a centre");
    CentreInput::of(&directory, centre)
}

impl Employee {
    async fn save(&self, input: CentreInput, new: bool) -> Vec<(&'static str, CentreFault)> {
        let (portal, visit) = (&self.browser.portal, &self.browser.visit);
        match desk::save_centre(portal, visit, input, new).await {
            Ok(CentreSaved::Refused(faults)) => faults,
            Ok(CentreSaved::Saved(_)) => Vec::new(),
            Err(error) => panic!("{error}"),
        }
    }
}

fn is_found(portal: &Portal, id: &str) -> bool {
    let directory = portal.centres();
    let found = search(&directory, &Criteria::default(), portal.clock.now());
    found.centres.iter().any(|listed| listed.centre.id == id)
}

async fn a_change_holds_at_once_and_for_good(house: House) {
    let boss = house.employee("boss", Role::Administrator).await;
    let before = input(&house.portal, CENTRE);
    let mut changed = before.clone();
    changed.name = "  МФЦ у моста ".into();
    changed.windows = "2".into();
    changed.days = std::array::from_fn(|_| "выходной".into());
    changed.days[1] = "9–10, перерыв 9:15–9:45".into();
    changed.closed_on = "03.03.2026, 10.03.2026–12.03.2026".into();
    assert_eq!(boss.save(changed, false).await, []);
    let after = input(&house.portal, CENTRE);
    assert_eq!(after.name, "МФЦ у моста");
    assert_eq!(after.days[1], "9:00–10:00, перерыв 9:15–9:45");
    assert_eq!(after.closed_on, "03.03.2026, 10.03.2026–12.03.2026");
    assert_eq!(
        (&after.town, &after.services),
        (&before.town, &before.services)
    );

    // Its hours are those that can be booked: 17 March is the first Tuesday that is not closed.
    let citizen = house.citizen(PHONE).await;
    let view = appointment::view(
        &citizen.portal,
        &citizen.visit,
        CENTRE.into(),
        String::new(),
    )
    .await;
    let offer = view.expect("a view").offer.expect("an offer");
    assert_eq!(offer.place.name, "МФЦ у моста");
    assert_eq!(offer.days[0].iso(), "2026-03-17");
    assert_eq!(offer.times.len(), 2);

    let actor = house.operator_id("boss").await;
    let (detail, _) = house.newest("centre_changed").await;
    assert_eq!(
        detail,
        format!(r#"{{"actor":"{actor}","centre":"{CENTRE}"}}"#)
    );

    // Another process has it from its start on.
    let other = house
        .ground
        .portal(house.another_store().await, quick_config());
    assert_eq!(input(&other, CENTRE), before);
    load_changes(&other).await.expect("loaded");
    assert_eq!(input(&other, CENTRE), after);
}

async fn a_centre_is_hidden_and_another_added(house: House) {
    let boss = house.employee("boss", Role::Administrator).await;
    let mut hidden = input(&house.portal, CENTRE);
    hidden.hidden = true;
    assert_eq!(boss.save(hidden.clone(), false).await, []);
    assert!(!is_found(&house.portal, CENTRE));
    let citizen = house.citizen(PHONE).await;
    let view = appointment::view(
        &citizen.portal,
        &citizen.visit,
        CENTRE.into(),
        String::new(),
    )
    .await;
    assert!(
        view.expect("a view")
            .offer
            .expect("an offer")
            .times
            .is_empty()
    );

    let mut new = hidden.clone();
    new.hidden = false;
    assert_eq!(
        boss.save(new.clone(), true).await,
        [("id", CentreFault::Taken)]
    );
    new.id = "tver-mfc-99".into();
    assert_eq!(
        boss.save(new.clone(), false).await,
        [("id", CentreFault::NoChoice)]
    );
    assert_eq!(boss.save(new.clone(), true).await, []);
    assert!(is_found(&house.portal, "tver-mfc-99"));
    hidden.hidden = false;
    assert_eq!(boss.save(hidden, false).await, []);
    assert!(is_found(&house.portal, CENTRE) && is_found(&house.portal, "tver-mfc-99"));
}

async fn what_is_wrong_is_said_field_by_field(house: House) {
    let boss = house.employee("boss", Role::Administrator).await;
    let wrong = CentreInput {
        id: "Тверь".into(),
        name: "я".repeat(201),
        lat: "91".into(),
        lon: "NaN".into(),
        closed_on: "завтра".into(),
        services: vec!["tea".into()],
        windows: "0".into(),
        days: std::array::from_fn(|day| {
            if day == 2 {
                "днём".into()
            } else {
                String::new()
            }
        }),
        ..CentreInput::default()
    };
    let expected = [
        ("id", CentreFault::NoId),
        ("name", CentreFault::TooLong),
        ("address", CentreFault::Empty),
        ("town", CentreFault::NoChoice),
        ("kind", CentreFault::NoChoice),
        ("lat", CentreFault::NoPlace),
        ("lon", CentreFault::NoPlace),
        ("wed", CentreFault::NoHours),
        ("closed_on", CentreFault::NoDays),
        ("services", CentreFault::NoChoice),
        ("windows", CentreFault::NoWindows),
    ];
    assert_eq!(boss.save(wrong, true).await, expected);
    assert_eq!(house.noted("centre_changed").await, 0);
    for role in Role::ALL.into_iter().filter(|role| !role.administers()) {
        let employee = house.employee(&format!("one-{}", role.code()), role).await;
        let (portal, visit) = (&employee.browser.portal, &employee.browser.visit);
        let seen = desk::centres(portal, visit).await.err();
        let own = input(portal, CENTRE);
        let saved = desk::save_centre(portal, visit, own, false).await.err();
        let forbidden = Some(PortalError::Forbidden);
        assert_eq!((seen, saved), (forbidden, forbidden), "{role:?}");
    }
}

/// A citizen who has booked the first time of a day at the centre.
async fn booked(house: &House, phone: &str, day: &str) -> Browser {
    let mut citizen = house.citizen(phone).await;
    let (portal, visit) = (&house.portal, &citizen.visit);
    let view = appointment::view(portal, visit, CENTRE.into(), day.into()).await;
    let slot = view.expect("a view").offer.expect("an offer").times[0];
    assert_eq!(slot.date.iso(), day);
    let starts_at = slot.starts_at.millis().to_string();
    let held = appointment::hold(portal, visit, CENTRE.into(), starts_at).await;
    citizen.take(&held.expect("held"));
    let booked = appointment::book(portal, &citizen.visit).await;
    citizen.take(&booked.expect("booked"));
    assert!(citizen.hears(Outcome::AppointmentBooked));
    citizen
}

async fn is_booked(house: &House, citizen: &Browser) -> bool {
    let nowhere = String::new();
    let view = appointment::view(&house.portal, &citizen.visit, nowhere.clone(), nowhere).await;
    view.expect("a view").booked.is_some()
}

/// The messages that tell a citizen that a centre has called the visit off; whether each says where.
async fn called_off(house: &House, phone: &str) -> Vec<bool> {
    let kinds = house.kinds_to(phone).await;
    let told = kinds.iter().filter_map(|kind| match kind {
        NoticeKind::AppointmentCalledOff(place) => Some(place.is_some()),
        _ => None,
    });
    told.collect()
}

async fn visits_for_which_it_is_shut_are_called_off(mut house: House) {
    let boss = house.employee("boss", Role::Administrator).await;
    let one = booked(&house, PHONE, "2026-03-10").await;
    let other = booked(&house, OTHER_PHONE, "2026-03-11").await;
    let mut changed = input(&house.portal, CENTRE);
    // Nobody finds it any more: what is booked stays.
    changed.hidden = true;
    assert_eq!(boss.save(changed.clone(), false).await, []);
    assert!(is_booked(&house, &one).await && is_booked(&house, &other).await);

    changed.closed_on = "10.03.2026".into();
    for _ in 0..2 {
        assert_eq!(boss.save(changed.clone(), false).await, []);
        assert!(!is_booked(&house, &one).await && is_booked(&house, &other).await);
        assert_eq!(called_off(&house, PHONE).await, [true]);
        assert!(called_off(&house, OTHER_PHONE).await.is_empty());
        assert_eq!(house.noted("appointment_called_off").await, 1);
    }
    let feed = feed::view(&house.portal, &one.visit).await.expect("a feed");
    assert_eq!(feed.rows[0].event, Event::AppointmentCalledOff);

    // The files have other centres at the next start: the worker finds the visit that leads nowhere.
    let folder = TempDir::new().expect("a folder");
    for (file, text) in [
        ("towns.json", "[]"),
        ("centres.json", "[]"),
        ("holidays.json", r#"{"recurring":[],"dates":[]}"#),
    ] {
        std::fs::write(folder.path().join(file), text).expect("written");
    }
    let empty = Directory::from_folder(folder.path()).expect("a directory");
    house.restart_with(|config| config.centres = empty).await;
    while house.noted("appointment_called_off").await < 2 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!is_booked(&house, &other).await);
    assert_eq!(called_off(&house, OTHER_PHONE).await, [false]);
}

/// A time that was held is gone when the centre shuts before it is booked.
async fn what_is_held_is_booked_only_while_it_is_open(house: House) {
    let boss = house.employee("boss", Role::Administrator).await;
    let mut citizen = house.citizen(PHONE).await;
    let (portal, visit) = (&house.portal, &citizen.visit);
    let view = appointment::view(portal, visit, CENTRE.into(), String::new()).await;
    let slot = view.expect("a view").offer.expect("an offer").times[0];
    let starts_at = slot.starts_at.millis().to_string();
    let held = appointment::hold(portal, visit, CENTRE.into(), starts_at).await;
    citizen.take(&held.expect("held"));
    let mut changed = input(&house.portal, CENTRE);
    changed.services = Vec::new();
    assert_eq!(boss.save(changed, false).await, []);
    let refused = appointment::book(portal, &citizen.visit).await;
    citizen.take(&refused.expect("an answer"));
    assert!(citizen.hears(Outcome::HoldExpired));
    assert!(!is_booked(&house, &citizen).await);
}

/// Every centre of the files reads in the form as what it is.
async fn the_form_loses_nothing(house: House) {
    let boss = house.employee("boss", Role::Administrator).await;
    let before = house.portal.centres();
    for centre in before.centres().iter().step_by(40) {
        assert_eq!(boss.save(CentreInput::of(&before, centre), false).await, []);
        let after = house.portal.centres();
        assert_eq!(after.find(&centre.id), Some(centre));
    }
}

on_both! {
    a_change_holds_at_once_and_for_good
    a_centre_is_hidden_and_another_added
    what_is_wrong_is_said_field_by_field
    visits_for_which_it_is_shut_are_called_off
    what_is_held_is_booked_only_while_it_is_open
    the_form_loses_nothing
}

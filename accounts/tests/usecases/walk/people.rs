//! The visitors of a walk: a few persons with contacts and passwords of their own, each with two browsers.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use accounts::outbox::{Notice, NoticeKind};
use accounts::{Portal, Visit};

use super::act::Act;
use super::seen::Seen;
use crate::browser::Browser;
use crate::house::Ground;

pub(super) const PERSONS: usize = 3;
pub(super) const BROWSERS: usize = 2 * PERSONS;

/// Whoever owns a contact reads what is sent to it, and nobody else does.
pub(super) fn contacts(person: usize) -> [String; 4] {
    [
        format!("+7900100{person:02}01"),
        format!("first-{person}@mail.example"),
        format!("+7900100{person:02}02"),
        format!("second-{person}@mail.example"),
    ]
}

/// The passwords a person uses.
pub(super) fn passwords(person: usize) -> [String; 2] {
    [
        format!("Zvon-{person}1-Kolokol"),
        format!("Zvon-{person}2-Kolokol"),
    ]
}

/// A browser and what it knows.
pub(super) struct Visitor {
    pub(super) person: usize,
    pub(super) browser: Browser,
    pub(super) seen: Seen,
    /// The last submission, and the cookies it was sent with.
    pub(super) last: Option<(Act, Visit)>,
    /// Id of the form before it.
    pub(super) form_id: String,
}

/// Every browser, without a cookie.
pub(super) fn arrive(portal: &Portal, ground: &Ground) -> Vec<Visitor> {
    (0..BROWSERS)
        .map(|number| {
            let person = number % PERSONS;
            // The last person's browsers share an address, the others' have one each.
            let place = if person == PERSONS - 1 {
                person
            } else {
                number
            };
            let host = u8::try_from(place).expect("a few browsers") + 1;
            let address = IpAddr::V4(Ipv4Addr::new(198, 51, 100, host));
            let visit = Visit::bare(address, &format!("Browser {number}"), "request");
            Visitor {
                person,
                browser: Browser::new(portal, Arc::clone(&ground.clock), visit),
                seen: Seen::default(),
                last: None,
                form_id: String::new(),
            }
        })
        .collect()
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Registration,
    Resume,
    Recovery,
    Contact,
    /// It tells something and asks for nothing.
    Word,
}

pub(super) fn purpose(notice: &Notice) -> Purpose {
    match notice.kind {
        NoticeKind::RegistrationCode | NoticeKind::RegistrationCodeExisting => {
            Purpose::Registration
        }
        NoticeKind::ResumeCode => Purpose::Resume,
        NoticeKind::RecoveryCode => Purpose::Recovery,
        NoticeKind::ContactCode => Purpose::Contact,
        _ => Purpose::Word,
    }
}

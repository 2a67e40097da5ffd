//! The rows of visits.

use super::PlaceView;
use crate::account::Account;
use crate::centre::Centre;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::appointment as sql;
use crate::vault::Cell;

/// What an account holds or has booked.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) held: Option<Appointment>,
    pub(super) booked: Option<Appointment>,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Appointment {
    pub(super) id: String,
    pub(super) centre: String,
    pub(super) starts_at: Instant,
    pub(super) held_until: Option<Instant>,
    code: Option<Vec<u8>>,
    /// Key of the message that reminds of it.
    pub(super) reminder: Option<String>,
}

impl Appointment {
    /// The visit code, as people read it.
    pub(super) fn code(&self, account: &Account) -> Result<String, PortalError> {
        let sealed = self.code.as_deref().unwrap_or_default();
        let plain = account.key.open(cell(&self.id), sealed)?;
        String::from_utf8(plain.to_vec()).map_err(|_| PortalError::Unavailable)
    }
}

/// What an account holds and has booked at the moment.
pub(super) async fn own(c: &mut Connection, account_id: &str) -> Result<Own, PortalError> {
    let mut own = Own::default();
    for row in c.fetch_all(sql::OF_ACCOUNT, &[account_id.into()]).await? {
        let appointment = Appointment {
            id: row.text(0)?,
            centre: row.text(1)?,
            starts_at: row.instant(2)?,
            held_until: row.opt_instant(4)?,
            code: row.opt_blob(5)?,
            reminder: row.opt_text(6)?,
        };
        match row.text(3)?.as_str() {
            "held" => own.held = Some(appointment),
            _ => own.booked = Some(appointment),
        }
    }
    Ok(own)
}

/// Where a visit takes place; a centre that is no longer in the directory is known by its id alone.
pub(crate) fn place(portal: &Portal, id: &str) -> PlaceView {
    let directory = portal.centres();
    match directory.find(id) {
        Some(centre) => place_of(portal, centre),
        None => PlaceView {
            centre: id.to_owned(),
            name: String::new(),
            address: String::new(),
            ahead_minutes: 0,
        },
    }
}

pub(super) fn place_of(portal: &Portal, centre: &Centre) -> PlaceView {
    let directory = portal.centres();
    let town = directory.town_of(centre);
    PlaceView {
        centre: centre.id.clone(),
        name: centre.name.clone(),
        address: format!("{}, {}", town.name, centre.address),
        ahead_minutes: town.ahead_minutes,
    }
}

/// Where the code of a visit is sealed.
pub(super) fn cell(id: &str) -> Cell<'_> {
    Cell {
        table: "appointment",
        column: "code",
        row: id,
    }
}

//! The rows of receptions.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::sheet::{Handed, Sheet};
use crate::clock::Instant;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::reception as sql;
use crate::store::{Connection, Row};
use crate::vault::Cell;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The data of an account are compared with documents.
    Confirmation,
    /// Somebody without an account gets one (R-OPR-01).
    Registration,
    /// Somebody who lost access gets it back (R-RCV-03).
    Restoration,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Confirmation, Self::Registration, Self::Restoration];

    /// Name in the store and in the journal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Registration => "registration",
            Self::Restoration => "restoration",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Where a reception stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The operator is at it.
    Open,
    /// The comparison is done: the registries have the word, or a second operator.
    Waiting,
    /// It has ended well.
    Done,
    /// The operator has refused.
    Refused,
    /// Nobody has come back to it.
    Ended,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Waiting,
        Self::Done,
        Self::Refused,
        Self::Ended,
    ];

    /// Name in the store.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Ended => "ended",
        }
    }

    /// The state with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A reception.
pub(crate) struct Reception {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) state: State,
    pub(super) operator_id: String,
    pub(super) centre: String,
    pub(super) account_id: Option<String>,
    pub(super) route_id: Option<String>,
    pub(super) profile_id: Option<String>,
    pub(super) sheet: Sheet,
    pub(super) opened_at: Instant,
    pub(super) closed_at: Option<Instant>,
    pub(super) second_by: Option<String>,
    /// What is handed out on paper.
    pub(super) handed: Option<Handed>,
}

/// Opens a reception; answers its id.
pub(super) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    kind: Kind,
    operator_id: &str,
    centre: &str,
    account_id: Option<&str>,
) -> Result<String, PortalError> {
    let id = new_id(&*portal.clock, &*portal.rng);
    let values = [
        id.as_str().into(),
        kind.code().into(),
        operator_id.into(),
        centre.into(),
        account_id.map(str::to_owned).into(),
        seal(portal, &id, &Sheet::default())?.into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(id)
}

/// One reception.
pub(super) async fn load(
    c: &mut Connection,
    portal: &Portal,
    id: &str,
) -> Result<Option<Reception>, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[id.into()]).await?;
    row.map(|row| read(portal, &row)).transpose()
}

fn read(portal: &Portal, row: &Row) -> Result<Reception, PortalError> {
    let id = row.text(0)?;
    Ok(Reception {
        kind: Kind::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?,
        state: State::from_code(&row.text(2)?).ok_or(PortalError::Unavailable)?,
        operator_id: row.text(3)?,
        centre: row.text(4)?,
        account_id: row.opt_text(5)?,
        route_id: row.opt_text(6)?,
        profile_id: row.opt_text(7)?,
        sheet: open(portal, &id, "sheet", row.opt_blob(8)?)?.unwrap_or_default(),
        opened_at: row.instant(9)?,
        closed_at: row.opt_instant(10)?,
        second_by: row.opt_text(11)?,
        handed: open(portal, &id, "handed", row.opt_blob(12)?)?,
        id,
    })
}

/// Keeps the sheet.
pub(super) async fn save(
    c: &mut Connection,
    portal: &Portal,
    reception: &Reception,
) -> Result<(), PortalError> {
    let sealed = seal(portal, &reception.id, &reception.sheet)?;
    c.execute(sql::SAVE, &[reception.id.as_str().into(), sealed.into()])
        .await?;
    Ok(())
}

/// The comparison is done; of a version of the profile where the registries have the word.
pub(super) async fn wait(
    c: &mut Connection,
    portal: &Portal,
    reception: &mut Reception,
    profile_id: Option<&str>,
) -> Result<(), PortalError> {
    reception.state = State::Waiting;
    reception.profile_id = profile_id.map(str::to_owned);
    let values = [
        reception.id.as_str().into(),
        reception.profile_id.clone().into(),
        seal(portal, &reception.id, &reception.sheet)?.into(),
    ];
    c.execute(sql::WAIT, &values).await?;
    Ok(())
}

/// Ends a reception; of its sheet stays what is to be known later.
pub(super) async fn close(
    c: &mut Connection,
    portal: &Portal,
    reception: &mut Reception,
    state: State,
) -> Result<(), PortalError> {
    reception.state = state;
    reception.sheet = reception.sheet.record();
    let values = [
        reception.id.as_str().into(),
        state.code().into(),
        portal.clock.now().into(),
        reception.route_id.clone().into(),
        reception.profile_id.clone().into(),
        seal(portal, &reception.id, &reception.sheet)?.into(),
    ];
    c.execute(sql::CLOSE, &values).await?;
    Ok(())
}

/// Keeps what is handed out on paper.
pub(super) async fn hand(
    c: &mut Connection,
    portal: &Portal,
    reception: &mut Reception,
    handed: Handed,
) -> Result<(), PortalError> {
    let sealed = seal_as(portal, &reception.id, "handed", &handed)?;
    c.execute(sql::HAND, &[reception.id.as_str().into(), sealed.into()])
        .await?;
    reception.handed = Some(handed);
    Ok(())
}

fn seal(portal: &Portal, id: &str, sheet: &Sheet) -> Result<Vec<u8>, PortalError> {
    seal_as(portal, id, "sheet", sheet)
}

fn seal_as<T: Serialize>(
    portal: &Portal,
    id: &str,
    column: &str,
    value: &T,
) -> Result<Vec<u8>, PortalError> {
    let plain = serde_json::to_vec(value).map_err(|_| PortalError::Unavailable)?;
    let key = portal.vault.draft_key(id);
    Ok(key.seal(cell(column, id), &plain, &*portal.rng))
}

fn open<T: DeserializeOwned>(
    portal: &Portal,
    id: &str,
    column: &str,
    sealed: Option<Vec<u8>>,
) -> Result<Option<T>, PortalError> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let plain = portal.vault.draft_key(id).open(cell(column, id), &sealed)?;
    serde_json::from_slice(&plain)
        .map(Some)
        .map_err(|_| PortalError::Unavailable)
}

fn cell<'a>(column: &'a str, id: &'a str) -> Cell<'a> {
    Cell {
        table: "reception",
        column,
        row: id,
    }
}

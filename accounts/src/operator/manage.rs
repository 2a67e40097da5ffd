//! Adding, changing and listing operators. Each act is one transaction; several processes may be at it.

use super::acting::{Acting, By};
use super::{Issued, Operator, OperatorLogin, Role, row};
use crate::clock::Instant;
use crate::desk;
use crate::error::PortalError;
use crate::hashing::HashError;
use crate::id::new_id;
use crate::journal::{self, Entry, Event};
use crate::portal::Portal;
use crate::store::statement::{operator as sql, operator_session};
use crate::store::{Connection, Row, StoreError};

/// More operators than a portal has.
const MOST: u32 = 10_000;

/// Why an act was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OperatorError {
    /// The login belongs to somebody.
    #[error("this login is taken")]
    Taken,
    /// No centre has this id.
    #[error("there is no such centre")]
    Nowhere,
    /// Nobody has this login.
    #[error("there is no such operator")]
    Unknown,
    /// Whoever acts is the one it is about.
    #[error("nobody does this to themselves")]
    Own,
    /// Database, vault or hashing do not do their part.
    #[error("the portal is {0}")]
    Portal(#[from] PortalError),
}

impl From<StoreError> for OperatorError {
    fn from(error: StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl From<HashError> for OperatorError {
    fn from(error: HashError) -> Self {
        Self::Portal(error.into())
    }
}

/// An operator as the list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorLine {
    /// The login.
    pub login: String,
    /// The role.
    pub role: Role,
    /// The one-time password has not been replaced yet.
    pub must_change: bool,
    /// When the operator was added.
    pub created_at: Instant,
    /// Since when nobody signs in as this operator.
    pub disabled_at: Option<Instant>,
    /// Where the operator works: id in the directory of centres.
    pub centre: Option<String>,
    /// When the operator acted last, where that was asked for.
    pub acted_at: Option<Instant>,
}

/// A new operator with a one-time password and a secret that nobody is told again.
///
/// # Errors
/// [`OperatorError::Taken`], [`OperatorError::Nowhere`], [`OperatorError::Portal`].
pub async fn add(
    portal: &Portal,
    login: &OperatorLogin,
    role: Role,
    centre: Option<String>,
) -> Result<Issued, OperatorError> {
    add_by(portal, Acting::CommandLine, login, role, centre).await
}

/// The same on somebody's behalf.
pub(crate) async fn add_by(
    portal: &Portal,
    acting: Acting,
    login: &OperatorLogin,
    role: Role,
    centre: Option<String>,
) -> Result<Issued, OperatorError> {
    is_somewhere(portal, centre.as_deref())?;
    let id = new_id(&*portal.clock, &*portal.rng);
    let (issued, sealed) = Issued::new(portal, &id, login, role);
    let phc = portal.hasher.hash(issued.password.clone()).await?;
    let (inner, login) = (portal.clone(), login.to_string());
    let values = [
        id.as_str().into(),
        login.as_str().into(),
        role.code().into(),
        phc.into(),
        sealed.into(),
        portal.clock.now().into(),
        centre.into(),
    ];
    let insert = portal.store.write(move |c| {
        Box::pin(async move {
            let by = acting.judge(c, &inner, &id).await?;
            if row::find(c, &login).await?.is_some() {
                return Err(OperatorError::Taken);
            }
            c.execute(sql::INSERT, &values).await?;
            note(c, &inner, by, &id, Event::OperatorAdded, role).await
        })
    });
    insert.await?;
    Ok(issued)
}

/// A new one-time password and secret; sessions end, and who was disabled may sign in again.
///
/// # Errors
/// [`OperatorError::Unknown`], [`OperatorError::Portal`].
pub async fn reset(portal: &Portal, login: &OperatorLogin) -> Result<Issued, OperatorError> {
    reset_by(portal, Acting::CommandLine, login).await
}

/// The same on somebody's behalf, but not on their own.
pub(crate) async fn reset_by(
    portal: &Portal,
    acting: Acting,
    login: &OperatorLogin,
) -> Result<Issued, OperatorError> {
    let name = login.to_string();
    let find = portal
        .store
        .read(move |c| Box::pin(async move { existing(c, &name).await }));
    let operator = find.await?;
    let (issued, sealed) = Issued::new(portal, &operator.id, login, operator.role);
    let phc = portal.hasher.hash(issued.password.clone()).await?;
    let inner = portal.clone();
    let replace = portal.store.write(move |c| {
        Box::pin(async move {
            let id = operator.id.as_str();
            let by = acting.judge(c, &inner, id).await?;
            c.execute(sql::RESET, &[id.into(), phc.into(), sealed.into()])
                .await?;
            c.execute(operator_session::DELETE_ALL, &[id.into()])
                .await?;
            desk::forget_failures(c, &inner, &operator.login).await?;
            note(c, &inner, by, id, Event::OperatorReset, operator.role).await
        })
    });
    replace.await?;
    Ok(issued)
}

/// Nobody signs in as this operator any more, and whoever is signed in is so no longer. A repeat does
/// nothing.
///
/// # Errors
/// [`OperatorError::Unknown`], [`OperatorError::Portal`].
pub async fn disable(portal: &Portal, login: &OperatorLogin) -> Result<(), OperatorError> {
    disable_by(portal, Acting::CommandLine, login).await
}

/// The same on somebody's behalf, but not on their own.
pub(crate) async fn disable_by(
    portal: &Portal,
    acting: Acting,
    login: &OperatorLogin,
) -> Result<(), OperatorError> {
    let (inner, login) = (portal.clone(), login.to_string());
    let end = portal.store.write(move |c| {
        Box::pin(async move {
            let operator = existing(c, &login).await?;
            let id = operator.id.as_str();
            let by = acting.judge(c, &inner, id).await?;
            let values = [id.into(), inner.clock.now().into()];
            if c.execute(sql::DISABLE, &values).await? == 0 {
                return Ok(());
            }
            c.execute(operator_session::DELETE_ALL, &values[..1])
                .await?;
            note(c, &inner, by, id, Event::OperatorDisabled, operator.role).await
        })
    });
    end.await
}

/// From now on the operator works at this centre; `None`: at none of their own. A repeat does nothing.
pub(crate) async fn place_by(
    portal: &Portal,
    acting: Acting,
    login: &OperatorLogin,
    centre: Option<String>,
) -> Result<(), OperatorError> {
    is_somewhere(portal, centre.as_deref())?;
    let (inner, login) = (portal.clone(), login.to_string());
    let place = portal.store.write(move |c| {
        Box::pin(async move {
            let operator = existing(c, &login).await?;
            let id = operator.id.as_str();
            let by = acting.judge(c, &inner, id).await?;
            if operator.centre == centre {
                return Ok(());
            }
            c.execute(sql::PLACE, &[id.into(), centre.clone().into()])
                .await?;
            let place = centre.map(|centre| ("centre", centre));
            let event = Event::OperatorPlaced;
            note_with(c, &inner, by, id, event, operator.role, place).await
        })
    });
    place.await
}

fn is_somewhere(portal: &Portal, centre: Option<&str>) -> Result<(), OperatorError> {
    let directory = portal.centres();
    match centre.is_none_or(|id| directory.find(id).is_some()) {
        true => Ok(()),
        false => Err(OperatorError::Nowhere),
    }
}

/// A part of the operators by login, with when each acted last: those behind a login, at most so many.
pub(crate) async fn list_after(
    c: &mut Connection,
    login: &str,
    most: u32,
) -> Result<Vec<OperatorLine>, PortalError> {
    let values = [login.into(), most.into()];
    let rows = c.fetch_all(sql::LIST_AFTER, &values).await?;
    rows.iter().map(line_with_activity).collect()
}

/// One of them.
pub(crate) async fn line_of(
    c: &mut Connection,
    login: &str,
) -> Result<Option<OperatorLine>, PortalError> {
    let row = c.fetch_optional(sql::LINE, &[login.into()]).await?;
    row.map(|row| line_with_activity(&row)).transpose()
}

/// Every operator, by login.
///
/// # Errors
/// [`OperatorError::Portal`].
pub async fn list(portal: &Portal) -> Result<Vec<OperatorLine>, OperatorError> {
    let rows = portal
        .store
        .read(|c| Box::pin(async move { c.fetch_all(sql::LIST, &[MOST.into()]).await }));
    let rows: Vec<Row> = rows.await?;
    rows.iter().map(|row| Ok(line(row)?)).collect()
}

fn line(row: &Row) -> Result<OperatorLine, PortalError> {
    Ok(OperatorLine {
        login: row.text(0)?,
        role: Role::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?,
        must_change: row.flag(2)?,
        created_at: row.instant(3)?,
        disabled_at: row.opt_instant(4)?,
        centre: row.opt_text(5)?,
        acted_at: None,
    })
}

fn line_with_activity(row: &Row) -> Result<OperatorLine, PortalError> {
    Ok(OperatorLine {
        acted_at: row.opt_instant(6)?,
        ..line(row)?
    })
}

async fn existing(c: &mut Connection, login: &str) -> Result<Operator, OperatorError> {
    row::find(c, login).await?.ok_or(OperatorError::Unknown)
}

/// The entry says whom it was about, and who acted; the command line has no name of its own.
async fn note(
    c: &mut Connection,
    portal: &Portal,
    by: By,
    operator_id: &str,
    event: Event,
    role: Role,
) -> Result<(), OperatorError> {
    note_with(c, portal, by, operator_id, event, role, None).await
}

async fn note_with(
    c: &mut Connection,
    portal: &Portal,
    by: By,
    operator_id: &str,
    event: Event,
    role: Role,
    more: Option<(&'static str, String)>,
) -> Result<(), OperatorError> {
    let about = ("operator", operator_id.to_owned());
    let entry = Entry {
        at: portal.clock.now(),
        account_id: None,
        event,
        detail: vec![("role", role.code())],
        ids: [Some(about), by.actor, more]
            .into_iter()
            .flatten()
            .collect(),
        origin: by.origin,
    };
    journal::append(c, entry).await?;
    Ok(())
}

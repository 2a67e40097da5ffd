//! The journal: append-only, each entry chained to the one before it by its hash, without personal
//! data in clear.

mod chain;
mod event;
mod verify;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::clock::Instant;
use crate::store::statement::{journal as sql, operator_act};
use crate::store::{Connection, Store, StoreError, Value};

pub use event::Event;
pub use verify::{VerifyError, verify};

use chain::{Link, START};

/// What happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When.
    pub at: Instant,
    /// Whose part of the journal it belongs to.
    pub account_id: Option<String>,
    /// What.
    pub event: Event,
    /// Particulars as codes known to the program, so that nothing typed can get in.
    pub detail: Vec<(&'static str, &'static str)>,
    /// Ids of the portal's own making, by name: the operator who acted, the case.
    pub ids: Vec<(&'static str, String)>,
    /// Id of the request it happened in.
    pub origin: Option<String>,
}

/// Under this name an entry has the id of the operator who acted.
pub(crate) const ACTOR: &str = "actor";

impl Entry {
    /// Its particulars as the journal keeps them: JSON, by name.
    pub(crate) fn particulars(&self) -> Result<String, StoreError> {
        let ids = self.ids.iter().map(|(name, id)| (*name, id.as_str()));
        let detail: BTreeMap<_, _> = self.detail.iter().copied().chain(ids).collect();
        serde_json::to_string(&detail).map_err(|_| StoreError::Corrupt("journal detail"))
    }
}

/// An entry as its citizen sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEntry {
    /// When.
    pub at: Instant,
    /// What.
    pub event: Event,
    /// Particulars, by name.
    pub detail: BTreeMap<String, String>,
}

/// Appends an entry, in the transaction of what it speaks of; answers its number, which grows by one.
///
/// # Errors
/// Those of the store.
pub async fn append(c: &mut Connection, entry: Entry) -> Result<i64, StoreError> {
    let (last, previous) = match c.fetch_optional(sql::HEAD, &[]).await? {
        Some(row) => (row.int(0)?, row.blob(1)?),
        None => (0, START.to_vec()),
    };
    let actor = entry.ids.iter().find(|(name, _)| *name == ACTOR);
    let actor = actor.map(|(_, id)| id.clone());
    let link = Link {
        seq: last + 1,
        at: entry.at.millis(),
        detail: entry.particulars()?,
        account_id: entry.account_id,
        event: entry.event.code().to_owned(),
        origin: entry.origin,
        previous,
    };
    let hash = link.hash().to_vec();
    let values = [
        Value::from(link.seq),
        Value::from(link.at),
        Value::from(link.account_id),
        Value::from(link.event),
        Value::from(link.detail),
        Value::from(link.origin),
        Value::from(link.previous),
        Value::from(&hash),
    ];
    c.execute(sql::APPEND, &values).await?;
    c.execute(sql::MOVE_HEAD, &[link.seq.into(), hash.into()])
        .await?;
    if let Some(actor) = actor {
        c.execute(operator_act::INSERT, &[actor.into(), link.seq.into()])
            .await?;
    }
    Ok(link.seq)
}

/// The newest entries of one account, newest first. Events of a newer version are left out.
///
/// # Errors
/// Those of the store.
pub async fn list_own(
    store: &Store,
    account_id: &str,
    limit: u32,
) -> Result<Vec<OwnEntry>, StoreError> {
    let account_id = account_id.to_owned();
    store
        .read(move |c| Box::pin(async move { list_own_in(c, &account_id, limit).await }))
        .await
}

/// The same inside a transaction.
///
/// # Errors
/// Those of the store.
pub async fn list_own_in(
    c: &mut Connection,
    account_id: &str,
    limit: u32,
) -> Result<Vec<OwnEntry>, StoreError> {
    let rows = c
        .fetch_all(sql::LIST_OWN, &[account_id.into(), limit.into()])
        .await?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(event) = Event::from_code(&row.text(1)?) else {
            continue;
        };
        entries.push(OwnEntry {
            at: row.instant(0)?,
            event,
            detail: serde_json::from_str(&row.text(2)?)
                .map_err(|_| StoreError::Corrupt("journal detail"))?,
        });
    }
    Ok(entries)
}

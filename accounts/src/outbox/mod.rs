//! The transactional outbox: a message is written with what it speaks of, and sent afterwards.

mod dead_letter;
mod notice;

use crate::clock::Instant;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::outbox as sql;
use crate::store::{Connection, StoreError, Value};
use crate::vault::{Cell, Vault, VaultError};

pub use dead_letter::{DeadLetter, list_dead, revive};
pub use notice::{Channel, Letter, Meeting, Notice, NoticeKind, Wording};

/// Whether a message goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It does.
    Send,
    /// It does, not before then.
    At(Instant),
    /// The same is written and nothing is sent: recovery for an unknown login costs what it costs
    /// for a known one.
    Suppress,
}

/// Puts a message into the outbox, in the transaction of what it speaks of; the worker is woken
/// after the commit. Answers the key that every repeat of the message carries.
///
/// # Errors
/// Those of the store.
pub async fn enqueue(
    c: &mut Connection,
    portal: &Portal,
    notice: &Notice,
    delivery: Delivery,
) -> Result<String, StoreError> {
    let id = new_id(&*portal.clock, &*portal.rng);
    let key = new_id(&*portal.clock, &*portal.rng);
    let plain = serde_json::to_vec(notice).map_err(|_| StoreError::Corrupt("notice"))?;
    let sealed = portal
        .vault
        .outbox_key()
        .seal(cell(&id), &plain, &*portal.rng);
    let now = portal.clock.now();
    let (due, sent_at) = match delivery {
        Delivery::Send => (now, None),
        Delivery::At(due) => (due, None),
        Delivery::Suppress => (now, Some(now)),
    };
    let values = [
        Value::from(id),
        Value::from(&key),
        Value::from(notice.channel.code()),
        Value::from(sealed),
        Value::from(due),
        Value::from(sent_at),
    ];
    c.execute(sql::INSERT, &values).await?;
    c.mark_enqueued();
    Ok(key)
}

/// Takes a message back by its key, unless it has gone out.
pub(crate) async fn take_back(c: &mut Connection, key: &str) -> Result<(), StoreError> {
    c.execute(sql::TAKE_BACK, &[key.into()]).await?;
    Ok(())
}

/// Opens what `enqueue` has sealed.
pub(crate) fn open(vault: &Vault, id: &str, sealed: &[u8]) -> Result<Notice, VaultError> {
    let plain = vault.outbox_key().open(cell(id), sealed)?;
    serde_json::from_slice(&plain).map_err(|_| VaultError)
}

fn cell(id: &str) -> Cell<'_> {
    Cell {
        table: "outbox",
        column: "sealed",
        row: id,
    }
}

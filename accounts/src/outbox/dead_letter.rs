//! Messages given up after many tries: for the operator, without contact or text.

use crate::clock::Instant;
use crate::portal::Portal;
use crate::store::statement::outbox as sql;
use crate::store::{Row, Store, StoreError};

/// A message given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadLetter {
    /// Id of its row.
    pub id: String,
    /// `sms`, `voice` or `email`.
    pub channel: String,
    /// When it was written.
    pub created_at: Instant,
    /// When it was given up.
    pub dead_at: Instant,
    /// How often it was tried.
    pub attempts: i64,
    /// Code of the last failure.
    pub last_error: String,
}

/// The newest messages given up.
///
/// # Errors
/// Those of the store.
pub async fn list_dead(store: &Store, limit: u32) -> Result<Vec<DeadLetter>, StoreError> {
    store
        .read(move |c| {
            Box::pin(async move {
                let rows = c.fetch_all(sql::LIST_DEAD, &[limit.into()]).await?;
                rows.iter().map(read).collect()
            })
        })
        .await
}

/// Gives a message another series of tries; answers whether there was such a message.
///
/// # Errors
/// Those of the store.
pub async fn revive(portal: &Portal, id: &str) -> Result<bool, StoreError> {
    let (now, id) = (portal.clock.now(), id.to_owned());
    portal
        .store
        .write(move |c| {
            Box::pin(async move {
                let revived = c.execute(sql::REVIVE, &[now.into(), id.into()]).await?;
                c.mark_enqueued();
                Ok(revived > 0)
            })
        })
        .await
}

fn read(row: &Row) -> Result<DeadLetter, StoreError> {
    Ok(DeadLetter {
        id: row.text(0)?,
        channel: row.text(1)?,
        created_at: row.instant(2)?,
        dead_at: row.instant(3)?,
        attempts: row.int(4)?,
        last_error: row.opt_text(5)?.unwrap_or_default(),
    })
}

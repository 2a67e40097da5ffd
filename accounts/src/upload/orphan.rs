//! Objects that no row speaks of: left by a crash, by an account that is gone, by a store that did not answer.

use std::collections::HashSet;

use super::{StorageError, Uploads};
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::statement::upload as sql;

/// So long an object may wait for its row: a file of this or of another process may be on its way.
const GRACE_S: i64 = 3600;
/// Objects looked for in one read.
const AT_ONCE: usize = 500;

impl Uploads {
    /// Removes an object that has no row any more. What fails is left to [`sweep`].
    pub(super) async fn forget(&self, id: &str) {
        let deleted = match self.storage() {
            Ok(storage) => storage.delete(id).await,
            Err(error) => Err(error),
        };
        if let Err(error) = deleted {
            tracing::warn!(%error, "an object without a row stays for now");
        }
    }
}

/// Removes every object without a row that is old enough.
pub(crate) async fn sweep(portal: &Portal) {
    let ids = match portal.uploads.storage() {
        Ok(storage) => storage.ids().await,
        // The server has looked before it serves: only a part of the portal runs here.
        Err(_) => return,
    };
    match ids {
        Ok(ids) => {
            for some in ids.chunks(AT_ONCE) {
                if let Err(error) = sweep_some(portal, some).await {
                    tracing::warn!(%error, "sweeping objects");
                }
            }
        }
        Err(error) => tracing::warn!(%error, "sweeping objects"),
    }
}

async fn sweep_some(portal: &Portal, ids: &[String]) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else {
        return Ok(());
    };
    let values = [first.into(), last.into()];
    let rows: Result<_, StoreError> = portal
        .store
        .read(move |c| Box::pin(async move { c.fetch_all(sql::IDS_BETWEEN, &values).await }))
        .await;
    let known = rows?
        .iter()
        .map(|row| row.text(0))
        .collect::<Result<HashSet<_>, _>>()?;
    let before = portal.clock.now().plus_s(-GRACE_S).millis();
    for id in ids.iter().filter(|id| !known.contains(*id)) {
        // What has another name was put there by somebody else.
        if made_at(id).is_some_and(|at| at < before) {
            portal.uploads.forget(id).await;
        }
    }
    Ok(())
}

/// When an id was made, in milliseconds since 1970: a UUID of version 7 says it.
fn made_at(id: &str) -> Option<i64> {
    let (seconds, nanos) = uuid::Uuid::parse_str(id).ok()?.get_timestamp()?.to_unix();
    let millis = seconds.checked_mul(1000)? + u64::from(nanos) / 1_000_000;
    i64::try_from(millis).ok()
}

impl From<StorageError> for crate::error::PortalError {
    fn from(error: StorageError) -> Self {
        tracing::error!(%error, "uploads");
        Self::Unavailable
    }
}

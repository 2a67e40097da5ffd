//! Sweeping: what has served its time is deleted, a little at a time and far from any request.

use crate::appointment::call_off_everywhere;
use crate::centre::load_changes;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::statement::{outbox, reception, sweep, throttle};
use crate::store::{StoreError, Value};
use crate::upload;

/// Sent messages keep their row, without content, so long.
const SENT_S: i64 = 7 * 86_400;
/// Counters whose windows are a day at most.
const COUNTERS_S: i64 = 2 * 86_400;
/// A known device lives as long as its cookie.
const DEVICES_S: i64 = 400 * 86_400;
/// Nobody comes back to a reception that was begun the day before.
const RECEPTIONS_S: i64 = 86_400;

pub(super) async fn sweep(portal: &Portal) {
    let now = portal.clock.now();
    let ages = [
        (outbox::PURGE, SENT_S),
        (throttle::PURGE, COUNTERS_S),
        (sweep::DRAFTS, 0),
        (sweep::SESSIONS, 0),
        (sweep::OPERATOR_SESSIONS, 0),
        (sweep::DEVICES, DEVICES_S),
        (reception::SWEEP, RECEPTIONS_S),
        (reception::SWEEP_HANDED, RECEPTIONS_S),
    ];
    for (statement, age_s) in ages {
        let before = Value::from(now.plus_s(-age_s));
        let swept: Result<u64, StoreError> = portal
            .store
            .write(move |c| Box::pin(async move { c.execute(statement, &[before]).await }))
            .await;
        match swept {
            Ok(0) => {}
            Ok(rows) => tracing::debug!(rows, "swept"),
            Err(error) => tracing::warn!(%error, "sweeping"),
        }
    }
    upload::sweep(portal).await;
    if let Err(error) = keep_to_directory(portal).await {
        tracing::warn!(%error, "visits");
    }
}

/// Other processes change the directory, and so do its files between two starts: visits that it leaves no room for are
/// called off.
async fn keep_to_directory(portal: &Portal) -> Result<(), PortalError> {
    load_changes(portal).await?;
    call_off_everywhere(portal).await
}

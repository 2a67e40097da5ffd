//! The worker's side of the outbox's rows.

use crate::clock::Instant;
use crate::portal::Portal;
use crate::store::statement::outbox as sql;
use crate::store::{Row, StoreError};

/// How long a lease lasts without being renewed.
pub(super) const LEASE_MS: i64 = 2_000;

/// A message this process is to send.
#[derive(Clone, Debug)]
pub(super) struct Leased {
    pub(super) id: String,
    pub(super) key: String,
    pub(super) channel: String,
    pub(super) sealed: Vec<u8>,
    pub(super) attempts: i64,
    pub(super) created_at: Instant,
}

/// How a try ended.
#[derive(Debug)]
pub(super) enum Ending {
    /// The receiver has it.
    Sent,
    /// Try again then.
    Retry { at: Instant, error: String },
    /// Given up.
    Dead { error: String },
}

/// When the next message is due.
pub(super) async fn next_due(portal: &Portal) -> Result<Option<Instant>, StoreError> {
    portal
        .store
        .read(|c| {
            Box::pin(async move {
                match c.fetch_optional(sql::NEXT_DUE, &[]).await? {
                    Some(row) => row.opt_instant(0),
                    None => Ok(None),
                }
            })
        })
        .await
}

/// Leases what is due.
pub(super) async fn lease(
    portal: &Portal,
    owner: &str,
    most: i64,
) -> Result<Vec<Leased>, StoreError> {
    let (now, owner) = (portal.clock.now(), owner.to_owned());
    portal
        .store
        .write(move |c| {
            Box::pin(async move {
                let until = now.plus_ms(LEASE_MS);
                let values = [owner.into(), until.into(), now.into(), most.into()];
                let rows = c.fetch_all(sql::LEASE, &values).await?;
                rows.iter().map(read).collect()
            })
        })
        .await
}

fn read(row: &Row) -> Result<Leased, StoreError> {
    Ok(Leased {
        id: row.text(0)?,
        key: row.text(1)?,
        channel: row.text(2)?,
        sealed: row.opt_blob(3)?.unwrap_or_default(),
        attempts: row.int(4)?,
        created_at: row.instant(5)?,
    })
}

/// Holds on to messages that are still on their way.
pub(super) async fn renew(
    portal: &Portal,
    owner: &str,
    ids: Vec<String>,
) -> Result<(), StoreError> {
    let (until, owner) = (portal.clock.now().plus_ms(LEASE_MS), owner.to_owned());
    portal
        .store
        .write(move |c| {
            Box::pin(async move {
                for id in ids {
                    c.execute(sql::RENEW, &[until.into(), id.into(), (&owner).into()])
                        .await?;
                }
                Ok(())
            })
        })
        .await
}

/// Notes how a try ended.
pub(super) async fn settle(
    portal: &Portal,
    owner: &str,
    id: String,
    ending: Ending,
) -> Result<(), StoreError> {
    let (now, owner) = (portal.clock.now(), owner.to_owned());
    portal
        .store
        .write(move |c| {
            Box::pin(async move {
                match ending {
                    Ending::Sent => c.execute(sql::SENT, &[now.into(), id.into()]).await,
                    Ending::Retry { at, error } => {
                        let values = [at.into(), error.into(), id.into(), owner.into()];
                        c.execute(sql::RETRY, &values).await
                    }
                    Ending::Dead { error } => {
                        let values = [now.into(), error.into(), id.into(), owner.into()];
                        c.execute(sql::DEAD, &values).await
                    }
                }
                .map(drop)
            })
        })
        .await
}

/// Gives leases back, so that nobody has to wait for their end.
pub(super) async fn release(
    portal: &Portal,
    owner: &str,
    ids: Vec<String>,
) -> Result<(), StoreError> {
    let (now, owner) = (portal.clock.now(), owner.to_owned());
    portal
        .store
        .write(move |c| {
            Box::pin(async move {
                for id in ids {
                    c.execute(sql::RELEASE, &[now.into(), id.into(), (&owner).into()])
                        .await?;
                }
                Ok(())
            })
        })
        .await
}

//! The checks' worker: one loop for each registry, so that none waits for another.

use std::sync::Arc;
use std::time::Duration;

use domain::registry::Registry;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::advance::advance;
use super::row::Check;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::registry_check as sql;
use crate::world::Registries;

/// Calls to one registry on their way at once.
const AT_ONCE: usize = 8;
/// How often other processes' checks are looked for when nothing is known to be due.
const POLL: Duration = Duration::from_secs(1);
/// How long a lease lasts: longer than a call can take, so that it needs no renewal.
const LEASE_MS: i64 = 30_000;
const MINUTE_MS: i64 = 60_000;

struct Run {
    portal: Portal,
    registries: Arc<dyn Registries>,
    registry: Registry,
    owner: String,
    calls: JoinSet<()>,
    rate: Rate,
}

/// Serves one registry until the task is dropped. What is on its way then is taken up again when its lease has run out.
pub(crate) async fn serve(portal: Portal, registries: Arc<dyn Registries>, registry: Registry) {
    let owner = new_id(&*portal.clock, &*portal.rng);
    let mut run = Run {
        rate: Rate::new(portal.clock.now(), portal.config.checks.calls_per_minute),
        portal,
        registries,
        registry,
        owner,
        calls: JoinSet::new(),
    };
    loop {
        let wait = match run.take_due().await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::warn!(%error, registry = registry.code(), "checks");
                POLL
            }
        };
        tokio::select! {
            () = run.portal.changes.woken() => {}
            () = sleep(wait) => {}
            Some(_) = run.calls.join_next() => {}
        }
    }
}

impl Run {
    /// Starts the calls that are due; answers how long to wait for more.
    async fn take_due(&mut self) -> Result<Duration, PortalError> {
        let now = self.portal.clock.now();
        let free = AT_ONCE
            .saturating_sub(self.calls.len())
            .min(self.rate.left(now));
        if free == 0 {
            return Ok(POLL);
        }
        match self.next_due().await? {
            Some(due) if due > now => {
                let wait_ms = u64::try_from(due.millis_since(now)).unwrap_or(0);
                return Ok(Duration::from_millis(wait_ms).min(POLL));
            }
            Some(_) => {}
            None => return Ok(POLL),
        }
        let leased = self.lease(now, free).await?;
        for check in leased {
            self.rate.spend();
            let call = advance(
                self.portal.clone(),
                Arc::clone(&self.registries),
                self.owner.clone(),
                check,
            );
            self.calls.spawn(call);
        }
        Ok(POLL)
    }

    async fn next_due(&self) -> Result<Option<Instant>, PortalError> {
        let registry = self.registry.code();
        self.portal
            .store
            .read(move |c| {
                Box::pin(async move {
                    match c.fetch_optional(sql::NEXT_DUE, &[registry.into()]).await? {
                        Some(row) => Ok(row.opt_instant(0)?),
                        None => Ok(None),
                    }
                })
            })
            .await
    }

    async fn lease(&self, now: Instant, most: usize) -> Result<Vec<Check>, PortalError> {
        let values = [
            self.owner.as_str().into(),
            now.plus_ms(LEASE_MS).into(),
            self.registry.code().into(),
            now.into(),
            i64::try_from(most).unwrap_or(1).into(),
        ];
        self.portal
            .store
            .write(move |c| {
                Box::pin(async move {
                    let rows = c.fetch_all(sql::LEASE, &values).await?;
                    rows.iter().map(Check::read).collect()
                })
            })
            .await
    }
}

/// Calls left in the current minute.
struct Rate {
    limit: usize,
    since: Instant,
    spent: usize,
}

impl Rate {
    fn new(now: Instant, limit: u32) -> Self {
        Self {
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            since: now,
            spent: 0,
        }
    }

    fn left(&mut self, now: Instant) -> usize {
        if now.millis_since(self.since) >= MINUTE_MS || now < self.since {
            self.since = now;
            self.spent = 0;
        }
        self.limit.saturating_sub(self.spent)
    }

    fn spend(&mut self) {
        self.spent += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_has_its_calls_and_a_clock_set_back_locks_nothing() {
        let at = Instant::from_millis;
        let mut rate = Rate::new(at(100_000), 2);
        rate.spend();
        assert_eq!(rate.left(at(100_001)), 1);
        rate.spend();
        assert_eq!(rate.left(at(159_999)), 0);
        assert_eq!(rate.left(at(160_000)), 2);
        rate.spend();
        assert_eq!(rate.left(at(0)), 2);
    }
}

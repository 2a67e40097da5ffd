//! The worker's loop.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::{Id, JoinSet};
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use crate::id::new_id;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::world::World;

use super::delivery::deliver;
use super::{PATIENCE, housekeeping, lease};

/// Messages on their way at once.
const AT_ONCE: usize = 16;
/// How often other processes' messages are looked for when nothing is known to be due.
const POLL: Duration = Duration::from_secs(1);
/// How often leases are renewed: four times in a lease, so that a slow disk does not cost one.
const RENEW: Duration = Duration::from_millis(500);
const SWEEP: Duration = Duration::from_secs(600);

struct Run {
    portal: Portal,
    world: World,
    owner: String,
    sends: JoinSet<()>,
    ids: HashMap<Id, String>,
}

pub(super) async fn run(portal: Portal, world: World, stop: Arc<Notify>) {
    let owner = new_id(&*portal.clock, &*portal.rng);
    let signal = portal.store.outbox_signal();
    let mut run = Run {
        portal,
        world,
        owner,
        sends: JoinSet::new(),
        ids: HashMap::new(),
    };
    let mut renew = interval(RENEW);
    renew.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut sweep = interval(SWEEP);
    sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let wait = match run.take_due().await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::warn!(%error, "outbox");
                POLL
            }
        };
        tokio::select! {
            () = stop.notified() => break,
            () = signal.notified() => {}
            () = sleep(wait) => {}
            Some(ended) = run.sends.join_next_with_id() => run.forget(ended.map(|(id, ())| id).map_err(|error| error.id())),
            _ = renew.tick(), if !run.ids.is_empty() => run.renew().await,
            _ = sweep.tick() => housekeeping::sweep(&run.portal).await,
        }
    }
    run.finish().await;
}

impl Run {
    /// Starts sending what is due; answers how long to wait for more.
    async fn take_due(&mut self) -> Result<Duration, StoreError> {
        let free = AT_ONCE.saturating_sub(self.ids.len());
        if free == 0 {
            return Ok(POLL);
        }
        let now = self.portal.clock.now();
        match lease::next_due(&self.portal).await? {
            Some(due) if due > now => return Ok(millis(due.millis_since(now)).min(POLL)),
            Some(_) => {}
            None => return Ok(POLL),
        }
        let most = i64::try_from(free).unwrap_or(1);
        for leased in lease::lease(&self.portal, &self.owner, most).await? {
            // A lease can run out while its message is on its way, when the disk stood still.
            if self.ids.values().any(|id| *id == leased.id) {
                continue;
            }
            let id = leased.id.clone();
            let delivery = deliver(
                self.portal.clone(),
                self.world.clone(),
                self.owner.clone(),
                leased,
            );
            self.ids.insert(self.sends.spawn(delivery).id(), id);
        }
        Ok(if self.ids.len() < AT_ONCE {
            Duration::ZERO
        } else {
            POLL
        })
    }

    fn forget(&mut self, ended: Result<Id, Id>) {
        let (Ok(id) | Err(id)) = ended;
        if ended.is_err() {
            tracing::error!("a delivery broke off");
        }
        self.ids.remove(&id);
    }

    async fn renew(&self) {
        let ids = self.ids.values().cloned().collect();
        if let Err(error) = lease::renew(&self.portal, &self.owner, ids).await {
            tracing::warn!(%error, "outbox");
        }
    }

    async fn finish(mut self) {
        let all = async {
            while let Some(ended) = self.sends.join_next_with_id().await {
                let (Ok((id, ())) | Err(id)) = ended.map_err(|error| error.id());
                self.ids.remove(&id);
            }
        };
        drop(timeout(PATIENCE, all).await);
        self.sends.shutdown().await;
        let ids: Vec<_> = self.ids.into_values().collect();
        if let Err(error) = lease::release(&self.portal, &self.owner, ids).await {
            tracing::warn!(%error, "outbox");
        }
    }
}

fn millis(millis: i64) -> Duration {
    Duration::from_millis(u64::try_from(millis).unwrap_or(0))
}

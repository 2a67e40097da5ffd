//! The worker: sends what stands in the outbox, asks the registries, and sweeps. It runs in the same process; several
//! processes may share one database, because rows are leased.
//!
//! A lease is short (2 s) and renewed while its message is on its way, however slow the gateway is.
//! When a process dies, its leases run out within 2 s and whoever runs next (the same process
//! started again, or another one beside it) wakes at that moment, so that the messages of the dead
//! process go out within 3 s. A death between sending and marking means one repeat, with the same
//! key: the receiver shows it once.

mod backoff;
mod delivery;
mod housekeeping;
mod lease;
mod run;

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use domain::registry::Registry;
use tokio::sync::Notify;
use tokio::task::{JoinHandle, JoinSet};

use crate::check;
use crate::portal::Portal;
use crate::world::{World, WorldError};

/// How long a stopping worker waits for messages on their way.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running worker.
pub struct Worker {
    stop: Arc<Notify>,
    task: JoinHandle<()>,
    /// The checks' loops: what they are at when they end is taken up again when its lease has run out.
    checks: JoinSet<()>,
}

/// Starts the worker with the adapters of the portal's configuration.
///
/// # Errors
/// When an address of the outside world cannot be read.
pub fn start(portal: Portal) -> Result<Worker, WorldError> {
    let world = World::connect(&portal.config)?;
    Ok(start_with(portal, world))
}

/// Starts the worker with these adapters.
#[must_use]
pub fn start_with(portal: Portal, world: World) -> Worker {
    let stop = Arc::new(Notify::new());
    let mut checks = JoinSet::new();
    for registry in Registry::ALL {
        let registries = Arc::clone(&world.registries);
        checks.spawn(check::worker::serve(portal.clone(), registries, registry));
    }
    let task = tokio::spawn(run::run(portal, world, Arc::clone(&stop)));
    Worker { stop, task, checks }
}

impl Worker {
    /// Takes no more messages, waits a little for those on their way, and gives the rest back.
    pub async fn stop(mut self) {
        self.checks.abort_all();
        self.stop.notify_one();
        // The loop ends by itself after its patience; a panic in it has been logged.
        let limit = PATIENCE + Duration::from_secs(5);
        drop(tokio::time::timeout(limit, self.task).await);
    }
}

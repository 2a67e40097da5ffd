//! A process of the portal that can be killed: a runtime of its own, dropped in the middle of whatever it does.

use std::sync::mpsc;
use std::time::Duration;

use accounts::store::Store;
use accounts::{Done, Portal, PortalError, Visit, worker};
use tokio::runtime::{Builder, Runtime};

use super::act::Act;
use crate::house::{Ground, quick_config};

pub(super) struct Process {
    runtime: Runtime,
    pub(super) portal: Portal,
}

impl Process {
    /// Starts the portal and its worker.
    pub(super) fn start(ground: &Ground, url: &str) -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let store = runtime.block_on(Store::open(url)).expect("it opens");
        let portal = ground.portal(store, quick_config());
        let (worker, world) = (portal.clone(), ground.world());
        // The handle is not needed: the worker ends with the process.
        runtime.block_on(async move { drop(worker::start_with(worker, world)) });
        Self { runtime, portal }
    }

    /// Carries something out.
    pub(super) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Every task ends where it stands, without a word to anybody.
    pub(super) fn kill(self) {
        self.runtime.shutdown_background();
    }

    /// Submits something and is killed so much later. `None`: whoever asked heard no answer.
    pub(super) fn submit_and_kill(
        self,
        act: Act,
        visit: Visit,
        after: Duration,
    ) -> Option<Result<Done, PortalError>> {
        let (answer, heard) = mpsc::channel();
        let portal = self.portal.clone();
        self.runtime.spawn(async move {
            let done = act.submit(portal, visit).await;
            // Nobody listens any more when the process dies first.
            drop(answer.send(done));
        });
        let done = heard.recv_timeout(after).ok();
        self.kill();
        done
    }
}

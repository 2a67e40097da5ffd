//! Citizens who register one after the other, several at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use tokio::task::JoinSet;
use trials::{Chance, Server, Trouble};

use crate::citizen::{End, register};

/// Registrations at a time: enough to keep two cores and the queue of writes busy.
const AT_ONCE: u64 = 6;

/// What has happened so far.
#[derive(Debug, Default)]
struct Counts {
    enough: AtomicBool,
    acknowledged: AtomicU32,
    left: AtomicU32,
    lost: AtomicU32,
}

/// The citizens.
#[derive(Debug)]
pub(crate) struct Crowd {
    counts: Arc<Counts>,
    tasks: JoinSet<Vec<End>>,
}

impl Crowd {
    /// Lets them begin.
    pub(crate) fn gather(server: &Server, chance: &mut Chance) -> Self {
        let counts = Arc::new(Counts::default());
        let mut tasks = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (counts, fresh, outbox) = (Arc::clone(&counts), server.visitor(), server.outbox());
            let mut chance = Chance::from_seed(chance.draw());
            tasks.spawn(async move {
                let mut ends = Vec::new();
                while !counts.enough.load(Ordering::Relaxed) {
                    let lost = || {
                        counts.lost.fetch_add(1, Ordering::Relaxed);
                    };
                    let end = register(fresh.clone(), &outbox, &mut chance, &lost).await;
                    match &end {
                        End::Acknowledged(..) => {
                            counts.acknowledged.fetch_add(1, Ordering::Relaxed)
                        }
                        End::Left(..) => counts.left.fetch_add(1, Ordering::Relaxed),
                        End::Wrong(_) => 0,
                    };
                    ends.push(end);
                }
                ends
            });
        }
        Self { counts, tasks }
    }

    /// How far they are.
    pub(crate) fn so_far(&self) -> String {
        let number = |counter: &AtomicU32| counter.load(Ordering::Relaxed);
        let (acknowledged, left) = (&self.counts.acknowledged, &self.counts.left);
        format!(
            "{} accounts acknowledged, {} citizens left, {} answers lost",
            number(acknowledged),
            number(left),
            number(&self.counts.lost)
        )
    }

    /// Lets everybody finish what they are at.
    pub(crate) async fn disperse(mut self) -> Vec<End> {
        self.counts.enough.store(true, Ordering::Relaxed);
        let mut all = Vec::new();
        while let Some(ended) = self.tasks.join_next().await {
            match ended {
                Ok(ends) => all.extend(ends),
                Err(error) => all.push(End::Wrong(Trouble::wrong(error.to_string()))),
            }
        }
        all
    }
}

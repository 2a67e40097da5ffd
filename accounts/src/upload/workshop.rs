//! Where files are looked through: away from the async threads, a few at once, behind a bounded queue.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::PortalError;

/// Files looked through at once: each may take the memory of a large picture.
const AT_ONCE: usize = 2;
/// Files that may wait for that.
const QUEUE: usize = 8;
/// A full queue is worked off in about this time.
const RETRY_AFTER_S: u32 = 10;

pub(super) struct Workshop {
    places: Arc<Semaphore>,
    hands: Arc<Semaphore>,
}

impl Workshop {
    pub(super) fn new() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE + QUEUE)),
            hands: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Does the work; `None` when it panicked.
    ///
    /// # Errors
    /// [`PortalError::Overloaded`] at once, when the queue is full.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Option<T>, PortalError> {
        let place = Arc::clone(&self.places).try_acquire_owned();
        let place = place.map_err(|_| PortalError::Overloaded {
            retry_after_s: RETRY_AFTER_S,
        })?;
        let hand = Arc::clone(&self.hands).acquire_owned().await;
        let hand = hand.map_err(|_| PortalError::Unavailable)?;
        let done = tokio::task::spawn_blocking(move || hold((place, hand), work));
        Ok(done.await.ok())
    }
}

/// The place is free when the work is done, not when nobody waits for it any more.
fn hold<T>(_held: (OwnedSemaphorePermit, OwnedSemaphorePermit), work: impl FnOnce() -> T) -> T {
    work()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_full_queue_answers_at_once() {
        let workshop = Arc::new(Workshop::new());
        let mut held = Vec::new();
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..AT_ONCE + QUEUE {
            let (go, wait) = mpsc::channel::<()>();
            held.push(go);
            let workshop = Arc::clone(&workshop);
            tasks.spawn(async move { workshop.run(move || wait.recv().is_err()).await });
        }
        while workshop.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let refused = workshop.run(|| ()).await;
        assert!(matches!(refused, Err(PortalError::Overloaded { .. })));
        held.clear();
        while let Some(done) = tasks.join_next().await {
            assert_eq!(done.expect("no panic"), Ok(Some(true)));
        }
        assert_eq!(workshop.run(|| 1).await, Ok(Some(1)));
        assert_eq!(workshop.run(|| panic!("on purpose")).await, Ok(None::<()>));
        assert_eq!(workshop.places.available_permits(), AT_ONCE + QUEUE);
    }
}

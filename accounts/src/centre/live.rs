//! The directory while the portal runs: it can be replaced at any time.

use std::sync::{PoisonError, RwLock};

use tokio::sync::Mutex;

use super::Directory;

/// The directory as it is now.
#[derive(Debug, Default)]
pub(crate) struct LiveDirectory {
    now: RwLock<Directory>,
    /// Whoever loads a newer one: the last one to load is the last one to be seen.
    loading: Mutex<()>,
}

impl LiveDirectory {
    /// Begins with what was loaded at the start.
    pub(crate) fn new(directory: Directory) -> Self {
        Self {
            now: RwLock::new(directory),
            loading: Mutex::default(),
        }
    }

    /// What it is at this moment. Whoever has it keeps it as it was.
    pub(crate) fn now(&self) -> Directory {
        let guard = self.now.read().unwrap_or_else(PoisonError::into_inner);
        guard.clone()
    }

    /// Loads a newer one in its place; one after the other.
    pub(crate) async fn renew<E>(
        &self,
        load: impl AsyncFnOnce() -> Result<Directory, E>,
    ) -> Result<(), E> {
        let loading = self.loading.lock().await;
        let newer = load().await?;
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = newer;
        drop(loading);
        Ok(())
    }
}

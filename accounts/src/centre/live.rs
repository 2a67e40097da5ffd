//! The directory while the portal runs: it can be replaced at any time.

use std::sync::{PoisonError, RwLock};

use super::Directory;

/// The directory as it is now.
#[derive(Debug, Default)]
pub(crate) struct LiveDirectory(RwLock<Directory>);

impl LiveDirectory {
    /// Begins with what was loaded at the start.
    pub(crate) fn new(directory: Directory) -> Self {
        Self(RwLock::new(directory))
    }

    /// What it is at this moment. Whoever has it keeps it as it was.
    pub(crate) fn now(&self) -> Directory {
        let guard = self.0.read().unwrap_or_else(PoisonError::into_inner);
        guard.clone()
    }
}

//! Password hashing: a fixed pool of threads at low priority behind a bounded queue. Full means an
//! answer at once, never a pile-up.

mod argon;
mod memory;
mod pool;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::config::Hashing;
use crate::rng::Rng;
use argon::Argon;
use pool::{Job, Pool};

/// Why a password was not hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HashError {
    /// Every thread is busy and the queue is full.
    #[error("every hashing thread is busy")]
    Full,
    /// What is stored is no Argon2 hash.
    #[error("a stored hash is unreadable")]
    Unreadable,
}

/// What a verification found.
#[derive(Debug)]
pub struct Verdict {
    /// Whether the password fits.
    pub matches: bool,
    /// A new hash to store, when the stored one was made with weaker parameters than today's.
    pub rehash: Option<String>,
}

/// The pool. Clones share it; its threads end with the last clone.
#[derive(Clone)]
pub struct Hasher(Arc<Pool>);

impl Hasher {
    /// Starts the threads.
    #[must_use]
    pub fn new(config: &Hashing, rng: Arc<dyn Rng>) -> Self {
        let threads = match config.threads {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        };
        Self(Arc::new(Pool::start(
            "hashing",
            threads,
            config.queue,
            Argon::new(config, rng),
        )))
    }

    /// Hashes a new password; answers a PHC string.
    ///
    /// # Errors
    /// At once, when the queue is full.
    pub async fn hash(&self, password: Zeroizing<String>) -> Result<String, HashError> {
        let (answer, wait) = oneshot::channel();
        self.0.push(Job::Hash { password, answer })?;
        wait.await.unwrap_or(Err(HashError::Full))
    }

    /// Verifies a password. Without a stored hash the same work is done in vain, so that an
    /// unknown login takes as long as a known one.
    ///
    /// # Errors
    /// At once, when the queue is full; when the stored hash cannot be read.
    pub async fn verify(
        &self,
        phc: Option<String>,
        password: Zeroizing<String>,
    ) -> Result<Verdict, HashError> {
        let (answer, wait) = oneshot::channel();
        self.0.push(Job::Verify {
            phc,
            password,
            answer,
        })?;
        wait.await.unwrap_or(Err(HashError::Full))
    }
}

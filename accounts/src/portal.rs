//! The portal: everything a use case needs, handed to it as one thing.

use std::ops::Deref;
use std::sync::Arc;

use crate::centre::{Directory, LiveDirectory};
use crate::changes::Changes;
use crate::clock::Clock;
use crate::config::PortalConfig;
use crate::hashing::Hasher;
use crate::outbox::Wording;
use crate::rng::Rng;
use crate::store::Store;
use crate::upload::Uploads;
use crate::vault::Vault;

/// The portal. Clones share it.
#[derive(Clone)]
pub struct Portal(Arc<PortalParts>);

/// What the portal is made of.
pub struct PortalParts {
    /// The database.
    pub store: Store,
    /// Keys and digests.
    pub vault: Vault,
    /// The pool that hashes passwords.
    pub hasher: Hasher,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Settings.
    pub config: PortalConfig,
    /// Texts of messages.
    pub wording: Arc<dyn Wording>,
    /// What the tasks of this process tell each other.
    pub changes: Changes,
    /// Where files of citizens lie, and where they are looked through.
    pub uploads: Uploads,
    centres: LiveDirectory,
}

impl Portal {
    /// Puts the portal together; the hashing threads start.
    #[must_use]
    pub fn new(
        store: Store,
        vault: Vault,
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
        config: PortalConfig,
        wording: Arc<dyn Wording>,
    ) -> Self {
        let hasher = Hasher::new(&config.hashing, Arc::clone(&rng));
        let uploads = Uploads::new(&config.uploads);
        let centres = LiveDirectory::new(config.centres.clone());
        Self(Arc::new(PortalParts {
            store,
            vault,
            hasher,
            clock,
            rng,
            config,
            wording,
            changes: Changes::default(),
            uploads,
            centres,
        }))
    }

    /// The directory of centres as it is now. A use case asks once and keeps to what it got.
    #[must_use]
    pub fn centres(&self) -> Directory {
        self.centres.now()
    }

    /// Puts a newer directory in its place.
    pub(crate) async fn renew_centres<E>(
        &self,
        load: impl AsyncFnOnce() -> Result<Directory, E>,
    ) -> Result<(), E> {
        self.centres.renew(load).await
    }
}

impl Deref for Portal {
    type Target = PortalParts;

    fn deref(&self) -> &PortalParts {
        &self.0
    }
}

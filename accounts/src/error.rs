//! What a use case cannot answer with a page of its own. Codes alone: no texts, no personal data.

use crate::hashing::HashError;
use crate::store::StoreError;
use crate::vault::VaultError;

/// A full queue of passwords is worked off in about this time.
const RETRY_AFTER_S: u32 = 5;

/// Why a use case could not be carried out. Wrong input is not an error: it leads back to its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PortalError {
    /// Every hashing thread is busy and the queue is full.
    #[error("overloaded")]
    Overloaded {
        /// Seconds after which a repeat is worth while.
        retry_after_s: u32,
    },
    /// Too much from one address.
    #[error("too_many")]
    TooMany {
        /// Seconds after which a repeat is worth while.
        retry_after_s: u32,
    },
    /// The store or the vault does not answer.
    #[error("unavailable")]
    Unavailable,
    /// Only for signed-in citizens.
    #[error("not_signed_in")]
    NotSignedIn,
    /// Not this citizen's.
    #[error("forbidden")]
    Forbidden,
}

impl PortalError {
    /// The code answered to scripts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Overloaded { .. } => "overloaded",
            Self::TooMany { .. } => "too_many",
            Self::Unavailable => "unavailable",
            Self::NotSignedIn => "not_signed_in",
            Self::Forbidden => "forbidden",
        }
    }
}

impl From<StoreError> for PortalError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "store");
        Self::Unavailable
    }
}

impl From<VaultError> for PortalError {
    fn from(error: VaultError) -> Self {
        tracing::error!(%error, "vault");
        Self::Unavailable
    }
}

impl From<HashError> for PortalError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Full => Self::Overloaded {
                retry_after_s: RETRY_AFTER_S,
            },
            HashError::Unreadable => {
                tracing::error!(%error, "hashing");
                Self::Unavailable
            }
        }
    }
}

//! The vault: everything personal is encrypted before it reaches the store, and looked up by keyed
//! digests. XChaCha20-Poly1305 under sub-keys that HKDF-SHA-256 draws from one master key.

mod cell;
mod cookie;
mod digest;
mod master_key;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

pub use cell::{Cell, CellKey};
pub use digest::IndexKind;
pub use master_key::{KeyError, MasterKey};

use crate::rng::Rng;

/// The data key of an account: what is sealed with it is lost when the key is.
pub type AccountKey = CellKey;

/// A ciphertext that was changed, moved to another cell, or sealed with another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a ciphertext is unreadable")]
pub struct VaultError;

/// Sub-keys for every purpose.
pub struct Vault {
    wrapping: CellKey,
    cookies: CellKey,
    outbox: CellKey,
    drafts: Zeroizing<[u8; 32]>,
    operators: CellKey,
    indexes: Zeroizing<[u8; 32]>,
    macs: Zeroizing<[u8; 32]>,
}

impl Vault {
    /// Draws the sub-keys.
    #[must_use]
    pub fn new(master: &MasterKey) -> Self {
        let key = |purpose: &str| derive(master.bytes(), &[b"stupeni/1/", purpose.as_bytes()]);
        Self {
            wrapping: CellKey::new(key("wrapping")),
            cookies: CellKey::new(key("cookies")),
            outbox: CellKey::new(key("outbox")),
            drafts: key("drafts"),
            operators: CellKey::new(key("operators")),
            indexes: key("indexes"),
            macs: key("macs"),
        }
    }

    /// A new data key for an account, and its wrapped form for the store.
    #[must_use]
    pub fn new_account_key(&self, account_id: &str, rng: &dyn Rng) -> (AccountKey, Vec<u8>) {
        let mut bytes = Zeroizing::new([0; 32]);
        rng.fill(&mut *bytes);
        let wrapped = self.wrapping.seal(data_key(account_id), &*bytes, rng);
        (CellKey::new(bytes), wrapped)
    }

    /// The data key of an account, from its wrapped form.
    ///
    /// # Errors
    /// When it was wrapped for another account or with another master key.
    pub fn account_key(&self, account_id: &str, wrapped: &[u8]) -> Result<AccountKey, VaultError> {
        let plain = self.wrapping.open(data_key(account_id), wrapped)?;
        let mut bytes = Zeroizing::new([0; 32]);
        if plain.len() != bytes.len() {
            return Err(VaultError);
        }
        bytes.copy_from_slice(&plain);
        Ok(CellKey::new(bytes))
    }

    /// The key of a draft's cells.
    #[must_use]
    pub fn draft_key(&self, draft_id: &str) -> CellKey {
        CellKey::new(derive(&self.drafts, &[draft_id.as_bytes()]))
    }

    /// The key of what the store keeps of operators.
    #[must_use]
    pub fn operator_key(&self) -> &CellKey {
        &self.operators
    }

    /// The key of messages that wait in the outbox.
    #[must_use]
    pub fn outbox_key(&self) -> &CellKey {
        &self.outbox
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(…)")
    }
}

fn data_key(account_id: &str) -> Cell<'_> {
    Cell {
        table: "account",
        column: "data_key",
        row: account_id,
    }
}

fn derive(key: &[u8; 32], label: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    let mut bytes = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, key)
        .expand_multi_info(label, &mut *bytes)
        .expect("32 bytes are within what HKDF gives");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;

    #[test]
    fn a_wrapped_key_opens_for_its_account_alone() {
        let rng = SeededRng::new(1);
        let vault = Vault::new(&MasterKey::generate(&rng));
        let (key, wrapped) = vault.new_account_key("a", &rng);
        let cell = Cell {
            table: "attribute",
            column: "value",
            row: "a/surname",
        };
        let sealed = key.seal(cell, b"secret", &rng);
        let again = vault.account_key("a", &wrapped).expect("its own account");
        assert_eq!(
            again.open(cell, &sealed).expect("same key").as_slice(),
            b"secret"
        );
        assert!(vault.account_key("b", &wrapped).is_err());
        let other = Vault::new(&MasterKey::generate(&rng));
        assert!(other.account_key("a", &wrapped).is_err());
    }

    #[test]
    fn drafts_have_keys_of_their_own() {
        let rng = SeededRng::new(2);
        let vault = Vault::new(&MasterKey::generate(&rng));
        let cell = Cell {
            table: "draft",
            column: "payload",
            row: "same",
        };
        let sealed = vault.draft_key("one").seal(cell, b"x", &rng);
        assert!(vault.draft_key("one").open(cell, &sealed).is_ok());
        assert!(vault.draft_key("two").open(cell, &sealed).is_err());
    }
}

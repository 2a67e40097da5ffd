//! Keyed digests: blind indexes for look-ups and MACs for codes.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::Vault;

/// What a blind index is made of. The same text of two kinds has two indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndexKind {
    /// Phone, E.164.
    Phone,
    /// E-mail as it is compared: lower-cased.
    Email,
    /// What was typed as «Логин» and is neither.
    Login,
    /// SNILS, eleven digits.
    Snils,
    /// Code to show at a desk, as it is stored.
    Visit,
    /// Code that proves an identity, as it is stored.
    Identity,
}

impl IndexKind {
    fn label(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Login => "login",
            Self::Snils => "snils",
            Self::Visit => "appointment",
            Self::Identity => "identity",
        }
    }
}

impl Vault {
    /// The digest under which the store finds a value without knowing it.
    #[must_use]
    pub fn blind_index(&self, kind: IndexKind, canonical: &str) -> Vec<u8> {
        digest(&self.indexes, kind.label(), canonical.as_bytes()).to_vec()
    }

    /// A keyed digest of a secret too short to be hashed plainly, such as a code.
    #[must_use]
    pub fn mac(&self, purpose: &'static str, bytes: &[u8]) -> [u8; 32] {
        digest(&self.macs, purpose, bytes)
    }

    /// Whether a stored digest is that of these bytes; takes the same time either way.
    #[must_use]
    pub fn verify_mac(&self, purpose: &'static str, bytes: &[u8], stored: &[u8]) -> bool {
        self.mac(purpose, bytes).ct_eq(stored).into()
    }
}

fn digest(key: &[u8; 32], label: &str, bytes: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(&(label.len() as u64).to_be_bytes());
    mac.update(label.as_bytes());
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;
    use crate::vault::MasterKey;

    #[test]
    fn digests_depend_on_key_kind_and_text() {
        let rng = SeededRng::new(1);
        let (vault, other) = (
            Vault::new(&MasterKey::generate(&rng)),
            Vault::new(&MasterKey::generate(&rng)),
        );
        let index = vault.blind_index(IndexKind::Phone, "+79001234567");
        assert_eq!(index, vault.blind_index(IndexKind::Phone, "+79001234567"));
        assert_ne!(index, vault.blind_index(IndexKind::Login, "+79001234567"));
        assert_ne!(index, vault.blind_index(IndexKind::Phone, "+79001234568"));
        assert_ne!(index, other.blind_index(IndexKind::Phone, "+79001234567"));
        let mac = vault.mac("code", b"123456");
        assert!(vault.verify_mac("code", b"123456", &mac));
        assert!(!vault.verify_mac("code", b"123457", &mac));
        assert!(!vault.verify_mac("link", b"123456", &mac));
        assert!(!vault.verify_mac("code", b"123456", &mac[..31]));
    }
}

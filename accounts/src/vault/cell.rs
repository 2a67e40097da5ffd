//! One encrypted cell. Table, column and row are part of what is authenticated: a ciphertext that
//! is moved elsewhere can no longer be opened.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::VaultError;
use crate::rng::Rng;

/// First byte of every ciphertext: which algorithm made it.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// Where a ciphertext belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Name of the table.
    pub table: &'a str,
    /// Name of the column.
    pub column: &'a str,
    /// Key of the row.
    pub row: &'a str,
}

impl Cell<'_> {
    /// Each part with its length, so that no two cells read the same.
    fn associated(self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        for part in [self.table, self.column, self.row] {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }
}

/// A key for cells.
#[derive(Clone)]
pub struct CellKey(Zeroizing<[u8; 32]>);

impl CellKey {
    pub(super) fn new(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }

    /// Encrypts what belongs into a cell.
    #[must_use]
    pub fn seal(&self, cell: Cell<'_>, plain: &[u8], rng: &dyn Rng) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        rng.fill(&mut nonce);
        let payload = Payload {
            msg: plain,
            aad: &cell.associated(),
        };
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), payload)
            .expect("a cell is shorter than the cipher's limit of 256 GB");
        let mut bytes = Vec::with_capacity(1 + NONCE + sealed.len());
        bytes.push(VERSION);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        bytes
    }

    /// Decrypts what was sealed for this cell.
    ///
    /// # Errors
    /// When it was changed, belongs elsewhere, or has another key.
    pub fn open(&self, cell: Cell<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (version, rest) = sealed.split_first().ok_or(VaultError)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(VaultError)?;
        if *version != VERSION {
            return Err(VaultError);
        }
        let payload = Payload {
            msg: sealed,
            aad: &cell.associated(),
        };
        self.cipher()
            .decrypt(&XNonce::from(*nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_| VaultError)
    }
}

impl std::fmt::Debug for CellKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CellKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;

    fn cell<'a>(table: &'a str, column: &'a str, row: &'a str) -> Cell<'a> {
        Cell { table, column, row }
    }

    #[test]
    fn swapping_two_cells_makes_both_unreadable() {
        let rng = SeededRng::new(1);
        let key = CellKey::new(Zeroizing::new([7; 32]));
        let (surname, phone) = (
            cell("attribute", "value", "a/surname"),
            cell("contact", "value", "c"),
        );
        let (first, second) = (
            key.seal(surname, b"one", &rng),
            key.seal(phone, b"two", &rng),
        );
        assert_eq!(
            key.open(surname, &first).expect("its own cell").as_slice(),
            b"one"
        );
        assert_eq!(
            key.open(phone, &second).expect("its own cell").as_slice(),
            b"two"
        );
        assert!(key.open(surname, &second).is_err());
        assert!(key.open(phone, &first).is_err());
    }

    #[test]
    fn the_border_between_the_parts_of_a_cell_counts() {
        let rng = SeededRng::new(2);
        let key = CellKey::new(Zeroizing::new([7; 32]));
        let sealed = key.seal(cell("ab", "c", "d"), b"x", &rng);
        assert!(key.open(cell("a", "bc", "d"), &sealed).is_err());
        assert!(key.open(cell("ab", "", "cd"), &sealed).is_err());
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let rng = SeededRng::new(3);
        let key = CellKey::new(Zeroizing::new([7; 32]));
        let here = cell("t", "c", "r");
        let sealed = key.seal(here, b"plain", &rng);
        for place in 0..sealed.len() {
            let mut broken = sealed.clone();
            broken[place] ^= 1;
            assert!(key.open(here, &broken).is_err(), "byte {place}");
        }
        for length in 0..sealed.len() {
            assert!(
                key.open(here, &sealed[..length]).is_err(),
                "length {length}"
            );
        }
        assert_ne!(sealed, key.seal(here, b"plain", &rng), "a nonce repeats");
    }
}

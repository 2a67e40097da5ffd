//! How an entry is hashed.

use sha2::{Digest, Sha256};

/// What the first entry is chained to.
pub(super) const START: [u8; 32] = [0; 32];

/// First bytes of what is hashed: what it is, and in which form.
const LABEL: &[u8] = b"stupeni journal 1";

/// An entry with its place in the chain.
pub(super) struct Link {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) account_id: Option<String>,
    pub(super) event: String,
    pub(super) detail: String,
    pub(super) origin: Option<String>,
    pub(super) previous: Vec<u8>,
}

impl Link {
    /// SHA-256 over every field with its length, so that no two entries read the same; a missing
    /// one differs from an empty one.
    pub(super) fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        add(LABEL);
        add(&self.previous);
        add(&self.seq.to_be_bytes());
        add(&self.at.to_be_bytes());
        for text in [
            &self.account_id,
            &Some(self.event.clone()),
            &Some(self.detail.clone()),
            &self.origin,
        ] {
            add(&[u8::from(text.is_some())]);
            add(text.as_deref().unwrap_or_default().as_bytes());
        }
        hash.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        Link {
            seq: 1,
            at: 2,
            account_id: None,
            event: "signed_in".into(),
            detail: "{}".into(),
            origin: None,
            previous: START.to_vec(),
        }
    }

    #[test]
    fn every_field_counts() {
        let changes: [fn(&mut Link); 7] = [
            |link| link.seq = 2,
            |link| link.at = 3,
            |link| link.account_id = Some(String::new()),
            |link| link.event.push('x'),
            |link| link.detail.push('x'),
            |link| link.origin = Some(String::new()),
            |link| link.previous[0] = 1,
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut changed = link();
            change(&mut changed);
            assert_ne!(changed.hash(), link().hash(), "change {number}");
        }
    }

    #[test]
    fn the_form_of_the_hash_stays() {
        let hex: String = link()
            .hash()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        // Computed apart, from the description above.
        assert_eq!(
            hex,
            "79224833c80c5d7bbec293fc08df658d7b31241649acaae6ce63529782b9e2a0"
        );
    }
}

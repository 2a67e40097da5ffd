//! The blind index of a contact: lookups and uniqueness go through it, never over clear text.

use domain::field::contact::{Contact, ContactKind};

use crate::vault::{IndexKind, Vault};

/// Index of a contact. Addresses that differ in case alone are one.
pub(crate) fn contact_index(vault: &Vault, contact: &Contact) -> Vec<u8> {
    let kind = match contact.kind() {
        ContactKind::Phone => IndexKind::Phone,
        ContactKind::Email => IndexKind::Email,
    };
    vault.blind_index(kind, &contact.comparable())
}

//! Contacts of accounts: sealed values, blind indexes, unique once confirmed.

/// A new contact.
pub(crate) const INSERT: &str = "INSERT INTO contact (id, account_id, kind, value, blind_index, confirmed_at, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// The contacts of an account.
pub(crate) const LIST: &str =
    "SELECT id, kind, value, blind_index, confirmed_at FROM contact WHERE account_id = $1";

/// The account that has confirmed a contact, and since when.
pub(crate) const FIND_OWNER: &str = "SELECT account_id, confirmed_at FROM contact WHERE kind = $1 AND blind_index = $2 AND confirmed_at IS NOT NULL";

/// Removes a contact.
pub(crate) const DELETE: &str = "DELETE FROM contact WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LIST, FIND_OWNER, DELETE];

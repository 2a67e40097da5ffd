//! Attributes of accounts, each sealed under the account's key.

/// A new attribute.
pub(crate) const INSERT: &str =
    "INSERT INTO attribute (account_id, name, value, updated_at) VALUES ($1, $2, $3, $4)";

/// All attributes of an account.
pub(crate) const LIST: &str = "SELECT name, value FROM attribute WHERE account_id = $1";

/// Takes an account's attributes away, to give it those that were verified.
pub(crate) const DELETE_ALL: &str = "DELETE FROM attribute WHERE account_id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LIST, DELETE_ALL];

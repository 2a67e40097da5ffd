//! Accounts.

/// A new account.
pub(crate) const INSERT: &str = "INSERT INTO account (id, created_at, level, data_key, reference, signed_in_at) \
     VALUES ($1, $2, $3, $4, $5, $2)";

/// One account.
pub(crate) const LOAD: &str =
    "SELECT created_at, level, data_key, reference FROM account WHERE id = $1";

/// Whether a reference number is taken.
pub(crate) const FIND_REFERENCE: &str = "SELECT id FROM account WHERE reference = $1";

/// Notes a sign-in.
pub(crate) const SIGNED_IN: &str = "UPDATE account SET signed_in_at = $2 WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LOAD, FIND_REFERENCE, SIGNED_IN];

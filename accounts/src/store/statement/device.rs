//! Known devices: one token may be known to several accounts.

/// Whether an account knows a device.
pub(crate) const FIND: &str =
    "SELECT seen_at FROM device WHERE token_hash = $1 AND account_id = $2";

/// Whether any account knows a device.
pub(crate) const FIND_ANY: &str = "SELECT account_id FROM device WHERE token_hash = $1";

/// A device that an account knows is seen again.
pub(crate) const SEE_AGAIN: &str =
    "UPDATE device SET seen_at = $3 WHERE token_hash = $1 AND account_id = $2";

/// A device becomes known to an account.
pub(crate) const INSERT: &str =
    "INSERT INTO device (token_hash, account_id, created_at, seen_at) VALUES ($1, $2, $3, $3)";

/// An account forgets its devices, but for one.
pub(crate) const DELETE_OTHERS: &str =
    "DELETE FROM device WHERE account_id = $1 AND token_hash <> $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[FIND, FIND_ANY, SEE_AGAIN, INSERT, DELETE_OTHERS];

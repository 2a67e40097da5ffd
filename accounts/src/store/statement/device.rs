//! Known devices: one token may be known to several accounts.

/// Whether an account knows a device.
pub(crate) const FIND: &str =
    "SELECT seen_at FROM device WHERE token_hash = $1 AND account_id = $2";

/// Whether any account knows a device.
pub(crate) const FIND_ANY: &str = "SELECT account_id FROM device WHERE token_hash = $1";

/// A device becomes known to an account, or is seen again.
pub(crate) const SEE: &str = "INSERT INTO device (token_hash, account_id, created_at, seen_at) VALUES ($1, $2, $3, $3) \
     ON CONFLICT (token_hash, account_id) DO UPDATE SET seen_at = excluded.seen_at";

/// An account forgets its devices, but for one.
pub(crate) const DELETE_OTHERS: &str =
    "DELETE FROM device WHERE account_id = $1 AND token_hash <> $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[FIND, FIND_ANY, SEE, DELETE_OTHERS];

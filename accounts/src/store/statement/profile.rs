//! Versions of profiles, sealed under their account's key.

/// A new version.
pub(crate) const INSERT: &str = "INSERT INTO profile (id, account_id, number, payload, state, submitted_at) \
     VALUES ($1, $2, $3, $4, 'checking', $5)";

/// The newest version of an account.
pub(crate) const FIND_LATEST: &str = "SELECT id, account_id, number, payload, state, submitted_at, decided_at FROM profile \
     WHERE account_id = $1 ORDER BY number DESC LIMIT 1";

/// One version.
pub(crate) const LOAD: &str = "SELECT id, account_id, number, payload, state, submitted_at, decided_at FROM profile WHERE id = $1";

/// What has become of a version.
pub(crate) const SET_STATE: &str = "UPDATE profile SET state = $2, decided_at = $3 WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, FIND_LATEST, LOAD, SET_STATE];

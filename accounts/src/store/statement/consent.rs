//! Documents accepted, with version and time.

/// An accepted document.
pub(crate) const INSERT: &str =
    "INSERT INTO consent (account_id, document, version, accepted_at) VALUES ($1, $2, $3, $4)";

/// An accepted document; the first time counts.
pub(crate) const INSERT_ONCE: &str = "INSERT INTO consent (account_id, document, version, accepted_at) \
     VALUES ($1, $2, $3, $4) ON CONFLICT (account_id, document, version) DO NOTHING";

/// What an account has accepted.
pub(crate) const LIST: &str = "SELECT document, version, accepted_at FROM consent WHERE account_id = $1 ORDER BY accepted_at, document";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, INSERT_ONCE, LIST];

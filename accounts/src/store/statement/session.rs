//! Sessions: tokens hashed, origin sealed.

/// A new session.
pub(crate) const INSERT: &str = "INSERT INTO session \
     (id, account_id, token_hash, created_at, seen_at, expires_at, foreign_computer, origin, level) \
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)";

/// The session of a token.
pub(crate) const FIND: &str = "SELECT id, account_id, created_at, seen_at, expires_at, foreign_computer, level \
     FROM session WHERE token_hash = $1";

/// The sessions of an account.
pub(crate) const LIST: &str = "SELECT id, created_at, seen_at, expires_at, foreign_computer, origin \
     FROM session WHERE account_id = $1 ORDER BY created_at DESC";

/// The sessions that an account has opened since then.
pub(crate) const LIST_SINCE: &str =
    "SELECT id, origin FROM session WHERE account_id = $1 AND created_at > $2";

/// Notes that a session is used.
pub(crate) const TOUCH: &str = "UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2";

/// A session gets another level under a new token.
pub(crate) const RAISE: &str = "UPDATE session SET level = $2, token_hash = $3 WHERE id = $1";

/// Ends one session of an account.
pub(crate) const DELETE: &str = "DELETE FROM session WHERE id = $1 AND account_id = $2";

/// Ends every session of an account but one.
pub(crate) const DELETE_OTHERS: &str = "DELETE FROM session WHERE account_id = $1 AND id <> $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT,
    FIND,
    LIST,
    LIST_SINCE,
    TOUCH,
    RAISE,
    DELETE,
    DELETE_OTHERS,
];

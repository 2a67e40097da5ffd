//! Sessions of operators: tokens hashed.

/// A new session.
pub(crate) const INSERT: &str = "INSERT INTO operator_session \
     (id, operator_id, token_hash, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)";

/// The session of a token, and whose it is; none of who is disabled.
pub(crate) const FIND: &str = "SELECT s.id, s.seen_at, s.expires_at, o.id, o.login, o.role, o.must_change, o.centre \
     FROM operator_session s JOIN operator o ON o.id = s.operator_id \
     WHERE s.token_hash = $1 AND o.disabled_at IS NULL";

/// Notes that a session is used.
pub(crate) const TOUCH: &str =
    "UPDATE operator_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2";

/// Ends one session.
pub(crate) const DELETE: &str = "DELETE FROM operator_session WHERE id = $1";

/// Ends every session of an operator.
pub(crate) const DELETE_ALL: &str = "DELETE FROM operator_session WHERE operator_id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, FIND, TOUCH, DELETE, DELETE_ALL];

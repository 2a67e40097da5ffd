//! Messages on their way out.

pub(crate) const INSERT: &str = "INSERT INTO outbox \
    (id, key, channel, sealed, created_at, next_attempt_at, attempts, sent_at) \
    VALUES ($1, $2, $3, $4, $5, $5, 0, $6)";

/// When the next message is due: its own time, or the end of the lease of who is sending it.
pub(crate) const NEXT_DUE: &str = "SELECT MIN(next_attempt_at) FROM outbox \
    WHERE sent_at IS NULL AND dead_at IS NULL";

pub(crate) const LEASE: &str = "UPDATE outbox \
    SET lease_owner = $1, leased_until = $2, next_attempt_at = $2, attempts = attempts + 1 \
    WHERE id IN (SELECT id FROM outbox \
        WHERE sent_at IS NULL AND dead_at IS NULL AND next_attempt_at <= $3 \
        ORDER BY next_attempt_at LIMIT $4) \
    RETURNING id, key, channel, sealed, attempts, created_at";

pub(crate) const RENEW: &str = "UPDATE outbox SET leased_until = $1, next_attempt_at = $1 \
    WHERE id = $2 AND lease_owner = $3 AND sent_at IS NULL AND dead_at IS NULL";

/// Who has sent a message says so even when its lease has run out: one repeat less. What was sealed
/// is no longer needed.
pub(crate) const SENT: &str = "UPDATE outbox \
    SET sent_at = $1, sealed = NULL, lease_owner = NULL, leased_until = NULL, last_error = NULL \
    WHERE id = $2 AND sent_at IS NULL";

pub(crate) const RETRY: &str = "UPDATE outbox \
    SET next_attempt_at = $1, lease_owner = NULL, leased_until = NULL, last_error = $2 \
    WHERE id = $3 AND lease_owner = $4";

pub(crate) const DEAD: &str = "UPDATE outbox \
    SET dead_at = $1, lease_owner = NULL, leased_until = NULL, last_error = $2 \
    WHERE id = $3 AND lease_owner = $4";

/// Gives a lease back unused.
pub(crate) const RELEASE: &str = "UPDATE outbox \
    SET next_attempt_at = $1, lease_owner = NULL, leased_until = NULL \
    WHERE id = $2 AND lease_owner = $3 AND sent_at IS NULL AND dead_at IS NULL";

pub(crate) const LIST_DEAD: &str = "SELECT id, channel, created_at, dead_at, attempts, last_error \
    FROM outbox WHERE dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT $1";

pub(crate) const REVIVE: &str = "UPDATE outbox SET dead_at = NULL, attempts = 0, next_attempt_at = $1 \
    WHERE id = $2 AND dead_at IS NOT NULL AND sent_at IS NULL";

/// A message that has not gone out does not go out.
pub(crate) const TAKE_BACK: &str = "DELETE FROM outbox WHERE key = $1 AND sent_at IS NULL";

pub(crate) const PURGE: &str = "DELETE FROM outbox WHERE sent_at < $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT, NEXT_DUE, LEASE, RENEW, SENT, RETRY, DEAD, RELEASE, LIST_DEAD, REVIVE, TAKE_BACK, PURGE,
];

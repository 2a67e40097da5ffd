//! What registries are asked about versions of profiles.

/// A new check, due at once.
pub(crate) const INSERT: &str = "INSERT INTO registry_check \
     (id, profile_id, registry, state, subject_mac, fields, key, failures, polls, begun_at, next_at) \
     VALUES ($1, $2, $3, 'asking', $4, '', $5, 0, 0, $6, $6)";

/// The checks of a version.
pub(crate) const LIST: &str = "SELECT id, profile_id, registry, state, subject_mac, outcome, fields, key, ticket, failures, \
     polls, begun_at, asked_at, answered_at FROM registry_check WHERE profile_id = $1";

/// One check.
pub(crate) const LOAD: &str = "SELECT id, profile_id, registry, state, subject_mac, outcome, fields, key, ticket, failures, \
     polls, begun_at, asked_at, answered_at FROM registry_check WHERE id = $1";

/// When the next check of a registry is due: its own time, or the end of the lease of who is at it.
pub(crate) const NEXT_DUE: &str = "SELECT MIN(next_at) FROM registry_check \
     WHERE registry = $1 AND state IN ('asking', 'waiting')";

/// Leases what is due at a registry.
pub(crate) const LEASE: &str = "UPDATE registry_check SET lease_owner = $1, next_at = $2 \
     WHERE id IN (SELECT id FROM registry_check \
         WHERE registry = $3 AND state IN ('asking', 'waiting') AND next_at <= $4 \
         ORDER BY next_at LIMIT $5) \
     RETURNING id, profile_id, registry, state, subject_mac, outcome, fields, key, ticket, failures, \
     polls, begun_at, asked_at, answered_at";

/// The registry has taken the request.
pub(crate) const ASKED: &str = "UPDATE registry_check \
     SET state = 'waiting', ticket = $3, asked_at = $4, polls = 0, next_at = $5, lease_owner = NULL \
     WHERE id = $1 AND lease_owner = $2 AND state = 'asking'";

/// Nothing new: later again.
pub(crate) const LATER: &str = "UPDATE registry_check SET polls = polls + 1, next_at = $3, lease_owner = NULL \
     WHERE id = $1 AND lease_owner = $2 AND state IN ('asking', 'waiting')";

/// A new request in place of one that failed: a key that the registry does not know yet.
pub(crate) const ASK_AGAIN: &str = "UPDATE registry_check \
     SET state = 'asking', key = $2, ticket = NULL, failures = $3, polls = 0, next_at = $4, lease_owner = NULL \
     WHERE id = $1 AND state IN ('asking', 'waiting', 'review')";

/// A specialist wants the registry itself to answer: all from the beginning.
pub(crate) const ASK_ANEW: &str = "UPDATE registry_check \
     SET state = 'asking', outcome = NULL, fields = '', key = $2, ticket = NULL, failures = 0, polls = 0, \
     begun_at = $3, asked_at = NULL, answered_at = NULL, next_at = $3, lease_owner = NULL \
     WHERE id = $1 AND state = 'review'";

/// The answer, the registry's own or a specialist's.
pub(crate) const ANSWER: &str = "UPDATE registry_check \
     SET state = 'answered', outcome = $2, fields = $3, answered_at = $4, lease_owner = NULL \
     WHERE id = $1 AND state IN ('asking', 'waiting', 'review')";

/// A specialist is to look; what the registry said, now or before, stays readable.
pub(crate) const TO_REVIEW: &str = "UPDATE registry_check SET state = 'review', outcome = COALESCE($2, outcome), lease_owner = NULL \
     WHERE id = $1 AND state IN ('asking', 'waiting', 'answered')";

/// Another version has come: nothing is asked about this one any more.
pub(crate) const SUPERSEDE: &str = "UPDATE registry_check SET state = 'superseded', lease_owner = NULL \
     WHERE profile_id = $1 AND state IN ('asking', 'waiting', 'review')";

/// A check whose data are the same in the next version belongs to that.
pub(crate) const MOVE: &str = "UPDATE registry_check SET profile_id = $2 WHERE id = $1";

/// The registry says that an answer is ready. Whoever is asking for it at this moment may have come too early: what
/// they have heard puts nothing off any more.
pub(crate) const NUDGE: &str = "UPDATE registry_check SET next_at = $2, lease_owner = NULL \
     WHERE key = $1 AND state = 'waiting' AND next_at > $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT, LIST, LOAD, ASK_ANEW, NEXT_DUE, LEASE, ASKED, LATER, ASK_AGAIN, ANSWER, TO_REVIEW,
    SUPERSEDE, MOVE, NUDGE,
];

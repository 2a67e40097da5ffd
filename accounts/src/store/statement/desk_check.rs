//! Checks as a decision at the desk leaves them.

/// A specialist has answered in the registry's place.
pub(crate) const ANSWER: &str = "UPDATE registry_check \
     SET state = 'answered', outcome = $2, fields = $3, answered_at = $4, lease_owner = NULL \
     WHERE id = $1 AND state <> 'superseded'";

/// The registry is asked again, under a key it has not seen.
pub(crate) const ASK_AGAIN: &str = "UPDATE registry_check \
     SET state = 'asking', outcome = NULL, fields = '', key = $2, ticket = NULL, failures = 0, polls = 0, \
     asked_at = NULL, answered_at = NULL, next_at = $3, lease_owner = NULL \
     WHERE id = $1 AND state <> 'superseded'";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[ANSWER, ASK_AGAIN];

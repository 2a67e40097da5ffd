//! Checks that specialists look at.

/// A new case.
pub(crate) const INSERT: &str = "INSERT INTO review (id, check_id, account_id, cause, state, opened_at) \
     VALUES ($1, $2, $3, $4, 'open', $5)";

/// Closes the cases of a version that another one has taken the place of.
pub(crate) const CLOSE_OF_PROFILE: &str = "UPDATE review SET state = 'closed', decision = 'superseded', decided_at = $2 \
     WHERE state <> 'closed' AND check_id IN (SELECT id FROM registry_check WHERE profile_id = $1)";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, CLOSE_OF_PROFILE];

//! Checks that specialists look at.

/// A new case.
pub(crate) const INSERT: &str = "INSERT INTO review (id, check_id, account_id, cause, state, opened_at) \
     VALUES ($1, $2, $3, $4, 'open', $5)";

/// Closes the cases of a version that another one has taken the place of.
pub(crate) const CLOSE_OF_PROFILE: &str = "UPDATE review SET state = 'closed', decision = 'superseded', decided_at = $2 \
     WHERE state <> 'closed' AND check_id IN (SELECT id FROM registry_check WHERE profile_id = $1)";

/// A document is asked for; the case is free until it has come.
pub(crate) const ASK_PAPERS: &str =
    "UPDATE review SET papers = $2, taken_by = NULL, taken_at = NULL WHERE id = $1";

/// What a case has asked for, and when that was closed.
pub(crate) const PAPERS_OF: &str = "SELECT r.papers, u.closed_at FROM review r \
     LEFT JOIN upload_request u ON u.id = r.papers WHERE r.id = $1";

/// What the open case of a check has asked for, and when that was closed.
pub(crate) const PAPERS_OF_CHECK: &str = "SELECT r.papers, u.closed_at FROM review r \
     JOIN upload_request u ON u.id = r.papers WHERE r.check_id = $1 AND r.state <> 'closed'";

/// Nothing is added to the cases of a version that another one has taken the place of.
pub(crate) const CLOSE_PAPERS_OF_PROFILE: &str = "UPDATE upload_request SET closed_at = $2 WHERE closed_at IS NULL AND id IN \
     (SELECT r.papers FROM review r JOIN registry_check c ON c.id = r.check_id WHERE c.profile_id = $1)";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT,
    CLOSE_OF_PROFILE,
    ASK_PAPERS,
    PAPERS_OF,
    PAPERS_OF_CHECK,
    CLOSE_PAPERS_OF_PROFILE,
];

//! Browsers that hold a draft, and what each of them has proven.

/// A browser begins to hold a draft.
pub(crate) const INSERT: &str = "INSERT INTO draft_token (token_hash, draft_id, proven_contact, proven_at, created_at) \
     VALUES ($1, $2, $3, $4, $5)";

/// A browser has proven a contact.
pub(crate) const PROVE: &str =
    "UPDATE draft_token SET proven_contact = $2, proven_at = $3 WHERE token_hash = $1";

/// No browser of a draft has proven anything any more.
pub(crate) const UNPROVE: &str =
    "UPDATE draft_token SET proven_contact = NULL, proven_at = NULL WHERE draft_id = $1";

/// Open registration drafts in which a contact was proven, the last proof first.
pub(crate) const FIND_PROVEN: &str = "SELECT d.id FROM draft_token t JOIN draft d ON d.id = t.draft_id \
     WHERE t.proven_contact = $1 AND d.flow = 'registration' AND d.finished_at IS NULL AND d.expires_at > $2 \
     ORDER BY t.proven_at DESC, d.id DESC";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, PROVE, UNPROVE, FIND_PROVEN];

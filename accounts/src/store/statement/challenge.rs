//! What is counted per contact and draft.

/// A new challenge.
pub(crate) const INSERT: &str = "INSERT INTO challenge \
     (id, draft_id, contact_index, kind, wrong_count, sent_count, last_sent_at) VALUES ($1, $2, $3, $4, 0, 0, $5)";

/// The challenge of a contact in a draft.
pub(crate) const FIND: &str = "SELECT id, wrong_count, sent_count, last_sent_at \
     FROM challenge WHERE draft_id = $1 AND contact_index = $2";

/// New counts.
pub(crate) const SAVE: &str = "UPDATE challenge SET wrong_count = $2, sent_count = $3, last_sent_at = $4 \
     WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, FIND, SAVE];

//! Codes and links sent, as keyed hashes.

/// A code on its way.
pub(crate) const INSERT: &str = "INSERT INTO code \
     (id, challenge_id, code_mac, link_hash, channel, created_at, expires_at, link_expires_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// The codes of a challenge that were neither ended nor used.
pub(crate) const LIST: &str = "SELECT id, code_mac, expires_at FROM code \
     WHERE challenge_id = $1 AND ended_at IS NULL AND used_at IS NULL ORDER BY created_at";

/// Ends the codes of a challenge; links live on.
pub(crate) const END: &str =
    "UPDATE code SET ended_at = $2 WHERE challenge_id = $1 AND ended_at IS NULL";

/// Ends every code and link of a draft.
pub(crate) const END_DRAFT: &str = "UPDATE code SET ended_at = $2, link_expires_at = $2 \
     WHERE challenge_id IN (SELECT id FROM challenge WHERE draft_id = $1)";

/// A code was typed.
pub(crate) const USE: &str = "UPDATE code SET used_at = $2 WHERE id = $1";

/// The code with a link.
pub(crate) const FIND_LINK: &str = "SELECT k.id, k.link_expires_at, k.link_used_at, c.draft_id, c.contact_index \
     FROM code k JOIN challenge c ON c.id = k.challenge_id WHERE k.link_hash = $1";

/// A link was pressed.
pub(crate) const USE_LINK: &str = "UPDATE code SET link_used_at = $2 WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LIST, END, END_DRAFT, USE, FIND_LINK, USE_LINK];

//! What happened, for the citizen.

/// A new entry.
pub(crate) const INSERT: &str =
    "INSERT INTO feed_entry (seq, account_id, kind, detail, at) VALUES ($1, $2, $3, $4, $5)";

/// The newest entries of an account.
pub(crate) const LIST: &str = "SELECT kind, detail, at, read_at FROM feed_entry WHERE account_id = $1 \
     ORDER BY seq DESC LIMIT $2";

/// A row for each entry an account has not read, no more than needed to count them.
pub(crate) const LIST_UNREAD: &str =
    "SELECT 1 FROM feed_entry WHERE account_id = $1 AND read_at IS NULL LIMIT $2";

/// All entries up to this moment have been read.
pub(crate) const MARK_READ: &str =
    "UPDATE feed_entry SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL AND at <= $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LIST, LIST_UNREAD, MARK_READ];

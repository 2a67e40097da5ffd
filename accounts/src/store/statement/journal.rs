//! The chained journal.

/// The end of the chain.
pub(crate) const HEAD: &str = "SELECT seq, hash FROM journal_head WHERE id = 1";

pub(crate) const APPEND: &str = "INSERT INTO journal (seq, at, account_id, event, detail, origin, previous, hash) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

pub(crate) const MOVE_HEAD: &str = "INSERT INTO journal_head (id, seq, hash) VALUES (1, $1, $2) \
    ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

pub(crate) const PAGE: &str = "SELECT seq, at, account_id, event, detail, origin, previous, hash \
    FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2";

pub(crate) const LIST_OWN: &str = "SELECT at, event, detail FROM journal \
    WHERE account_id = $1 ORDER BY seq DESC LIMIT $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[HEAD, APPEND, MOVE_HEAD, PAGE, LIST_OWN];

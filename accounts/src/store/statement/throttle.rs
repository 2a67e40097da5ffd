//! Counters of the limits.

pub(crate) const FIND: &str =
    "SELECT count, window_start, blocked_until FROM throttle WHERE key = $1";

pub(crate) const SAVE: &str = "INSERT INTO throttle (key, count, window_start, blocked_until, updated_at) \
    VALUES ($1, $2, $3, $4, $5) \
    ON CONFLICT (key) DO UPDATE SET count = excluded.count, window_start = excluded.window_start, \
        blocked_until = excluded.blocked_until, updated_at = excluded.updated_at";

pub(crate) const CLEAR: &str = "DELETE FROM throttle WHERE key = $1";

pub(crate) const PURGE: &str = "DELETE FROM throttle WHERE updated_at < $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[FIND, SAVE, CLEAR, PURGE];

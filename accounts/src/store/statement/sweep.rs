//! Deleting what has served its time; rows that belong to it go with it.

pub(crate) const DRAFTS: &str = "DELETE FROM draft WHERE expires_at < $1";

pub(crate) const SESSIONS: &str = "DELETE FROM session WHERE expires_at < $1";

pub(crate) const OPERATOR_SESSIONS: &str = "DELETE FROM operator_session WHERE expires_at < $1";

pub(crate) const DEVICES: &str = "DELETE FROM device WHERE seen_at < $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[DRAFTS, SESSIONS, OPERATOR_SESSIONS, DEVICES];

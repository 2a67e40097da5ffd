//! Centres as administrators have changed or added them.

/// Every change.
pub(crate) const LIST: &str = "SELECT centre, record FROM centre_change ORDER BY centre LIMIT $1";

/// A change in the place of the one before it.
pub(crate) const SAVE: &str = "INSERT INTO centre_change (centre, record, changed_at, changed_by) \
    VALUES ($1, $2, $3, $4) ON CONFLICT (centre) DO UPDATE SET record = excluded.record, \
    changed_at = excluded.changed_at, changed_by = excluded.changed_by";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[LIST, SAVE];

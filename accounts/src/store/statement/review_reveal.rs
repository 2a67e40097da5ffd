//! Values of cases that operators have looked at.

/// An operator looks at a value, perhaps again.
pub(crate) const SAVE: &str = "INSERT INTO review_reveal (review_id, operator_id, field, at) \
     VALUES ($1, $2, $3, $4) ON CONFLICT (review_id, operator_id, field) DO UPDATE SET at = excluded.at";

/// What an operator has looked at in a case since then.
pub(crate) const LIST: &str =
    "SELECT field FROM review_reveal WHERE review_id = $1 AND operator_id = $2 AND at >= $3";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[SAVE, LIST];

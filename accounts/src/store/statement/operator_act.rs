//! Which entries of the journal name an operator as the one who acted.

/// An entry of an operator.
pub(crate) const INSERT: &str = "INSERT INTO operator_act (operator_id, seq) VALUES ($1, $2)";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT];

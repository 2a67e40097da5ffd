//! Accounts.

/// A new account.
pub(crate) const INSERT: &str = "INSERT INTO account (id, created_at, level, data_key, reference) \
     VALUES ($1, $2, $3, $4, $5)";

/// One account.
pub(crate) const LOAD: &str =
    "SELECT created_at, level, data_key, reference FROM account WHERE id = $1";

/// One account with this password.
pub(crate) const LOAD_WITH_PASSWORD: &str = "SELECT a.created_at, a.level, a.data_key, a.reference \
     FROM account a JOIN credential p ON p.account_id = a.id AND p.kind = 'password' \
     WHERE a.id = $1 AND p.phc = $2";

/// Whether a reference number is taken.
pub(crate) const FIND_REFERENCE: &str = "SELECT id FROM account WHERE reference = $1";

/// The reference number of an account.
pub(crate) const REFERENCE: &str = "SELECT reference FROM account WHERE id = $1";

/// A level reached: it never falls by this.
pub(crate) const RAISE_LEVEL: &str = "UPDATE account SET level = $2 WHERE id = $1 AND level = $3";

/// An account that never came to life is no more, and what belongs to it.
pub(crate) const DELETE: &str = "DELETE FROM account WHERE id = $1 AND level = 'simplified'";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT,
    LOAD,
    LOAD_WITH_PASSWORD,
    FIND_REFERENCE,
    REFERENCE,
    RAISE_LEVEL,
    DELETE,
];

//! Codes of centres for one sign-in.

/// The code of an account, in place of the one it may have.
pub(crate) const PUT: &str = "INSERT INTO temporary_code (account_id, phc, contact, valid_from, valid_until) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_id) DO UPDATE \
     SET phc = excluded.phc, contact = excluded.contact, valid_from = excluded.valid_from, valid_until = excluded.valid_until";

/// The code of an account.
pub(crate) const LOAD: &str =
    "SELECT phc, contact, valid_from, valid_until FROM temporary_code WHERE account_id = $1";

/// It works from then on.
pub(crate) const ADMIT: &str = "UPDATE temporary_code SET valid_from = $2 WHERE account_id = $1";

/// It has served, or is taken back.
pub(crate) const DELETE: &str = "DELETE FROM temporary_code WHERE account_id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[PUT, LOAD, ADMIT, DELETE];

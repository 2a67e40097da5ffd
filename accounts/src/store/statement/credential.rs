//! Passwords, as PHC strings.

/// A new credential.
pub(crate) const INSERT: &str =
    "INSERT INTO credential (account_id, kind, phc, changed_at) VALUES ($1, 'password', $2, $3)";

/// The password of an account.
pub(crate) const LOAD: &str =
    "SELECT phc, changed_at FROM credential WHERE account_id = $1 AND kind = 'password'";

/// The password of the account that has confirmed a contact.
pub(crate) const FIND_BY_CONTACT: &str = "SELECT c.account_id, p.phc FROM contact c \
     JOIN credential p ON p.account_id = c.account_id AND p.kind = 'password' \
     WHERE c.kind = $1 AND c.blind_index = $2 AND c.confirmed_at IS NOT NULL";

/// A new password in place of the old one.
pub(crate) const CHANGE: &str =
    "UPDATE credential SET phc = $2, changed_at = $3 WHERE account_id = $1 AND kind = 'password'";

/// The same password hashed anew with stronger parameters.
pub(crate) const REHASH: &str =
    "UPDATE credential SET phc = $2 WHERE account_id = $1 AND kind = 'password' AND phc = $3";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[INSERT, LOAD, FIND_BY_CONTACT, CHANGE, REHASH];

//! Verified numbers: one person behind each.

/// The account that a number belongs to.
pub(crate) const FIND_OWNER: &str =
    "SELECT account_id FROM identifier WHERE kind = $1 AND blind_index = $2";

/// A number of an account, in place of the one it had.
pub(crate) const PUT: &str = "INSERT INTO identifier (kind, blind_index, account_id, verified_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (account_id, kind) DO UPDATE SET blind_index = excluded.blind_index, verified_at = excluded.verified_at";

/// The password of the account that a number belongs to.
pub(crate) const FIND_CREDENTIAL: &str = "SELECT i.account_id, p.phc FROM identifier i \
     JOIN credential p ON p.account_id = i.account_id AND p.kind = 'password' \
     WHERE i.kind = $1 AND i.blind_index = $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[FIND_OWNER, PUT, FIND_CREDENTIAL];

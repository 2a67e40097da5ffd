//! The ways by which citizens prove who they are.

/// A new route with the code to show at a desk.
pub(crate) const INSERT: &str = "INSERT INTO proofing_route \
     (id, account_id, method, state, begun_at, moved_at, expires_at, code, code_index, wrong) \
     VALUES ($1, $2, $3, 'begun', $4, $4, $5, $6, $7, 0)";

/// Every route of an account, in the order of their beginnings.
pub(crate) const OF_ACCOUNT: &str = "SELECT id, method, state, begun_at, moved_at, expires_at, code, code_index, wrong, centre, reason \
     FROM proofing_route WHERE account_id = $1 ORDER BY begun_at, id";

/// Whose a code is.
pub(crate) const FIND_BY_CODE: &str =
    "SELECT account_id, id, state, expires_at FROM proofing_route WHERE code_index = $1";

/// A route stands elsewhere now; nothing can be done with its code any more.
pub(crate) const END: &str = "UPDATE proofing_route \
     SET state = $2, moved_at = $3, code = NULL, code_index = NULL WHERE id = $1";

/// Where it ended, and why it was refused.
pub(crate) const EXPLAIN: &str = "UPDATE proofing_route SET centre = $2, reason = $3 WHERE id = $1";

/// An identity code was handed out; it takes the place of the visit code.
pub(crate) const GIVE_CODE: &str = "UPDATE proofing_route \
     SET state = 'code_given', moved_at = $2, expires_at = $3, code = $4, code_index = $5, wrong = 0, centre = $6 WHERE id = $1";

/// A wrong code was typed.
pub(crate) const MISS: &str = "UPDATE proofing_route SET wrong = wrong + 1 WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT,
    OF_ACCOUNT,
    FIND_BY_CODE,
    END,
    EXPLAIN,
    GIVE_CODE,
    MISS,
];

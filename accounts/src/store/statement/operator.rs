//! Operators: passwords as PHC strings, secrets sealed.

/// A new operator.
pub(crate) const INSERT: &str = "INSERT INTO operator \
     (id, login, role, phc, must_change, totp_secret, created_at, centre) VALUES ($1, $2, $3, $4, 1, $5, $6, $7)";

/// The operator with a login.
pub(crate) const FIND: &str = "SELECT id, login, role, phc, must_change, totp_secret, totp_step, disabled_at, centre \
     FROM operator WHERE login = $1";

/// One operator.
pub(crate) const LOAD: &str = "SELECT id, login, role, phc, must_change, totp_secret, totp_step, disabled_at, centre \
     FROM operator WHERE id = $1";

/// Operators by login.
pub(crate) const LIST: &str = "SELECT login, role, must_change, created_at, disabled_at, centre, id \
     FROM operator ORDER BY login LIMIT $1";

/// Operators behind a login, with when each acted last.
pub(crate) const LIST_AFTER: &str = "SELECT o.login, o.role, o.must_change, o.created_at, o.disabled_at, o.centre, \
     (SELECT j.at FROM operator_act a JOIN journal j ON j.seq = a.seq WHERE a.operator_id = o.id \
     ORDER BY a.seq DESC LIMIT 1) FROM operator o WHERE o.login > $1 ORDER BY o.login LIMIT $2";

/// The same of one operator.
pub(crate) const LINE: &str = "SELECT o.login, o.role, o.must_change, o.created_at, o.disabled_at, o.centre, \
     (SELECT j.at FROM operator_act a JOIN journal j ON j.seq = a.seq WHERE a.operator_id = o.id \
     ORDER BY a.seq DESC LIMIT 1) FROM operator o WHERE o.login = $1";

/// Nobody signs in as this operator any more.
pub(crate) const DISABLE: &str =
    "UPDATE operator SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL";

/// A new one-time password and secret; who was disabled may sign in again.
pub(crate) const RESET: &str = "UPDATE operator SET phc = $2, must_change = 1, totp_secret = $3, \
     totp_step = NULL, disabled_at = NULL WHERE id = $1";

/// Where an operator works.
pub(crate) const PLACE: &str = "UPDATE operator SET centre = $2 WHERE id = $1";

/// The operator's own password.
pub(crate) const CHANGE: &str = "UPDATE operator SET phc = $2, must_change = 0 WHERE id = $1";

/// The same password hashed anew with stronger parameters.
pub(crate) const REHASH: &str = "UPDATE operator SET phc = $2 WHERE id = $1 AND phc = $3";

/// The code of this step was used.
pub(crate) const USE_STEP: &str = "UPDATE operator SET totp_step = $2 WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT, FIND, LOAD, LIST, LIST_AFTER, LINE, DISABLE, RESET, PLACE, CHANGE, REHASH, USE_STEP,
];

//! What operators do for citizens.

/// A new reception.
pub(crate) const INSERT: &str = "INSERT INTO reception \
     (id, kind, state, operator_id, centre, account_id, sheet, opened_at) \
     VALUES ($1, $2, 'open', $3, $4, $5, $6, $7)";

/// One reception.
pub(crate) const LOAD: &str = "SELECT id, kind, state, operator_id, centre, account_id, route_id, profile_id, sheet, opened_at, \
     closed_at, second_by, handed FROM reception WHERE id = $1";

/// What is noted so far.
pub(crate) const SAVE: &str = "UPDATE reception SET sheet = $2 WHERE id = $1";

/// What is handed out on paper.
pub(crate) const HAND: &str = "UPDATE reception SET handed = $2 WHERE id = $1";

/// The account that was made for the person.
pub(crate) const ADOPT: &str = "UPDATE reception SET account_id = $2 WHERE id = $1";

/// The comparison is done; the registries, or a second operator, have the word.
pub(crate) const WAIT: &str =
    "UPDATE reception SET state = 'waiting', profile_id = $2, sheet = $3 WHERE id = $1";

/// The receptions that wait for a version of a profile.
pub(crate) const OF_PROFILE: &str =
    "SELECT id FROM reception WHERE profile_id = $1 AND state = 'waiting'";

/// The registries have said no: the operator looks once more.
pub(crate) const REOPEN: &str =
    "UPDATE reception SET state = 'open' WHERE profile_id = $1 AND state = 'waiting'";

/// A reception ends.
pub(crate) const CLOSE: &str = "UPDATE reception \
     SET state = $2, closed_at = $3, route_id = $4, profile_id = $5, sheet = $6 WHERE id = $1";

/// A second operator has agreed.
pub(crate) const AGREE: &str = "UPDATE reception SET second_by = $2 WHERE id = $1";

/// The version that was compared when a route was gone.
pub(crate) const COMPARED: &str = "SELECT profile_id FROM reception \
     WHERE account_id = $1 AND route_id = $2 AND state = 'done' ORDER BY closed_at DESC LIMIT 1";

/// What an operator has done since then, newest first.
pub(crate) const OF_OPERATOR: &str = "SELECT id, kind, state, opened_at, closed_at FROM reception \
     WHERE operator_id = $1 AND opened_at >= $2 ORDER BY opened_at DESC LIMIT $3";

/// What an operator is doing for an account since then.
pub(crate) const OPEN_OF_ACCOUNT: &str = "SELECT id FROM reception \
     WHERE account_id = $1 AND operator_id = $2 AND kind = $3 AND state IN ('open', 'waiting') AND opened_at > $4 LIMIT 1";

/// Restorations since then that wait for a second operator, oldest first.
pub(crate) const RESTORATIONS: &str = "SELECT r.id, r.operator_id, o.login, r.centre, r.opened_at \
     FROM reception r JOIN operator o ON o.id = r.operator_id \
     WHERE r.kind = 'restoration' AND r.state = 'waiting' AND r.opened_at >= $1 ORDER BY r.opened_at LIMIT $2";

/// The restoration of an account that is on its way.
pub(crate) const RESTORATION_OF: &str = "SELECT id FROM reception \
     WHERE account_id = $1 AND kind = 'restoration' AND state = 'waiting'";

/// Nobody comes back to these.
pub(crate) const SWEEP: &str = "UPDATE reception SET state = 'ended', closed_at = opened_at, sheet = NULL WHERE state = 'open' AND opened_at < $1";

/// Codes on paper are not printed again after a while.
pub(crate) const SWEEP_HANDED: &str =
    "UPDATE reception SET handed = NULL WHERE handed IS NOT NULL AND opened_at < $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT,
    LOAD,
    SAVE,
    HAND,
    ADOPT,
    WAIT,
    OF_PROFILE,
    REOPEN,
    CLOSE,
    AGREE,
    COMPARED,
    OF_OPERATOR,
    OPEN_OF_ACCOUNT,
    RESTORATIONS,
    RESTORATION_OF,
    SWEEP,
    SWEEP_HANDED,
];

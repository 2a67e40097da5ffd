//! Reviews as the desk works on them. A queue has one statement for each order: an order is no parameter.

macro_rules! queue {
    ($order:literal) => {
        concat!(
            "SELECT r.id, r.cause, r.state, r.opened_at, r.taken_by, r.taken_at, k.registry \
             FROM review r JOIN registry_check k ON k.id = r.check_id \
             WHERE r.state <> 'closed' ORDER BY ",
            $order,
            " LIMIT $1 OFFSET $2"
        )
    };
}

/// Open cases, the one that waits longest first.
pub(crate) const QUEUE: &str = queue!("r.opened_at, r.id");

/// Open cases, the newest first.
pub(crate) const QUEUE_NEWEST: &str = queue!("r.opened_at DESC, r.id DESC");

/// Open cases by cause, of each the one that waits longest first.
pub(crate) const QUEUE_BY_CAUSE: &str = queue!("r.cause, r.opened_at, r.id");

/// The same backwards.
pub(crate) const QUEUE_BY_CAUSE_BACKWARDS: &str =
    queue!("r.cause DESC, r.opened_at DESC, r.id DESC");

/// One case with its check and the version of the profile it is about.
pub(crate) const LOAD: &str = "SELECT r.id, r.check_id, r.account_id, r.cause, r.state, r.opened_at, \
     r.taken_by, r.taken_at, r.proposed_by, r.reason, r.answer, k.registry, k.state, k.outcome, k.fields, \
     p.id, p.payload \
     FROM review r JOIN registry_check k ON k.id = r.check_id JOIN profile p ON p.id = k.profile_id \
     WHERE r.id = $1";

/// A case is taken.
pub(crate) const TAKE: &str = "UPDATE review SET taken_by = $2, taken_at = $3 WHERE id = $1";

/// A decision is proposed; the case is free for a second operator.
pub(crate) const PROPOSE: &str = "UPDATE review SET state = 'proposed', proposal = $2, proposed_by = $3, \
     proposed_at = $4, reason = $5, answer = NULL, taken_by = NULL, taken_at = NULL WHERE id = $1";

/// The proposal is rejected; the case is open and free.
pub(crate) const REJECT: &str = "UPDATE review SET state = 'open', proposal = NULL, answer = $2, \
     taken_by = NULL, taken_at = NULL WHERE id = $1";

/// A case is decided by one.
pub(crate) const DECIDE: &str = "UPDATE review SET state = 'closed', decision = $2, decided_by = $3, \
     decided_at = $4, reason = $5, answer = NULL, taken_by = NULL, taken_at = NULL WHERE id = $1";

/// A case is decided as was proposed.
pub(crate) const AGREE: &str = "UPDATE review SET state = 'closed', decision = $2, decided_by = $3, \
     decided_at = $4, answer = $5, taken_by = NULL, taken_at = NULL WHERE id = $1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    QUEUE,
    QUEUE_NEWEST,
    QUEUE_BY_CAUSE,
    QUEUE_BY_CAUSE_BACKWARDS,
    LOAD,
    TAKE,
    PROPOSE,
    REJECT,
    DECIDE,
    AGREE,
];

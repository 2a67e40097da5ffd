//! Pages of the journal, newest first: entries before number $1, from number $2 on, from moment $3 until before moment
//! $4. One entry more than a page holds tells whether there is another. `+at`: the way goes along the numbers, since
//! moments say nothing about the order.

/// All of it.
pub(crate) const NEWEST: &str = "SELECT seq, at, account_id, event, detail, origin FROM journal \
    WHERE seq < $1 AND seq >= $2 AND +at >= $3 AND +at < $4 ORDER BY seq DESC LIMIT 51";

/// One event.
pub(crate) const OF_EVENT: &str = "SELECT seq, at, account_id, event, detail, origin FROM journal \
    WHERE event = $5 AND seq < $1 AND seq >= $2 AND +at >= $3 AND +at < $4 ORDER BY seq DESC LIMIT 51";

/// What an operator did; `''` for the event: every one.
pub(crate) const OF_OPERATOR: &str = "SELECT j.seq, j.at, j.account_id, j.event, j.detail, j.origin \
    FROM operator_act a JOIN journal j ON j.seq = a.seq \
    WHERE a.operator_id = $5 AND a.seq < $1 AND a.seq >= $2 AND +j.at >= $3 AND +j.at < $4 \
    AND ($6 = '' OR j.event = $6) ORDER BY a.seq DESC LIMIT 51";

/// The part of an account; `''` for event or operator: every one.
pub(crate) const OF_ACCOUNT: &str = "SELECT j.seq, j.at, j.account_id, j.event, j.detail, j.origin FROM journal j \
    WHERE j.account_id = $5 AND j.seq < $1 AND j.seq >= $2 AND +j.at >= $3 AND +j.at < $4 \
    AND ($6 = '' OR j.event = $6) \
    AND ($7 = '' OR EXISTS (SELECT 1 FROM operator_act a WHERE a.operator_id = $7 AND a.seq = j.seq)) \
    ORDER BY j.seq DESC LIMIT 51";

/// The number of the first entry from a moment on.
pub(crate) const FIRST_SINCE: &str =
    "SELECT seq FROM journal WHERE at >= $1 ORDER BY at, seq LIMIT 1";

/// The number of the last entry before a moment.
pub(crate) const LAST_BEFORE: &str =
    "SELECT seq FROM journal WHERE at < $1 ORDER BY at DESC, seq DESC LIMIT 1";

/// The newest entry about an event.
pub(crate) const NEWEST_OF_EVENT: &str =
    "SELECT at, detail FROM journal WHERE event = $1 ORDER BY seq DESC LIMIT 1";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    NEWEST,
    OF_EVENT,
    OF_OPERATOR,
    OF_ACCOUNT,
    FIRST_SINCE,
    LAST_BEFORE,
    NEWEST_OF_EVENT,
];

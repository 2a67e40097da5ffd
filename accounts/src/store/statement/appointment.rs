//! Visits to centres.

/// How many places of a centre are taken at each time of a span.
pub(crate) const COUNT_TAKEN: &str = "SELECT starts_at, COUNT(*) FROM appointment \
     WHERE centre = $1 AND starts_at >= $2 AND starts_at < $3 AND state IN ('held', 'booked') \
     AND (state = 'booked' OR held_until > $4) GROUP BY starts_at";

/// The places of a centre that are taken at one time, but for what an account holds: it may choose again.
pub(crate) const PLACES_TAKEN: &str = "SELECT place FROM appointment \
     WHERE centre = $1 AND starts_at = $2 AND state IN ('held', 'booked') \
     AND (state = 'booked' OR account_id <> $3)";

/// Who has held a time for too long no longer does. The first condition on the state is the index's.
pub(crate) const DROP_STALE: &str = "DELETE FROM appointment \
     WHERE centre = $1 AND starts_at = $2 AND state IN ('held', 'booked') AND state = 'held' AND held_until <= $3";

/// What an account holds it gives back.
pub(crate) const DROP_HELD: &str =
    "DELETE FROM appointment WHERE account_id = $1 AND state = 'held'";

/// Holds a place.
pub(crate) const INSERT: &str = "INSERT INTO appointment \
     (id, account_id, centre, place, starts_at, state, held_until, created_at) \
     VALUES ($1, $2, $3, $4, $5, 'held', $6, $7)";

/// What an account holds or has booked.
pub(crate) const OF_ACCOUNT: &str = "SELECT id, centre, starts_at, state, held_until, code, reminder FROM appointment \
     WHERE account_id = $1 AND state IN ('held', 'booked')";

/// Whose visit a code is for.
pub(crate) const FIND_BY_CODE: &str = "SELECT account_id, centre, starts_at FROM appointment WHERE code_index = $1 AND state = 'booked'";

/// A place that was held is booked.
pub(crate) const BOOK: &str = "UPDATE appointment \
     SET state = 'booked', held_until = NULL, code = $2, code_index = $3, reminder = $4 WHERE id = $1 AND state = 'held'";

/// A booked one ends: it is called off, or its time is over.
pub(crate) const END: &str = "UPDATE appointment SET state = $2, ended_at = $3, code = NULL, code_index = NULL \
     WHERE id = $1 AND state = 'booked'";

/// The next centre that somebody comes to, in the order of their ids.
pub(crate) const NEXT_CENTRE: &str = "SELECT centre FROM appointment \
     WHERE centre > $1 AND state IN ('held', 'booked') ORDER BY centre LIMIT 1";

/// The visits that begin after a time at one centre.
pub(crate) const TO_CENTRE: &str = "SELECT id, account_id, starts_at FROM appointment \
     WHERE centre = $1 AND starts_at > $2 AND state IN ('held', 'booked') AND state = 'booked' ORDER BY starts_at LIMIT $3";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    COUNT_TAKEN,
    PLACES_TAKEN,
    DROP_STALE,
    DROP_HELD,
    INSERT,
    OF_ACCOUNT,
    FIND_BY_CODE,
    BOOK,
    END,
    NEXT_CENTRE,
    TO_CENTRE,
];

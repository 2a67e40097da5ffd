//! Counters against guessing and flooding. They live in the store, so that several processes count
//! together; their keys are keyed digests, so that the store does not know whom they count.
//!
//! `limits.enabled = false` lifts every one of them: nothing is counted and everything is allowed.

#[cfg(test)]
mod tests;

use crate::clock::Instant;
use crate::portal::Portal;
use crate::store::statement::throttle as sql;
use crate::store::{Connection, StoreError};

/// Failures are forgotten after a day without one.
const FORGET_AFTER_S: i64 = 86_400;

/// Whom a counter counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(Vec<u8>);

impl Key {
    /// The counter `name` of a subject: a blind index, a token's hash, or an address as text.
    #[must_use]
    pub fn new(portal: &Portal, name: &str, subject: &[u8]) -> Self {
        let mut bytes = (name.len() as u64).to_be_bytes().to_vec();
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(subject);
        Self(portal.vault.mac("throttle", &bytes).to_vec())
    }
}

/// What a counter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Allowed,
    /// Not yet.
    Wait {
        /// Seconds until it is allowed.
        seconds: i64,
    },
}

impl Verdict {
    /// Seconds to wait; 0 when allowed.
    #[must_use]
    pub fn seconds(self) -> i64 {
        match self {
            Self::Allowed => 0,
            Self::Wait { seconds } => seconds,
        }
    }

    fn until(blocked_until: Instant, now: Instant) -> Self {
        match blocked_until.seconds_left(now) {
            0 => Self::Allowed,
            seconds => Self::Wait { seconds },
        }
    }
}

/// How many are allowed in a window of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// How many.
    pub limit: u32,
    /// Length of the window, in seconds.
    pub window_s: i64,
}

/// A delay that grows with every failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Failures without a delay.
    pub free: u32,
    /// The first delay, in seconds; it doubles with each failure.
    pub first_s: i64,
    /// The longest delay, in seconds.
    pub longest_s: i64,
}

impl Growth {
    /// The delay after this many failures.
    fn delay_s(self, failures: i64) -> i64 {
        let over = failures - i64::from(self.free);
        if over <= 0 {
            return 0;
        }
        let doublings = u32::try_from(over - 1).unwrap_or(u32::MAX).min(40);
        self.first_s
            .saturating_mul(1 << doublings)
            .min(self.longest_s)
    }
}

struct Counter {
    count: i64,
    window_start: Instant,
    blocked_until: Option<Instant>,
}

/// Takes one from an allowance, if there is one left.
///
/// # Errors
/// Those of the store.
pub async fn spend(
    c: &mut Connection,
    portal: &Portal,
    key: &Key,
    allowance: Allowance,
) -> Result<Verdict, StoreError> {
    if !portal.config.limits.enabled {
        return Ok(Verdict::Allowed);
    }
    let now = portal.clock.now();
    let mut counter = load(c, key, now).await?;
    let end = counter.window_start.plus_s(allowance.window_s);
    if end <= now {
        (counter.count, counter.window_start) = (0, now);
    } else if counter.count >= i64::from(allowance.limit) {
        return Ok(Verdict::until(end, now));
    }
    counter.count += 1;
    save(c, key, &counter, now).await?;
    Ok(Verdict::Allowed)
}

/// Whether an allowance is used up; takes nothing from it.
///
/// # Errors
/// Those of the store.
pub async fn is_spent(
    c: &mut Connection,
    portal: &Portal,
    key: &Key,
    allowance: Allowance,
) -> Result<Verdict, StoreError> {
    if !portal.config.limits.enabled {
        return Ok(Verdict::Allowed);
    }
    let now = portal.clock.now();
    let counter = load(c, key, now).await?;
    let end = counter.window_start.plus_s(allowance.window_s);
    let is_spent = end > now && counter.count >= i64::from(allowance.limit);
    Ok(match is_spent {
        true => Verdict::until(end, now),
        false => Verdict::Allowed,
    })
}

/// Whether something may be tried now; counts nothing.
///
/// # Errors
/// Those of the store.
pub async fn look(c: &mut Connection, portal: &Portal, key: &Key) -> Result<Verdict, StoreError> {
    if !portal.config.limits.enabled {
        return Ok(Verdict::Allowed);
    }
    let now = portal.clock.now();
    let blocked_until = load(c, key, now).await?.blocked_until;
    Ok(blocked_until.map_or(Verdict::Allowed, |until| Verdict::until(until, now)))
}

/// Counts a failure; answers how long the next try has to wait.
///
/// # Errors
/// Those of the store.
pub async fn fail(
    c: &mut Connection,
    portal: &Portal,
    key: &Key,
    growth: Growth,
) -> Result<Verdict, StoreError> {
    if !portal.config.limits.enabled {
        return Ok(Verdict::Allowed);
    }
    let now = portal.clock.now();
    let mut counter = load(c, key, now).await?;
    // The window is moved on by every failure: it ends a day after the last.
    if counter.window_start.plus_s(FORGET_AFTER_S) <= now {
        counter.count = 0;
    }
    counter.count += 1;
    counter.window_start = now;
    let delay_s = growth.delay_s(counter.count);
    counter.blocked_until = (delay_s > 0).then(|| now.plus_s(delay_s));
    save(c, key, &counter, now).await?;
    Ok(counter
        .blocked_until
        .map_or(Verdict::Allowed, |until| Verdict::until(until, now)))
}

/// Takes back a failure that was counted in advance and turned out to be none.
///
/// # Errors
/// Those of the store.
pub async fn forgive(c: &mut Connection, portal: &Portal, key: &Key) -> Result<(), StoreError> {
    if !portal.config.limits.enabled {
        return Ok(());
    }
    let now = portal.clock.now();
    let mut counter = load(c, key, now).await?;
    counter.count = (counter.count - 1).max(0);
    // It was allowed, so nothing stood in its way.
    counter.blocked_until = None;
    save(c, key, &counter, now).await
}

/// Forgets a counter, after a success.
///
/// # Errors
/// Those of the store.
pub async fn clear(c: &mut Connection, portal: &Portal, key: &Key) -> Result<(), StoreError> {
    if portal.config.limits.enabled {
        c.execute(sql::CLEAR, &[key.0.clone().into()]).await?;
    }
    Ok(())
}

async fn load(c: &mut Connection, key: &Key, now: Instant) -> Result<Counter, StoreError> {
    Ok(
        match c.fetch_optional(sql::FIND, &[key.0.clone().into()]).await? {
            Some(row) => Counter {
                count: row.int(0)?,
                window_start: row.instant(1)?,
                blocked_until: row.opt_instant(2)?,
            },
            None => Counter {
                count: 0,
                window_start: now,
                blocked_until: None,
            },
        },
    )
}

async fn save(
    c: &mut Connection,
    key: &Key,
    counter: &Counter,
    now: Instant,
) -> Result<(), StoreError> {
    let values = [
        key.0.clone().into(),
        counter.count.into(),
        counter.window_start.into(),
        counter.blocked_until.into(),
        now.into(),
    ];
    c.execute(sql::SAVE, &values).await?;
    Ok(())
}

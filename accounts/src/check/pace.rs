//! Pauses between the calls to a registry.

use crate::portal::Portal;

/// The pause after this many polls in vain.
pub(super) fn poll_ms(portal: &Portal, polls: i64) -> i64 {
    let checks = &portal.config.checks;
    backoff(portal, polls, checks.poll_first_ms, checks.poll_max_ms)
}

/// The pause after this many failures.
pub(super) fn retry_ms(portal: &Portal, failures: i64) -> i64 {
    let checks = &portal.config.checks;
    backoff(portal, failures, checks.retry_first_ms, checks.retry_max_ms)
}

/// Doubles from the first pause to the longest. Half of it is left to chance, so that checks that met one failure do
/// not come back together.
fn backoff(portal: &Portal, times: i64, first_ms: i64, longest_ms: i64) -> i64 {
    let doublings = u32::try_from(times).unwrap_or(0).min(30);
    let full = first_ms.saturating_mul(1 << doublings).min(longest_ms);
    let mut bytes = [0; 4];
    portal.rng.fill(&mut bytes);
    let half = full / 2;
    half + half.saturating_mul(i64::from(u32::from_be_bytes(bytes))) / i64::from(u32::MAX)
}

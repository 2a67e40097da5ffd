//! When a failed message is tried again.

use crate::rng::Rng;

/// Tries before a message is given up: with the delays below, about a day and a half.
pub(super) const TRIES: i64 = 45;

const FIRST_MS: i64 = 1_000;
const LONGEST_MS: i64 = 3_600_000;

/// The delay after this many tries: it doubles from one second to one hour. Half of it is left to
/// chance, so that messages that failed together do not come back together.
pub(super) fn delay_ms(attempts: i64, rng: &dyn Rng) -> i64 {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(20);
    let full = (FIRST_MS << doublings).min(LONGEST_MS);
    let mut bytes = [0; 4];
    rng.fill(&mut bytes);
    let half = full / 2;
    half + half * i64::from(u32::from_be_bytes(bytes)) / i64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;

    #[test]
    fn delays_double_stay_within_half_and_end() {
        let rng = SeededRng::new(1);
        for (attempts, full) in [
            (1, 1_000),
            (2, 2_000),
            (5, 16_000),
            (13, LONGEST_MS),
            (45, LONGEST_MS),
        ] {
            for _ in 0..100 {
                let delay = delay_ms(attempts, &rng);
                assert!((full / 2..=full).contains(&delay), "{attempts}: {delay}");
            }
        }
        let different: std::collections::BTreeSet<_> = (0..50).map(|_| delay_ms(8, &rng)).collect();
        assert!(different.len() > 40, "delays repeat");
    }
}

//! Ids of rows: UUIDv7 as text, so that they sort by age.

use crate::clock::Clock;
use crate::rng::Rng;

/// A new id.
#[must_use]
pub fn new_id(clock: &dyn Clock, rng: &dyn Rng) -> String {
    let mut random = [0; 10];
    rng.fill(&mut random);
    let millis = u64::try_from(clock.now().millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Instant, ManualClock};
    use crate::rng::SeededRng;

    #[test]
    fn ids_are_version_seven_and_sort_by_time() {
        let (clock, rng) = (
            ManualClock::at(Instant::from_millis(1_700_000_000_000)),
            SeededRng::new(1),
        );
        let first = new_id(&clock, &rng);
        clock.advance_ms(1);
        let second = new_id(&clock, &rng);
        assert!(first < second, "{first} {second}");
        let parsed = uuid::Uuid::parse_str(&first).expect("an id is a UUID");
        assert_eq!(parsed.get_version_num(), 7);
    }
}

//! The chance of a walk: everything follows from its seed.

use accounts::rng::{Rng as _, SeededRng};

pub(crate) struct Dice(SeededRng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(SeededRng::new(seed))
    }

    /// A number below `limit`.
    pub(crate) fn below(&self, limit: usize) -> usize {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        let limit = u64::try_from(limit).expect("a small number");
        usize::try_from(u64::from_be_bytes(bytes) % limit).expect("a small number")
    }

    /// Whether a thing of so many per cent happens.
    pub(crate) fn chance(&self, per_cent: usize) -> bool {
        self.below(100) < per_cent
    }

    /// One of them.
    pub(crate) fn pick<'a, T>(&self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

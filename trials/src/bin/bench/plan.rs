//! How long everything takes.

use std::time::Duration;

use serde::Serialize;

/// What one run does.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Plan {
    /// Only a try.
    pub(crate) quick: bool,
    /// Rounds of bare hash, sign-ins and registrations in turn.
    pub(crate) rounds: usize,
    /// Seconds of each.
    pub(crate) round_s: u64,
    /// Accounts that sign in.
    pub(crate) accounts: usize,
    /// Requests for the start page, idle and under load alike.
    pub(crate) page_requests: u32,
    /// How many of them a second.
    pub(crate) pages_per_s: u32,
    /// Times each contact of a comparison is tried.
    pub(crate) comparisons: usize,
    /// Accounts of the small and of the large database.
    pub(crate) population: [u64; 2],
    /// Times every citizen's page is asked for in each of the two.
    pub(crate) turns: usize,
}

impl Plan {
    pub(crate) fn full() -> Self {
        Self {
            quick: false,
            rounds: 3,
            round_s: 20,
            accounts: 200,
            page_requests: 3_000,
            pages_per_s: 100,
            comparisons: 240,
            population: [1_000, 1_000_000],
            turns: 1_500,
        }
    }

    pub(crate) fn quick() -> Self {
        Self {
            quick: true,
            rounds: 2,
            round_s: 2,
            accounts: 24,
            page_requests: 300,
            comparisons: 12,
            population: [100, 10_000],
            turns: 50,
            ..Self::full()
        }
    }

    /// One of the rounds.
    pub(crate) fn round(&self) -> Duration {
        Duration::from_secs(self.round_s)
    }
}

//! Random walks: visitors do anything in any order, again and again, while time jumps, messages get lost and
//! come twice, and the process is killed. After every event the database and every page are as they must be.
//!
//! A walk follows from its seed but for the moments of the kills. `STUPENI_TEST_SEED` walks another one.

mod act;
mod choose;
pub(crate) mod dice;
mod eyes;
mod mail;
mod people;
mod process;
mod seen;
mod walker;
mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::fresh::Fresh;
use walker::Walker;

/// Events of one walk.
const EVENTS: usize = 520;

/// Walks on a database; tells the seed and the last steps if something is wrong.
async fn walk(fresh: Fresh, seed: u64) {
    let url = fresh.url.clone();
    let seed = chosen_seed().unwrap_or(seed);
    let walked = tokio::task::spawn_blocking(move || {
        let mut walker = Walker::new(&url, seed);
        let walked = catch_unwind(AssertUnwindSafe(|| walker.walk(EVENTS)));
        let trail = walker.trail();
        walker.close();
        walked.map_err(|panic| (panic, trail))
    });
    match walked.await.expect("the walk ends") {
        Ok(()) => {}
        Err((panic, trail)) => {
            tell(&format!("seed {seed}, the last steps:\n{trail}"));
            resume_unwind(panic)
        }
    }
}

#[expect(clippy::print_stderr, reason = "a failed walk tells how to repeat it")]
pub(crate) fn tell(text: &str) {
    eprintln!("{text}");
}

#[expect(
    clippy::disallowed_methods,
    reason = "whoever looks for trouble gives the seed"
)]
pub(crate) fn chosen_seed() -> Option<u64> {
    std::env::var("STUPENI_TEST_SEED").ok()?.parse().ok()
}

/// Makes two tests of each seed: one for each database.
macro_rules! walks {
    ($($name:ident = $seed:literal)*) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $crate::fresh::on_sqlite(|fresh| super::walk(fresh, $seed)).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $crate::fresh::on_postgres(|fresh| super::walk(fresh, $seed)).await;
            })*
        }
    };
}

walks! {
    first = 1
    second = 2
    third = 3
    fourth = 4
}

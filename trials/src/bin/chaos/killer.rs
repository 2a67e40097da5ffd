//! `kill -9`, again and again.

use std::time::Duration;

use trials::{Chance, Server, Trouble};

use crate::crowd::Crowd;
use crate::tally::{Tally, say};

/// Longest life between two kills, in milliseconds: several registrations long.
const LONGEST_LIFE_MS: u64 = 1_500;
/// One kill in so many meets a process that has hardly begun to start.
const UNREADY: u64 = 6;
const LINE_EVERY: u32 = 5;

/// Kills the portal so many times, and starts it after each.
pub(crate) async fn kill_again_and_again(
    server: &mut Server,
    kills: u32,
    chance: &mut Chance,
    crowd: &Crowd,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    let mut unready = false;
    for kill in 1..=kills {
        let longest = if unready { 200 } else { LONGEST_LIFE_MS };
        tokio::time::sleep(Duration::from_millis(chance.below(longest))).await;
        server.kill();
        // Sometimes nobody listens for a while.
        tokio::time::sleep(Duration::from_millis(chance.below(4) * 60)).await;
        unready = kill < kills && chance.below(UNREADY) == 0;
        let started = if unready {
            server.launch()
        } else {
            server.restart().await
        };
        let stop = started.is_err();
        tally.note(&format!("the start after kill {kill}"), started);
        if stop {
            return Err(Trouble::wrong("the portal is gone"));
        }
        if kill % LINE_EVERY == 0 {
            say(&format!("kill {kill} of {kills}: {}", crowd.so_far()));
        }
    }
    Ok(())
}

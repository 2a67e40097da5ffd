//! `make chaos`: the portal is killed at random moments while citizens register, and nothing may be lost.
//!
//! The sandbox runs alone beside it. At the end every account that was acknowledged signs in, none is
//! there by half, no contact has two, and every message has arrived, once.
#![expect(
    clippy::disallowed_methods,
    reason = "a run in real time takes it where it finds it"
)]

mod audit;
mod citizen;
mod crowd;
mod killer;
mod tally;

use std::process::ExitCode;

use clap::Parser;
use trials::{Chance, Sandbox, Setup, Trouble};

use crowd::Crowd;
use tally::{Tally, say};

/// Kills the portal in the middle of registrations.
#[derive(Parser)]
struct Arguments {
    /// How often it is killed.
    #[arg(long, default_value_t = 20)]
    kills: u32,
    /// Repeats the chances of another run: which moments, which ways.
    #[arg(long)]
    seed: Option<u64>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let seed = arguments.seed.unwrap_or_else(Chance::any_seed);
    say(&format!("chaos: {} kills, --seed {seed}", arguments.kills));
    let mut tally = Tally::default();
    let runtime = tokio::runtime::Runtime::new().map_err(Trouble::from);
    let ran = runtime.and_then(|runtime| runtime.block_on(run(arguments.kills, seed, &mut tally)));
    tally.note("the run itself", ran);
    if tally.close() {
        ExitCode::SUCCESS
    } else {
        say(&format!("this run had --seed {seed}"));
        ExitCode::FAILURE
    }
}

async fn run(kills: u32, seed: u64, tally: &mut Tally) -> Result<(), Trouble> {
    let sandbox = Sandbox::start().await?;
    // Hashes cost what they cost in production: a kill may fall into the middle of one.
    let setup = Setup::bare().set("limits.enabled", false);
    let mut server = setup.beside(&sandbox).start().await?;
    let mut chance = Chance::from_seed(seed);
    let crowd = Crowd::gather(&server, &mut chance);
    let killed = killer::kill_again_and_again(&mut server, kills, &mut chance, &crowd, tally).await;
    let ends = crowd.disperse().await;
    killed?;
    audit::everything(&server, &ends, kills, tally).await
}

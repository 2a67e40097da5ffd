//! `make bench`: bytes, speed and memory of the portal, printed as a table and written to `target/bench.json`.
//!
//! It starts the portal and a sandbox as processes of their own, with the settings of production but for the
//! limits, and is a cheap visitor itself. Its numbers mean something when the machine does nothing else.
#![expect(
    clippy::disallowed_methods,
    reason = "a measurement takes time and the environment where it finds them"
)]

mod bare;
mod browser;
mod bytes;
mod journey;
mod load;
mod machine;
mod memory;
mod others;
mod pages;
mod plan;
mod process;
mod rendering;
mod report;
mod scale;
mod site;
mod speed;
mod stage;
mod statistics;
mod strangers;
mod wire;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use trials::Trouble;

use plan::Plan;
use report::Report;
use stage::Stage;

/// Measures the portal.
#[derive(Parser)]
struct Arguments {
    /// Short rounds, to try the measurement out: the numbers mean little.
    #[arg(long)]
    quick: bool,
    /// One part alone, printed and not written: bytes, memory_idle, speed, memory_load, pages, rendering, strangers or scale.
    #[arg(long)]
    only: Option<String>,
    /// The bare hash alone, for so many seconds: the bench calls itself so.
    #[arg(long, hide = true)]
    bare_s: Option<u64>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(seconds) = arguments.bare_s {
        report::say(&bare::run(Duration::from_secs(seconds)));
        return ExitCode::SUCCESS;
    }
    let plan = match arguments.quick {
        true => Plan::quick(),
        false => Plan::full(),
    };
    match measure(&plan, arguments.only.as_deref()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            report::say(&format!("nothing could be measured: {trouble}"));
            ExitCode::FAILURE
        }
    }
}

/// Every measurement in turn; false when one of them could not be made.
fn measure(plan: &Plan, only: Option<&str>) -> Result<bool, Trouble> {
    let mut report = Report::begin(plan, only);
    let mut stage = Stage::set()?;
    report.part("bytes", || bytes::measure(&stage));
    report.part("memory_idle", || memory::idle(&stage));
    stage.people(plan)?;
    report.part("speed", || speed::measure(&stage, plan));
    report.part("memory_load", || memory::after_load(&stage));
    report.part("pages", || pages::measure(&stage, plan));
    report.part("rendering", || rendering::measure(&stage, plan));
    report.part("strangers", || strangers::measure(&stage, plan));
    report.part("scale", || scale::measure(&stage, plan));
    report.end()
}

//! How long the start page takes, at rest and while sign-ins use every core.

use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use trials::Trouble;

use crate::load::warm_up;
use crate::plan::Plan;
use crate::report::{Finding, Verdict};
use crate::stage::Stage;
use crate::statistics::place;
use crate::wire::Wire;

/// Browsers that take turns, so that a slow answer does not hold the next request up.
const BROWSERS: u32 = 4;
const FACTOR_LIMIT: f64 = 5.0;

/// The same requests at the same pace, twice.
#[derive(Debug, Serialize)]
pub(crate) struct Pages {
    idle: Times,
    saturated: Times,
    /// p99 under saturation in relation to p99 at rest.
    factor: f64,
}

/// From the first byte sent to the last one received, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
struct Times {
    requests: usize,
    p50_ms: f64,
    p99_ms: f64,
    longest_ms: f64,
}

pub(crate) fn measure(stage: &Stage, plan: &Plan) -> Result<Pages, Trouble> {
    paced(stage.address(), BROWSERS * 5, plan.pages_per_s)?;
    let idle = times(&paced(
        stage.address(),
        plan.page_requests,
        plan.pages_per_s,
    )?);
    let saturated = stage.while_signing_in(|_| {
        warm_up();
        paced(stage.address(), plan.page_requests, plan.pages_per_s)
    })?;
    let saturated = times(&saturated);
    Ok(Pages {
        idle,
        saturated,
        factor: saturated.p99_ms / idle.p99_ms,
    })
}

fn times(all: &[f64]) -> Times {
    Times {
        requests: all.len(),
        p50_ms: place(all, 0.5),
        p99_ms: place(all, 0.99),
        longest_ms: place(all, 1.0),
    }
}

/// So many requests at this pace; the milliseconds of each.
fn paced(address: SocketAddr, requests: u32, per_s: u32) -> Result<Vec<f64>, Trouble> {
    let pause = Duration::from_secs(1) / per_s;
    let begin = Instant::now() + pause;
    thread::scope(|scope| {
        let browsers: Vec<_> = (0..BROWSERS)
            .map(|browser| {
                scope.spawn(move || {
                    let mut wire = Wire::open(address)?;
                    let turns = (browser..requests).step_by(BROWSERS as usize);
                    turns
                        .map(|turn| ask_at(&mut wire, begin + pause * turn))
                        .collect::<Result<Vec<_>, Trouble>>()
                })
            })
            .collect();
        let mut all = Vec::new();
        for browser in browsers {
            let times = browser
                .join()
                .map_err(|_| Trouble::wrong("a visitor panicked"))?;
            all.extend(times?);
        }
        Ok(all)
    })
}

fn ask_at(wire: &mut Wire, moment: Instant) -> Result<f64, Trouble> {
    thread::sleep(moment.saturating_duration_since(Instant::now()));
    let begun = Instant::now();
    wire.get("/", "Accept-Encoding: br\r\n")?.whole()?;
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

impl Finding for Pages {
    const TITLE: &'static str = "Start page";

    fn rows(&self) -> Vec<(String, String)> {
        let of = |name: &str, times: Times| {
            let ms = |ms: f64| format!("{ms:.2} ms");
            [
                (
                    format!("{name}, p50 of {} requests", times.requests),
                    ms(times.p50_ms),
                ),
                (format!("{name}, p99"), ms(times.p99_ms)),
                (format!("{name}, longest"), ms(times.longest_ms)),
            ]
        };
        let rows = of("at rest", self.idle)
            .into_iter()
            .chain(of("while sign-ins saturate the hashing", self.saturated));
        rows.chain([("p99, factor".into(), format!("{:.2}", self.factor))])
            .collect()
    }

    fn verdicts(&self) -> Vec<Verdict> {
        vec![Verdict::new(
            format!("start page under saturation: p99 at most {FACTOR_LIMIT} times idle"),
            format!("{:.2}", self.factor),
            self.factor <= FACTOR_LIMIT,
        )]
    }
}

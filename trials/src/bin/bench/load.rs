//! Visitors who do the same again and again while something is measured.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use trials::Trouble;

use crate::process::Process;

/// Long enough for the queue to fill and memory to be touched.
const WARM_UP: Duration = Duration::from_secs(1);

/// So many turns a second, and what each cost the portal.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Rate {
    pub(crate) per_s: f64,
    /// Processor time of the portal for one.
    pub(crate) cpu_ms: f64,
}

/// What has been done so far.
pub(crate) struct Done(AtomicU64);

impl Done {
    fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Waits until the visitors are at full speed, then counts for so long.
    pub(crate) fn rate(&self, portal: Process, time: Duration) -> Result<Rate, Trouble> {
        warm_up();
        let (begun, count, cpu_ms) = (Instant::now(), self.count(), portal.cpu_ms()?);
        thread::sleep(time);
        let (seconds, done) = (begun.elapsed().as_secs_f64(), self.count() - count);
        let cpu_ms = portal.cpu_ms()? - cpu_ms;
        Ok(Rate {
            per_s: done as f64 / seconds,
            cpu_ms: cpu_ms / (done as f64).max(1.0),
        })
    }
}

/// Waits until the visitors are at full speed.
pub(crate) fn warm_up() {
    thread::sleep(WARM_UP);
}

/// Runs `work` while so many visitors take turn after turn. A visitor is made by `begin`; the first trouble of
/// any of them is the outcome.
pub(crate) fn while_visitors<V, T>(
    visitors: usize,
    begin: impl Fn() -> Result<V, Trouble> + Sync,
    turn: impl Fn(&mut V) -> Result<(), Trouble> + Sync,
    work: impl FnOnce(&Done) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let (done, stop, trouble) = (
        Done(AtomicU64::new(0)),
        AtomicBool::new(false),
        Mutex::new(None),
    );
    let outcome = thread::scope(|scope| {
        for _ in 0..visitors {
            scope.spawn(|| {
                let visit = || {
                    let mut visitor = begin()?;
                    while !stop.load(Ordering::Relaxed) {
                        turn(&mut visitor)?;
                        done.0.fetch_add(1, Ordering::Relaxed);
                    }
                    Ok(())
                };
                if let (Err(met), Ok(mut trouble)) = (visit(), trouble.lock()) {
                    trouble.get_or_insert(met);
                }
            });
        }
        let outcome = work(&done);
        stop.store(true, Ordering::Relaxed);
        outcome
    });
    match trouble.into_inner() {
        Ok(Some(trouble)) => Err(trouble),
        _ => outcome,
    }
}

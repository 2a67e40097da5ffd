//! What the cores did for others while something was measured.

use std::time::Instant;

use trials::Trouble;

use crate::machine::cores;
use crate::process::{Process, everybody_cpu_ms};

/// The processor times when a measurement began.
pub(crate) struct Others {
    ours: Vec<Process>,
    begun: Instant,
    everybody_ms: f64,
    ours_ms: f64,
}

impl Others {
    /// Begins to watch; these processes are ours, and this one is.
    pub(crate) fn watch(mut ours: Vec<Process>) -> Result<Self, Trouble> {
        ours.push(Process::own());
        Ok(Self {
            begun: Instant::now(),
            everybody_ms: everybody_cpu_ms()?,
            ours_ms: sum(&ours)?,
            ours,
        })
    }

    /// Share of all cores that others have had since then. What the kernel does for the network and the disk
    /// is nobody's, and counts here, too.
    pub(crate) fn share(&self) -> Result<f64, Trouble> {
        let others_ms = everybody_cpu_ms()? - self.everybody_ms - (sum(&self.ours)? - self.ours_ms);
        let all_ms = self.begun.elapsed().as_secs_f64() * 1_000.0 * cores() as f64;
        Ok((others_ms / all_ms).max(0.0))
    }
}

fn sum(processes: &[Process]) -> Result<f64, Trouble> {
    processes.iter().map(|process| process.cpu_ms()).sum()
}

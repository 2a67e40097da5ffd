//! What the kernel knows of a process.

use std::fs;

use trials::{Trouble, must};

/// Clock ticks a second in `/proc`: fixed by the kernel for everything it shows there.
const TICKS_PER_S: f64 = 100.0;

/// Processor time of everybody on this machine so far, in milliseconds.
pub(crate) fn everybody_cpu_ms() -> Result<f64, Trouble> {
    let stat = fs::read_to_string("/proc/stat")?;
    let fields = stat.lines().next().unwrap_or_default().split_whitespace();
    let ticks: Vec<f64> = fields
        .skip(1)
        .filter_map(|field| field.parse().ok())
        .collect();
    // user nice system idle iowait irq softirq steal; guests are in user already.
    let &[user, nice, system, _, _, irq, softirq, steal, ..] = ticks.as_slice() else {
        return Err(Trouble::wrong("an unreadable /proc/stat"));
    };
    Ok((user + nice + system + irq + softirq + steal) * 1_000.0 / TICKS_PER_S)
}

/// A process, looked at through `/proc`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process(pub(crate) u32);

impl Process {
    /// This process itself.
    pub(crate) fn own() -> Self {
        Self(std::process::id())
    }

    /// Processor time of all its threads, and of children that have ended, in milliseconds.
    pub(crate) fn cpu_ms(self) -> Result<f64, Trouble> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0))?;
        // The name may hold anything; what follows its closing bracket is numbers. User and system time
        // are fields 14 and 15 of the whole line, those of ended children the next two.
        let (_, rest) = stat
            .rsplit_once(')')
            .ok_or_else(|| Trouble::wrong("an unreadable /proc/PID/stat"))?;
        let times: Vec<f64> = rest
            .split_whitespace()
            .skip(11)
            .take(4)
            .filter_map(|field| field.parse().ok())
            .collect();
        must(times.len() == 4, || "an unreadable /proc/PID/stat".into())?;
        Ok(times.iter().sum::<f64>() * 1_000.0 / TICKS_PER_S)
    }

    /// Memory in use now, in MB.
    pub(crate) fn resident_mb(self) -> Result<f64, Trouble> {
        self.status_mb("VmRSS:")
    }

    /// The most it ever was.
    pub(crate) fn peak_mb(self) -> Result<f64, Trouble> {
        self.status_mb("VmHWM:")
    }

    /// The kernel's kB are KiB; a MB here is 1,000,000 bytes.
    fn status_mb(self, key: &str) -> Result<f64, Trouble> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0))?;
        let line = status.lines().find_map(|line| line.strip_prefix(key));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kib.map(|kib| kib * 1_024.0 / 1_000_000.0)
            .ok_or_else(|| Trouble::wrong(format!("no {key} in /proc/PID/status")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_there() {
        let own = Process::own();
        assert!(own.cpu_ms().is_ok());
        let (now, peak) = (own.resident_mb().unwrap(), own.peak_mb().unwrap());
        assert!(now > 0.1 && peak >= now * 0.9, "{now} {peak}");
    }
}

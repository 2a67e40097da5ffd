//! What the numbers were measured on.

use serde::Serialize;

/// The machine, as it says of itself.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    processor: String,
    cores: usize,
    memory_mb: u64,
    kernel: String,
    /// Processes that wanted a core in the last minute, before the bench began.
    load: f64,
}

impl Machine {
    pub(crate) fn here() -> Self {
        let number = |file: &str, key: &str| -> u64 {
            let value = value(file, key);
            value
                .split_whitespace()
                .next()
                .and_then(|digits| digits.parse().ok())
                .unwrap_or_default()
        };
        let load = text("/proc/loadavg");
        Self {
            processor: value("/proc/cpuinfo", "model name"),
            cores: cores(),
            memory_mb: number("/proc/meminfo", "MemTotal") / 1_000,
            kernel: text("/proc/sys/kernel/osrelease").trim().to_owned(),
            load: load
                .split(' ')
                .next()
                .and_then(|digits| digits.parse().ok())
                .unwrap_or_default(),
        }
    }
}

impl std::fmt::Display for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            processor,
            cores,
            memory_mb,
            kernel,
            load,
        } = self;
        write!(
            f,
            "{processor}, {cores} cores, {memory_mb} MB, Linux {kernel}; load before: {load}"
        )
    }
}

/// Cores of this machine: as many threads hash.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn text(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

/// What follows `key:` in a file of the kernel's.
fn value(file: &str, key: &str) -> String {
    let text = text(file);
    let line = text.lines().find(|line| line.starts_with(key));
    line.and_then(|line| line.split_once(':'))
        .map(|(_, value)| value.trim().to_owned())
        .unwrap_or_default()
}

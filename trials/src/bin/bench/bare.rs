//! The bare hash: what the cores could do if there were no portal around it. It runs in a process of its own,
//! with the portal's parameters, as many threads, and memory that each thread keeps, as the portal's do.

use std::process::Command;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use trials::{Trouble, must};

use crate::machine::cores;
use crate::process::Process;

/// As `[hashing]` in `Leptos.toml`.
const MEMORY_KIB: u32 = 19_456;
const ITERATIONS: u32 = 2;
const PARALLELISM: u32 = 1;

/// What the child tells its parent.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Bare {
    pub(crate) per_s: f64,
    /// Processor time of one hash.
    pub(crate) cpu_ms: f64,
}

/// Hashes for so long in a child process.
pub(crate) fn measure(time: Duration) -> Result<Bare, Trouble> {
    let output = Command::new(std::env::current_exe()?)
        .args(["--bare-s", &time.as_secs().to_string()])
        .output()?;
    must(output.status.success(), || "the bare hash failed".into())?;
    serde_json::from_slice(&output.stdout).map_err(|error| Trouble::wrong(error.to_string()))
}

/// The child: one line of JSON.
pub(crate) fn run(time: Duration) -> String {
    let start = Barrier::new(cores() + 1);
    let (rates, cpu_ms) = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores())
            .map(|_| scope.spawn(|| hash_for(time, &start)))
            .collect();
        start.wait();
        let before = Process::own().cpu_ms().unwrap_or_default();
        let rates: Vec<_> = threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .collect();
        let after = Process::own().cpu_ms().unwrap_or_default();
        (rates, after - before)
    });
    let hashes: f64 = rates.iter().map(|(hashes, _)| hashes).sum();
    let bare = Bare {
        per_s: rates.iter().map(|(hashes, seconds)| hashes / seconds).sum(),
        cpu_ms: cpu_ms / hashes.max(1.0),
    };
    serde_json::to_string(&bare).unwrap_or_default()
}

/// Hashes and seconds of one thread; its memory is touched before the clock starts.
fn hash_for(time: Duration, start: &Barrier) -> (f64, f64) {
    let params = Params::new(MEMORY_KIB, ITERATIONS, PARALLELISM, None).unwrap_or_default();
    let mut memory = vec![Block::default(); params.block_count()];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    let mut hash = |number: u64| {
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&number.to_be_bytes());
        argon.hash_password_into_with_memory(b"Zqbdfghkmp7!", &salt, &mut output, &mut memory)
    };
    let mut hashes = 0;
    let warm = hash(hashes);
    start.wait();
    let begun = Instant::now();
    while warm.is_ok() && begun.elapsed() < time && hash(hashes).is_ok() {
        hashes += 1;
    }
    (hashes as f64, begun.elapsed().as_secs_f64())
}

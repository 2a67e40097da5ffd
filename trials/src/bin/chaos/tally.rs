//! What passed and what failed.

use trials::Trouble;

/// Counts, and prints each failure when it happens.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Counts one thing that had to hold.
    pub(crate) fn note(&mut self, what: &str, outcome: Result<(), Trouble>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(trouble) => {
                self.failed += 1;
                say(&format!("FAILED {what}: {trouble}"));
            }
        }
    }

    /// Prints the last line; true when nothing failed.
    pub(crate) fn close(&self) -> bool {
        say(&format!("{} passed, {} failed", self.passed, self.failed));
        self.failed == 0
    }
}

/// A line for whoever watches.
#[expect(clippy::print_stdout, reason = "the terminal is what the run talks to")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

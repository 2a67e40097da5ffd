//! What a process wrote.

use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, Mutex, PoisonError};

/// The lines of one process after the other; clones share them.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    /// Every line so far.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether a line holds this text.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        self.lines().iter().any(|line| line.contains(text))
    }

    /// The lines that speak of a fault of the portal.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        let mut lines = self.lines();
        lines.retain(|line| line.contains("\"level\":\"ERROR\""));
        lines
    }

    /// The last lines, for a failure's text.
    #[must_use]
    pub fn tail(&self) -> String {
        let lines = self.lines();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }

    /// Reads a pipe to its end, in a thread of its own.
    pub(crate) fn drain(&self, pipe: impl Read + Send + 'static) {
        let log = self.clone();
        std::thread::spawn(move || {
            let mut reader = BufReader::new(pipe);
            let mut line = Vec::new();
            while matches!(reader.read_until(b'\n', &mut line), Ok(count) if count > 0) {
                let text = String::from_utf8_lossy(&line).trim_end().to_owned();
                log.0
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(text);
                line.clear();
            }
        });
    }
}

//! The table and `target/bench.json`.

use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Map, Value, json};
use trials::Trouble;

use crate::machine::Machine;
use crate::plan::Plan;

/// Width of a row's name.
const NAME: usize = 58;

/// What one measurement found.
pub(crate) trait Finding: Serialize {
    /// Heading of its part of the table.
    const TITLE: &'static str;

    /// Names and values, as they are printed.
    fn rows(&self) -> Vec<(String, String)>;

    /// What was promised and whether it holds.
    fn verdicts(&self) -> Vec<Verdict> {
        Vec::new()
    }
}

/// A promise and what became of it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verdict {
    promise: String,
    measured: String,
    holds: bool,
}

impl Verdict {
    pub(crate) fn new(
        promise: impl Into<String>,
        measured: impl Into<String>,
        holds: bool,
    ) -> Self {
        Self {
            promise: promise.into(),
            measured: measured.into(),
            holds,
        }
    }
}

/// Everything found so far. Each part is printed as soon as it is known.
pub(crate) struct Report {
    only: Option<String>,
    parts: Map<String, Value>,
    verdicts: Vec<Verdict>,
    failed: bool,
}

impl Report {
    pub(crate) fn begin(plan: &Plan, only: Option<&str>) -> Self {
        let machine = Machine::here();
        say(&format!("{machine}"));
        if plan.quick {
            say("A quick try: the numbers below mean little.");
        }
        let mut parts = Map::new();
        parts.insert("machine".into(), json!(machine));
        parts.insert("plan".into(), json!(plan));
        Self {
            only: only.map(str::to_owned),
            parts,
            verdicts: Vec::new(),
            failed: false,
        }
    }

    /// Makes a measurement, unless only another one is asked for, and takes in what it found or why it could
    /// not be made.
    pub(crate) fn part<F: Finding>(
        &mut self,
        key: &str,
        measure: impl FnOnce() -> Result<F, Trouble>,
    ) {
        if self.only.as_ref().is_some_and(|only| only != key) {
            return;
        }
        say(&format!("\n{}", F::TITLE));
        match measure() {
            Ok(finding) => {
                for (name, value) in finding.rows() {
                    say(&row(&name, &value));
                }
                self.verdicts.extend(finding.verdicts());
                self.parts.insert(key.into(), json!(finding));
            }
            Err(trouble) => {
                say(&format!("  could not be measured: {trouble}"));
                self.parts
                    .insert(key.into(), json!({ "trouble": trouble.to_string() }));
                self.failed = true;
            }
        }
    }

    /// Prints the promises and, after a whole run, writes the file; false when something could not be
    /// measured.
    pub(crate) fn end(mut self) -> Result<bool, Trouble> {
        say("\nPromises");
        for verdict in &self.verdicts {
            let word = if verdict.holds { "ok" } else { "MISSED" };
            say(&format!(
                "{}  {word}",
                row(&verdict.promise, &verdict.measured)
            ));
        }
        if self.only.is_some() {
            return Ok(!self.failed);
        }
        self.parts.insert("promises".into(), json!(self.verdicts));
        let text = serde_json::to_string_pretty(&self.parts)
            .map_err(|error| Trouble::wrong(error.to_string()))?;
        let path = file()?;
        std::fs::write(&path, text + "\n")?;
        say(&format!("\n{}", path.display()));
        Ok(!self.failed)
    }
}

/// `bench.json` in the target folder this binary stands in.
fn file() -> Result<PathBuf, Trouble> {
    let own = std::env::current_exe()?;
    own.ancestors()
        .nth(2)
        .map(|target| target.join("bench.json"))
        .ok_or_else(|| Trouble::wrong("this binary stands in no target folder"))
}

fn row(name: &str, value: &str) -> String {
    let gap = NAME.saturating_sub(name.chars().count());
    format!("  {name}{:gap$}{value:>14}", "")
}

/// A line for the person at the terminal.
#[expect(clippy::print_stdout, reason = "the table is the result")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

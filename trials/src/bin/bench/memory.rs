//! Memory of the portal's process. The sandbox is a process of its own and does not count.

use std::time::Duration;

use serde::Serialize;
use trials::{Person, Trouble};

use crate::browser::Browser;
use crate::journey::Newcomer;
use crate::report::{Finding, Verdict};
use crate::stage::Stage;

const VISITS: usize = 100;
const REGISTRATIONS: usize = 10;
/// Until what is only needed for a moment has been given back.
const REST: Duration = Duration::from_secs(5);
const IDLE_LIMIT_MB: f64 = 40.0;

/// After a few visitors, at rest.
#[derive(Debug, Serialize)]
pub(crate) struct Idle {
    start_mb: f64,
    idle_mb: f64,
}

/// While sign-ins and registrations used every core, and at rest again.
#[derive(Debug, Serialize)]
pub(crate) struct AfterLoad {
    peak_mb: f64,
    idle_mb: f64,
}

pub(crate) fn idle(stage: &Stage) -> Result<Idle, Trouble> {
    let start_mb = stage.process().resident_mb()?;
    for _ in 0..VISITS {
        visit(stage)?;
    }
    let mut newcomer = Newcomer::arrive(stage.address(), stage.sandbox())?;
    for _ in 0..REGISTRATIONS {
        newcomer.register(&Person::new())?;
    }
    drop(newcomer);
    std::thread::sleep(REST);
    Ok(Idle {
        start_mb,
        idle_mb: stage.process().resident_mb()?,
    })
}

/// A first visit: a connection, two pages and the files they need.
fn visit(stage: &Stage) -> Result<(), Trouble> {
    let mut browser = Browser::open(stage.address())?;
    browser.get("/")?;
    browser.get("/register")?;
    for file in &stage.files {
        browser.get(file)?;
    }
    Ok(())
}

pub(crate) fn after_load(stage: &Stage) -> Result<AfterLoad, Trouble> {
    let peak_mb = stage.process().peak_mb()?;
    std::thread::sleep(REST);
    Ok(AfterLoad {
        peak_mb,
        idle_mb: stage.process().resident_mb()?,
    })
}

fn mb(mb: f64) -> String {
    format!("{mb:.1} MB")
}

impl Finding for Idle {
    const TITLE: &'static str = "Memory at rest (resident, the sandbox apart)";

    fn rows(&self) -> Vec<(String, String)> {
        vec![
            ("after the start".into(), mb(self.start_mb)),
            (
                format!("after {VISITS} visits and {REGISTRATIONS} registrations"),
                mb(self.idle_mb),
            ),
        ]
    }

    fn verdicts(&self) -> Vec<Verdict> {
        vec![Verdict::new(
            format!("memory at rest: at most {IDLE_LIMIT_MB} MB"),
            mb(self.idle_mb),
            self.idle_mb <= IDLE_LIMIT_MB,
        )]
    }
}

impl Finding for AfterLoad {
    const TITLE: &'static str = "Memory under load";

    fn rows(&self) -> Vec<(String, String)> {
        vec![
            ("peak".into(), mb(self.peak_mb)),
            (
                format!("{} s after the load", REST.as_secs()),
                mb(self.idle_mb),
            ),
        ]
    }
}

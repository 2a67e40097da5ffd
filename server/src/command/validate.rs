//! `stupeni validate FIELD`: the field rules for scripts and testers.

use std::io::{BufRead, Write};

use accounts::clock::{Clock, SystemClock};
use domain::date::Date;
use domain::judge;
use unicode::Tables;

use crate::settings::Settings;

use super::Failure;

/// Reads standard input line by line; every line is answered before the next is read.
pub(crate) fn run(field: &str, settings: &Settings) -> Result<(), Failure> {
    let rules = judge::Settings {
        password: accounts::credential::rules(&settings.password),
        today: Date::in_moscow(SystemClock.now().millis()),
    };
    let mut out = std::io::stdout().lock();
    let broken_pipe = |_| Failure::new(1, "");
    if !judge::knows(field) {
        return Err(Failure::new(2, format!("unknown field «{field}»")));
    }
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let number = index + 1;
        let line = line.map_err(|_| Failure::new(2, format!("line {number}: not UTF-8")))?;
        let verdict = judge::judge_line(field, &line, &rules, &Tables)
            .map_err(|error| Failure::new(2, format!("line {number}: {error}")))?;
        writeln!(out, "{verdict}").map_err(broken_pipe)?;
    }
    out.flush().map_err(broken_pipe)
}

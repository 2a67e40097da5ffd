//! Sign-ins and registrations a second, as shares of what the bare hash could do.

use serde::Serialize;
use trials::Trouble;

use crate::bare::{self, Bare};
use crate::load::Rate;
use crate::machine::cores;
use crate::plan::Plan;
use crate::report::{Finding, Verdict};
use crate::stage::Stage;
use crate::statistics::median;

const SIGN_IN_SHARE: f64 = 0.90;
/// More than this share of the cores for others, and a round is made again.
const DISTURBED: f64 = 0.03;
/// How many are made again at most.
const AGAIN: usize = 3;

/// Medians over the quietest rounds, and all rounds from the quietest on.
#[derive(Debug, Serialize)]
pub(crate) struct Speed {
    threads: usize,
    bare_per_s: f64,
    bare_cpu_ms: f64,
    sign_ins_per_s: f64,
    sign_in_share: f64,
    sign_in_cpu_ms: f64,
    /// One hash each.
    registrations_per_s: f64,
    registration_share: f64,
    registration_cpu_ms: f64,
    /// The most that others had of the cores in a round that counts.
    others_share: f64,
    rounds: Vec<Round>,
}

#[derive(Debug, Serialize)]
struct Round {
    bare: Bare,
    sign_ins: Rate,
    registrations: Rate,
    others_share: f64,
}

impl Round {
    fn is_quiet(&self) -> bool {
        self.others_share <= DISTURBED
    }
}

fn round(stage: &Stage, plan: &Plan) -> Result<Round, Trouble> {
    let others = stage.others()?;
    Ok(Round {
        bare: bare::measure(plan.round())?,
        sign_ins: stage.while_signing_in(|done| done.rate(stage.process(), plan.round()))?,
        registrations: stage.while_registering(|done| done.rate(stage.process(), plan.round()))?,
        others_share: others.share()?,
    })
}

pub(crate) fn measure(stage: &Stage, plan: &Plan) -> Result<Speed, Trouble> {
    let mut rounds = Vec::new();
    let enough = |rounds: &[Round]| {
        let quiet = rounds.iter().filter(|round| round.is_quiet()).count();
        quiet >= plan.rounds || rounds.len() >= plan.rounds + AGAIN
    };
    while !enough(&rounds) {
        rounds.push(round(stage, plan)?);
    }
    rounds.sort_by(|one, other| one.others_share.total_cmp(&other.others_share));
    let counted = &rounds[..plan.rounds];
    let middle =
        |number: fn(&Round) -> f64| median(&counted.iter().map(number).collect::<Vec<_>>());
    let bare_per_s = middle(|round| round.bare.per_s);
    let sign_ins_per_s = middle(|round| round.sign_ins.per_s);
    let registrations_per_s = middle(|round| round.registrations.per_s);
    Ok(Speed {
        threads: cores(),
        bare_per_s,
        bare_cpu_ms: middle(|round| round.bare.cpu_ms),
        sign_ins_per_s,
        sign_in_share: sign_ins_per_s / bare_per_s,
        sign_in_cpu_ms: middle(|round| round.sign_ins.cpu_ms),
        registrations_per_s,
        registration_share: registrations_per_s / bare_per_s,
        registration_cpu_ms: middle(|round| round.registrations.cpu_ms),
        others_share: counted.last().map_or(0.0, |round| round.others_share),
        rounds,
    })
}

impl Finding for Speed {
    const TITLE: &'static str = "Speed, medians (Argon2id m=19456 t=2 p=1, SQLite, fsync on)";

    fn rows(&self) -> Vec<(String, String)> {
        let row = |name: &str, value: String| (name.to_owned(), value);
        let ms = |ms: f64| format!("{ms:.2} ms");
        vec![
            row(
                "cores taken by others meanwhile, at most",
                format!("{:.1} %", self.others_share * 100.0),
            ),
            row("bare hash, threads", self.threads.to_string()),
            row("bare hashes a second", format!("{:.2}", self.bare_per_s)),
            row("sign-ins a second", format!("{:.2}", self.sign_ins_per_s)),
            row("  share of bare", format!("{:.3}", self.sign_in_share)),
            row(
                "registrations a second (one hash each)",
                format!("{:.2}", self.registrations_per_s),
            ),
            row("  share of bare", format!("{:.3}", self.registration_share)),
            row("processor time of a bare hash", ms(self.bare_cpu_ms)),
            row(
                "processor time of the portal for a sign-in",
                ms(self.sign_in_cpu_ms),
            ),
            row(
                "  share of bare by processor time, visitors not counted",
                format!("{:.3}", self.bare_cpu_ms / self.sign_in_cpu_ms),
            ),
            row(
                "processor time of the portal for a registration",
                ms(self.registration_cpu_ms),
            ),
        ]
    }

    fn verdicts(&self) -> Vec<Verdict> {
        vec![Verdict::new(
            format!("sign-ins: at least {SIGN_IN_SHARE:.2} of the bare hash"),
            format!("{:.3}", self.sign_in_share),
            self.sign_in_share >= SIGN_IN_SHARE,
        )]
    }
}

//! How a registry answers to one number or to all, as a tester wants it.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Outcome};
use super::word::{self, Word};
use super::{Registry, limits};

/// The key of a rule for every number.
pub(crate) const ANY: &str = "*";
/// Longest delay: thirty days.
pub(crate) const LONGEST_DELAY_MS: i64 = 2_592_000_000;

/// How a registry fails.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Fault {
    /// It does not.
    #[default]
    Ok,
    /// Takes neither requests nor polls.
    Down,
    /// Takes its time before each HTTP answer.
    Slow,
    /// Calls before it hands out the ticket.
    OutOfOrder,
    /// Tells another outcome at every poll after the first answered one.
    Contradictory,
}

impl Word for Fault {
    const ALL: &'static [Self] = &[
        Self::Ok,
        Self::Down,
        Self::Slow,
        Self::OutOfOrder,
        Self::Contradictory,
    ];

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Ok => ("ok", "нет"),
            Self::Down => ("down", "недоступен"),
            Self::Slow => ("slow", "отвечает через 20 секунд"),
            Self::OutOfOrder => (
                "out_of_order",
                "зовёт портал раньше, чем выдаёт номер запроса",
            ),
            Self::Contradictory => ("contradictory", "противоречит себе"),
        }
    }
}

/// A rule, as JSON on the wire and in the file.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    #[serde(with = "word")]
    pub(crate) registry: Registry,
    /// The canonical number, or `*`.
    pub(crate) key: String,
    #[serde(with = "word")]
    pub(crate) outcome: Outcome,
    #[serde(default)]
    pub(crate) fields: Vec<String>,
    /// From the request to its answer.
    #[serde(default)]
    pub(crate) delay_ms: i64,
    /// Calls twice.
    #[serde(default)]
    pub(crate) duplicate: bool,
    #[serde(with = "word", default)]
    pub(crate) fault: Fault,
}

impl Rule {
    /// Where nobody made a rule: all is right, after two seconds.
    pub(crate) fn usual(registry: Registry) -> Self {
        Self {
            registry,
            key: ANY.to_owned(),
            outcome: Outcome::Match,
            fields: Vec::new(),
            delay_ms: 2_000,
            duplicate: false,
            fault: Fault::Ok,
        }
    }

    /// What is wrong with a rule that came from outside, as one line.
    pub(crate) fn check(&self) -> Result<(), String> {
        if self.key != ANY {
            limits::number("key", &self.key).map_err(|why| format!("{why}, or {ANY}"))?;
        }
        limits::names("fields", self.fields.iter())?;
        if !(0..=LONGEST_DELAY_MS).contains(&self.delay_ms) {
            return Err(format!("delay_ms: 0 to {LONGEST_DELAY_MS}"));
        }
        Ok(())
    }

    /// What the registry tells under this rule; `None`: nothing, ever.
    pub(crate) fn answer(&self) -> Option<Answer> {
        let (outcome, fields) = (self.outcome, self.fields.clone());
        (outcome != Outcome::Silent).then_some(Answer { outcome, fields })
    }

    /// How often the asker is called.
    pub(crate) fn calls(&self) -> usize {
        1 + usize::from(self.duplicate)
    }
}

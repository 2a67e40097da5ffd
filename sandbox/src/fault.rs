//! Faults a tester asks for: a channel that is down, slow, or loses its answers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::message::Channel;

/// How a channel behaves.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mode {
    /// As it should.
    #[default]
    Ok,
    /// Refuses with a temporary error.
    Down,
    /// Answers after `delay_ms`.
    Slow,
    /// Keeps the message, but the sender gets no answer and repeats.
    Twice,
}

/// A rule for a channel; `count` messages (all when absent) fall under it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Rule {
    pub(crate) channel: Channel,
    pub(crate) mode: Mode,
    #[serde(default)]
    pub(crate) delay_ms: u64,
    #[serde(default)]
    pub(crate) count: Option<u32>,
}

/// The rules in force, shared by HTTP and SMTP.
#[derive(Clone, Default)]
pub(crate) struct Faults(Arc<Mutex<HashMap<Channel, Rule>>>);

impl Faults {
    pub(crate) fn set(&self, rule: Rule) {
        self.rules(|rules| rules.insert(rule.channel, rule));
    }

    pub(crate) fn all(&self) -> Vec<Rule> {
        self.rules(|rules| {
            let in_force = Channel::ALL.iter().filter_map(|channel| rules.get(channel));
            in_force.cloned().collect()
        })
    }

    /// The mode for the next message of the channel; waits first where the rule says so.
    pub(crate) async fn next(&self, channel: Channel) -> Mode {
        let (mode, delay_ms) = self.take(channel);
        if delay_ms > 0 {
            tokio::time::sleep(Duration::from_millis(delay_ms)).await;
        }
        mode
    }

    fn take(&self, channel: Channel) -> (Mode, u64) {
        self.rules(|rules| {
            let Some(rule) = rules.get_mut(&channel) else {
                return (Mode::Ok, 0);
            };
            let taken = (rule.mode, rule.delay_ms);
            if let Some(left) = &mut rule.count {
                *left = left.saturating_sub(1);
                if *left == 0 {
                    rules.remove(&channel);
                }
            }
            taken
        })
    }

    fn rules<T>(&self, work: impl FnOnce(&mut HashMap<Channel, Rule>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

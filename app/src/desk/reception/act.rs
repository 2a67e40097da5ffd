//! What a page of receptions says about the last submission.

use accounts::outcome::Outcome;
use accounts::{Flash, Refusal};

use crate::components::live::Failure;
use crate::messages;

/// The message of a refusal that no rule of a field names.
pub(super) fn text(refusal: &Refusal, wait_s: Option<i64>) -> String {
    let outcome = Outcome::from_code(&refusal.code);
    let text = outcome.map(|outcome| messages::outcome(outcome, wait_s));
    match (text, refusal.number) {
        (Some(text), Some(number)) => format!("{text}, сейчас {number}"),
        (text, _) => text.unwrap_or_default(),
    }
}

/// The message beside a control; empty: nothing is wrong with it.
pub(super) fn beside(refusals: &[Refusal], flash: Option<&Flash>, id: &str) -> String {
    let said = flash.into_iter().flat_map(|flash| &flash.codes);
    let mut own = refusals.iter().chain(said).filter(|own| own.field == id);
    let wait_s = flash.and_then(|flash| flash.wait_s);
    own.next().map(|own| text(own, wait_s)).unwrap_or_default()
}

/// Every message with its control.
pub(super) fn failures(refusals: &[Refusal], flash: Option<&Flash>) -> Vec<Failure> {
    let said = flash.into_iter().flat_map(|flash| &flash.codes);
    let wait_s = flash.and_then(|flash| flash.wait_s);
    refusals
        .iter()
        .chain(said)
        .filter(|own| !own.field.is_empty())
        .map(|own| Failure {
            id: own.field.clone(),
            message: text(own, wait_s),
        })
        .collect()
}

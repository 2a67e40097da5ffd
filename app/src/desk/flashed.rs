//! What the last submission left behind, field by field.

use accounts::outcome::Outcome;
use accounts::{Flash, Refusal};

use crate::components::live::Failure;
use crate::messages;

/// The message beside a field; empty: nothing is wrong with it.
pub(super) fn beside(flash: Option<&Flash>, field: &str) -> String {
    let mut refusals = flash.into_iter().flat_map(|flash| &flash.codes);
    let own = refusals.find(|refusal| refusal.field == field);
    own.map(text).unwrap_or_default()
}

/// Every message with the control it belongs to.
pub(super) fn all(flash: Option<&Flash>) -> Vec<Failure> {
    let refusals = flash.into_iter().flat_map(|flash| &flash.codes);
    let fields = refusals.filter(|refusal| !refusal.field.is_empty());
    fields
        .map(|refusal| Failure {
            id: refusal.field.clone(),
            message: text(refusal),
        })
        .collect()
}

fn text(refusal: &Refusal) -> String {
    let outcome = Outcome::from_code(&refusal.code);
    let text = outcome.map(|outcome| messages::outcome(outcome, None));
    match (text, refusal.number) {
        (Some(text), Some(number)) => format!("{text}, сейчас {number}"),
        (text, _) => text.unwrap_or_default(),
    }
}

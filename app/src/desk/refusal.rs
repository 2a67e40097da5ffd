//! What the page of a case says about the last submission, field by field.

use accounts::Refusal;
use accounts::desk::CaseView;
use accounts::outcome::Outcome;

use crate::components::live::Failure;
use crate::messages;

/// The message beside a field; empty: nothing is wrong with it.
pub(super) fn beside(case: &CaseView, field: &str) -> String {
    let refusals = case.flash.iter().flat_map(|flash| &flash.codes);
    let mut own = refusals.filter(|refusal| refusal.field == field);
    own.next().map(text).unwrap_or_default()
}

/// Every message with the control it belongs to. The name of a field in a refusal is the id of its control.
pub(super) fn all(case: &CaseView) -> Vec<Failure> {
    let refusals = case.flash.iter().flat_map(|flash| &flash.codes);
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

//! What the last submission left behind, field by field.

use accounts::outcome::Outcome;
use accounts::{Flash, Refusal};

use crate::components::live::Failure;
use crate::messages;

/// The message beside a field; empty: nothing is wrong with it.
pub(super) fn beside(flash: Option<&Flash>, field: &str) -> String {
    beside_with(&[], flash, field)
}

/// The same, where the page has found more.
pub(super) fn beside_with(found: &[Refusal], flash: Option<&Flash>, field: &str) -> String {
    let mut own = all_refusals(found, flash).filter(|refusal| refusal.field == field);
    own.next()
        .map(|own| text(own, wait_s(flash)))
        .unwrap_or_default()
}

/// Every message with the control it belongs to.
pub(super) fn all(flash: Option<&Flash>) -> Vec<Failure> {
    all_with(&[], flash)
}

/// The same, where the page has found more.
pub(super) fn all_with(found: &[Refusal], flash: Option<&Flash>) -> Vec<Failure> {
    all_refusals(found, flash)
        .filter(|refusal| !refusal.field.is_empty())
        .map(|refusal| Failure {
            id: refusal.field.clone(),
            message: text(refusal, wait_s(flash)),
        })
        .collect()
}

fn all_refusals<'a>(
    found: &'a [Refusal],
    flash: Option<&'a Flash>,
) -> impl Iterator<Item = &'a Refusal> {
    found
        .iter()
        .chain(flash.into_iter().flat_map(|flash| &flash.codes))
}

fn wait_s(flash: Option<&Flash>) -> Option<i64> {
    flash.and_then(|flash| flash.wait_s)
}

fn text(refusal: &Refusal, wait_s: Option<i64>) -> String {
    let outcome = Outcome::from_code(&refusal.code);
    let text = outcome.map(|outcome| messages::outcome(outcome, wait_s));
    match (text, refusal.number) {
        (Some(text), Some(number)) => format!("{text}, сейчас {number}"),
        (text, _) => text.unwrap_or_default(),
    }
}

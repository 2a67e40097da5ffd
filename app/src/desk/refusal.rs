//! What the page of a case says about the last submission, field by field.

use accounts::desk::CaseView;

use super::flashed;
use crate::components::live::Failure;

/// The message beside a field; empty: nothing is wrong with it.
pub(super) fn beside(case: &CaseView, field: &str) -> String {
    flashed::beside(case.flash.as_ref(), field)
}

/// Every message with the control it belongs to. The name of a field in a refusal is the id of its control.
pub(super) fn all(case: &CaseView) -> Vec<Failure> {
    flashed::all(case.flash.as_ref())
}

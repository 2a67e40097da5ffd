//! The desk: operators sign in, and specialists decide the cases that no registry can decide. Every act is
//! in the journal; what a citizen has typed is masked until it is asked for.

mod act;
mod begin;
mod case;
mod current;
mod decide;
mod decision;
mod field;
mod input;
mod note;
mod papers;
mod password;
mod queue;
mod reason;
mod reveal;
mod seat;
mod second;
mod sign_in;
mod sign_out;
mod take;
mod view;

mod centres;
mod journal;
mod operators;

pub use crate::check::Cause;
pub use current::{SeatView, current};
pub use decide::{DecisionInput, decide};
pub use field::fields_of;
pub use input::{AnswerInput, DeskPasswordInput, DeskSignInInput, RevealInput};
pub use papers::open_file;
pub use password::{change as change_password, rules as password_rules};
pub use queue::{Order, QueueRow, QueueView, queue};
pub use reason::{REASON_LENGTH, RevealReason};
pub use reveal::reveal;
pub use second::{agree, reject};
pub use sign_in::sign_in;
pub use sign_out::sign_out;
pub use take::take;
pub use view::{CaseView, FieldView, HoldView, ProposalView, Shown, view};

pub use journal::{
    ChainCheck, ChainState, FilterFault, JournalFilter, JournalLine, JournalView, Who, check_chain,
    journal,
};

pub use centres::{CentreSaved, CentresView, centres, save_centre};
pub use operators::{
    AddOperatorInput, Issue, OperatorView, OperatorsView, add_operator, disable_operator, operator,
    operators, place_operator, reset_operator,
};

pub(crate) use begin::forget_failures;
pub(crate) use reason::{refusal as reason_refusal, written as written_reason};
pub(crate) use seat::administrator;
pub(crate) use seat::{Seat, require_operator};

/// The desk's sign-in page that leads on to `return_to` afterwards; it leads nowhere but to the desk.
#[must_use]
pub fn login_path(return_to: &str) -> String {
    crate::return_path::desk_login_path(return_to)
}

//! Receptions: a citizen stands before an operator, who compares, registers, restores access (R-CTR-08, R-OPR, R-RCV-03).
//! An operator sees nobody's data but those of whom they have looked up by a living code or by documents in hand, and
//! these for a few hours; every look-up and every act is in the journal.

mod act;
mod confirm;
mod contact;
mod finish;
mod judge;
mod list;
mod look_up;
mod open;
mod refuse;
mod registration;
mod restoration;
mod row;
mod scan;
mod settle;
mod sheet;
mod view;
mod workplace;

pub use confirm::{confirm, save};
pub use contact::{prove_contact, send_code};
pub use list::{DeskView, RestorationRow, ShiftRow, desk};
pub use look_up::DocumentsInput;
pub use open::{begin_registration, open_by_code, open_by_documents};
pub use refuse::{RefusalInput, RefusalReason, refuse};
pub use restoration::{agree, reject, stop};
pub use row::{Kind, State};
pub use sheet::{Handed, Representative, SheetInput};
pub use view::{Paper, ReceptionView, SheetRow, SheetView, Stage, paper, view};
pub use workplace::{PATH as WORKPLACE, WorkplaceView, choose as choose_workplace, workplace};

pub(crate) use scan::{SCANS, scanned_for};
pub(crate) use settle::{checks_failed, checks_passed, compared_profile, restoration_used};

/// Where citizens are looked up.
pub const VISITS: &str = "/desk/visits";
/// Where somebody without an account is registered.
pub const REGISTRATION: &str = "/desk/registration";

/// The page of a reception.
#[must_use]
pub fn path(id: &str) -> String {
    format!("{VISITS}/{id}")
}

//! `/desk/journal`: an auditor sees who did what. Names of citizens are not in it: an account is its number.

mod check;
mod filter;
mod line;
mod read;

pub use check::{ChainCheck, ChainState, check_chain};
pub use filter::{FilterFault, JournalFilter};
pub use line::{JournalLine, Who};
pub use read::{JournalView, journal};

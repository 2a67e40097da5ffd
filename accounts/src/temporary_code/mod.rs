//! Codes that a centre hands out for one sign-in (D-54, R-LOG-14). Whoever has one gets no session by it: only the page on
//! which a password of their own is chosen.

mod admit;
mod redeem;
mod row;

pub(crate) use admit::{Admission, admit};
pub(crate) use redeem::{redeem, take_back};
pub(crate) use row::{TemporaryCode, find, let_work, put};

use domain::paper_code::PaperCode;
use zeroize::Zeroizing;

/// What was typed as a password, if it can be such a code.
pub(crate) fn typed(password: &str) -> Option<Zeroizing<String>> {
    let code = PaperCode::parse(password).ok()?;
    Some(Zeroizing::new(code.value().to_owned()))
}

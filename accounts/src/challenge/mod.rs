//! Codes and links that prove a contact: sending, counting, checking.

mod check;
mod order;
mod row;
mod send;
mod step;
mod view;

pub(crate) use check::{Checked, check};
pub(crate) use order::Order;
pub(crate) use send::{Sending, Wish, send};
pub(crate) use step::{CodePage, Typed, code_view};
pub use view::CodeView;

/// Purpose of the digests of codes.
const MAC: &str = "code";

/// What is digested: the code bound to its challenge.
fn mac_text(challenge_id: &str, code: &str) -> Vec<u8> {
    format!("{challenge_id}/{code}").into_bytes()
}

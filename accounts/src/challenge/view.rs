//! What a code page says about the code it waits for.

use domain::field::contact::ContactKind;

/// Where the code went and how long it lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView {
    /// Phone or e-mail.
    pub kind: ContactKind,
    /// The contact, in full: the person has just typed it.
    pub contact: String,
    /// Seconds until it can be sent again; 0: now.
    pub resend_in_s: i64,
    /// Seconds the newest code still lives; 0: it is too old, or none was sent.
    pub expires_in_s: i64,
    /// A voice call is offered.
    pub call_offered: bool,
    /// Too many wrong codes: seconds until a new one can be asked for; 0: now.
    pub locked_for_s: Option<i64>,
}

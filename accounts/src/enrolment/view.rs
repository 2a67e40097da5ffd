//! What the registration's pages show.

use domain::field::contact::ContactKind;
use domain::flow::Facts;
use domain::level::AssuranceLevel;

use super::RegistrationInput;
use crate::challenge::CodeView;
use crate::clock::Instant;
use crate::flash::Flash;

/// A contact as the pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// Phone or e-mail.
    pub kind: ContactKind,
    /// Canonical value.
    pub value: String,
    /// The value for people: `+7 900 123-45-67`, a domain in its own letters.
    pub display: String,
}

/// The registration as this browser may see it.
#[derive(Clone, Debug)]
pub struct RegistrationView {
    /// What is true of the draft in this browser: the step table guards with it.
    pub facts: Facts,
    /// What was typed last, right or wrong. Its `form_id` is empty: the page makes a new one.
    pub form: RegistrationInput,
    /// The last submission of the form was refused: the page judges `form` again and says why.
    pub form_refused: bool,
    /// The consent has been given.
    pub consent_given: bool,
    /// The contact that is confirmed now.
    pub contact: Option<ContactView>,
    /// The one that is confirmed at leisure.
    pub second_contact: Option<ContactView>,
    /// The code that is waited for.
    pub code: Option<CodeView>,
    /// Until when the draft lives.
    pub expires_at: Option<Instant>,
    /// The account, once it is there.
    pub done: Option<DoneView>,
    /// The outcome of the last submission, for the form it names.
    pub flash: Option<Flash>,
}

/// `/register/done`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneView {
    /// The account's number, twelve digits.
    pub reference: String,
    /// «Имя Отчество» or «Имя», to speak to the citizen.
    pub display_name: String,
    /// The level reached.
    pub level: AssuranceLevel,
    /// When the account was made.
    pub created_at: Instant,
    /// The contact that is still to be confirmed.
    pub unconfirmed: Option<ContactView>,
}

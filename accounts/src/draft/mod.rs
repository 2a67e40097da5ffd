//! Drafts: rows that hold every unfinished flow, sealed under keys of their own.

mod ask;
mod derived;
mod payload;
mod row;

pub(crate) use ask::{Ask, ask};
pub(crate) use derived::Derived;
pub(crate) use payload::{AcceptedForm, Payload, StoredContact};
pub(crate) use row::{
    Draft, Held, NewDraft, adopt, end_codes, end_of_account, find_by_account, find_by_form, finish,
    held, hold, hold_under, insert, load, prove, save, save_longer, unprove,
};

use domain::field::contact::ContactKind;

/// Which flow a draft belongs to, as the store names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DraftFlow {
    Registration,
    Resume,
    Recovery,
    Contact(ContactKind),
    PersonalData,
    /// A contact that a citizen proves before an operator.
    Reception,
}

impl DraftFlow {
    /// Every flow.
    pub(crate) const ALL: [Self; 7] = [
        Self::Registration,
        Self::Resume,
        Self::Recovery,
        Self::Contact(ContactKind::Phone),
        Self::Contact(ContactKind::Email),
        Self::PersonalData,
        Self::Reception,
    ];

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Resume => "resume",
            Self::Recovery => "recovery",
            Self::Contact(ContactKind::Phone) => "contact_phone",
            Self::Contact(ContactKind::Email) => "contact_email",
            Self::PersonalData => "personal_data",
            Self::Reception => "reception",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flow| flow.text() == text)
    }
}

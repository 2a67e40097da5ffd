//! What a draft holds, sealed: never a password or a code.

use std::collections::BTreeSet;

use domain::field::contact::{Contact, ContactKind};
use domain::field::email::Email;
use domain::field::phone::Phone;
use domain::profile::Values;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::enrolment::RegistrationInput;

/// A contact by its canonical value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum StoredContact {
    /// E.164 number.
    #[serde(rename = "phone")]
    Phone(String),
    /// Canonical address.
    #[serde(rename = "email")]
    Email(String),
}

impl StoredContact {
    /// The valid contact again. A canonical value is always valid.
    pub(crate) fn contact(&self) -> Option<Contact> {
        match self {
            Self::Phone(number) => Phone::parse(number).ok().map(Contact::Phone),
            Self::Email(address) => Email::parse(address, &unicode::Tables)
                .ok()
                .map(Contact::Email),
        }
    }

    /// The canonical value.
    pub(crate) fn value(&self) -> &str {
        match self {
            Self::Phone(value) | Self::Email(value) => value,
        }
    }

    /// The contact of an account's row.
    pub(crate) fn of_kind(kind: ContactKind, value: &str) -> Self {
        match kind {
            ContactKind::Phone => Self::Phone(value.to_owned()),
            ContactKind::Email => Self::Email(value.to_owned()),
        }
    }
}

impl From<&Contact> for StoredContact {
    fn from(contact: &Contact) -> Self {
        match contact {
            Contact::Phone(phone) => Self::Phone(phone.as_str().to_owned()),
            Contact::Email(email) => Self::Email(email.as_str().to_owned()),
        }
    }
}

/// A registration form that was right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AcceptedForm {
    pub(crate) surname: String,
    pub(crate) first_name: String,
    pub(crate) patronymic: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) consent_version: String,
    pub(crate) consent_at: i64,
}

impl AcceptedForm {
    /// The contact that is confirmed now: the phone where there is one.
    pub(crate) fn first_contact(&self) -> Option<StoredContact> {
        let phone = self.phone.clone().map(StoredContact::Phone);
        phone.or_else(|| self.email.clone().map(StoredContact::Email))
    }

    /// The contact that is confirmed at leisure.
    pub(crate) fn second_contact(&self) -> Option<StoredContact> {
        self.phone.as_ref()?;
        self.email.clone().map(StoredContact::Email)
    }

    pub(crate) fn consent_at(&self) -> Instant {
        Instant::from_millis(self.consent_at)
    }
}

/// The contents of a draft.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Payload {
    /// A registration: the last attempt as typed, and the last one that was right.
    #[serde(rename = "registration")]
    Registration {
        form: Box<RegistrationInput>,
        refused: bool,
        accepted: Option<Box<AcceptedForm>>,
    },
    /// Recovery, resume and contact change: the contact to be proven.
    #[serde(rename = "proof")]
    Proof {
        contact: StoredContact,
        /// The account to be recovered.
        account: Option<String>,
        /// A code can be right here. False where nobody has this contact: the message is not sent.
        answerable: bool,
    },
    /// A new password for an account whose owner has typed the code of a centre.
    #[serde(rename = "issued")]
    Issued {
        account: String,
        /// When, in milliseconds UTC.
        at_ms: i64,
    },
    /// Personal data: what was typed, right or wrong, by field; the addresses of the steps that were submitted, and of
    /// the one that was refused.
    #[serde(rename = "profile")]
    Profile {
        values: Values,
        given: BTreeSet<String>,
        refused: Option<String>,
    },
    /// Nothing any more: the draft has served.
    #[serde(rename = "spent")]
    Spent,
}

impl Payload {
    /// The contact whose proof the draft waits for.
    pub(crate) fn contact(&self) -> Option<Contact> {
        match self {
            Self::Registration { accepted, .. } => accepted.as_ref()?.first_contact()?.contact(),
            Self::Proof { contact, .. } => contact.contact(),
            Self::Issued { .. } | Self::Profile { .. } | Self::Spent => None,
        }
    }

    /// The registration form that was right.
    pub(crate) fn accepted(&self) -> Option<&AcceptedForm> {
        match self {
            Self::Registration { accepted, .. } => accepted.as_deref(),
            _ => None,
        }
    }

    /// The account to be recovered.
    pub(crate) fn account(&self) -> Option<&str> {
        match self {
            Self::Proof { account, .. } => account.as_deref(),
            Self::Issued { account, .. } => Some(account),
            _ => None,
        }
    }

    /// Whether a code can be right here.
    pub(crate) fn answerable(&self) -> bool {
        match self {
            Self::Registration { .. } => true,
            Self::Proof { answerable, .. } => *answerable,
            Self::Issued { .. } | Self::Profile { .. } | Self::Spent => false,
        }
    }
}

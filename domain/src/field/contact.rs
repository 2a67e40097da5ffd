//! Phone or e-mail: what an account is reached by and signed in with.

use super::email::Email;
use super::phone::Phone;
use crate::Unicode;

/// Which of the two a contact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContactKind {
    /// Mobile phone.
    Phone,
    /// E-mail address.
    Email,
}

impl ContactKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Email];

    /// Name in the store and in paths.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A valid contact.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// A phone number.
    Phone(Phone),
    /// An e-mail address.
    Email(Email),
}

impl Contact {
    /// Reads the field «Логин», which takes either.
    #[must_use]
    pub fn parse_login(raw: &str, unicode: &impl Unicode) -> Option<Self> {
        if raw.contains('@') {
            Email::parse(raw, unicode).ok().map(Self::Email)
        } else {
            Phone::parse(raw).ok().map(Self::Phone)
        }
    }

    /// Phone or e-mail.
    #[must_use]
    pub fn kind(&self) -> ContactKind {
        match self {
            Self::Phone(_) => ContactKind::Phone,
            Self::Email(_) => ContactKind::Email,
        }
    }

    /// Canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.as_str(),
            Self::Email(email) => email.as_str(),
        }
    }

    /// The form in which contacts are compared: addresses that differ in case alone are one.
    #[must_use]
    pub fn comparable(&self) -> String {
        match self {
            Self::Phone(phone) => phone.as_str().to_owned(),
            Self::Email(email) => email.comparable(),
        }
    }

    /// As people read it.
    #[must_use]
    pub fn display(&self, unicode: &impl Unicode) -> String {
        match self {
            Self::Phone(phone) => phone.display(),
            Self::Email(email) => email.display(unicode),
        }
    }
}

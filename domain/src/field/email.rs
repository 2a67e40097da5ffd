//! E-mail address: `user@example.com`, with Cyrillic domains.

use core::fmt;

use super::email_domain;
use super::email_suggestion;
use crate::Unicode;
use crate::clean::{TEXT_LIMIT, is_control, is_invisible, is_longer, is_space};

/// An address: local part as typed, domain in small ASCII.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

/// Why an address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailError {
    /// Nothing typed.
    Empty,
    /// More characters than the field or the protocol takes.
    TooLong,
    /// No `@`.
    NoAt,
    /// More than one `@`.
    MultipleAt,
    /// White space, control or invisible characters inside; a sign the local part cannot hold.
    InvalidCharacters,
    /// A character beyond ASCII before the `@`.
    NonAsciiLocal,
    /// Nothing before the `@`.
    EmptyLocal,
    /// A dot first, last or doubled before the `@`.
    DotPosition,
    /// More than 64 characters before the `@`.
    LocalTooLong,
    /// What follows the `@` is no domain.
    InvalidDomain,
    /// Letters of two scripts in one label.
    MixedScript,
    /// A domain of one label.
    DomainNoDot,
}

impl EmailError {
    /// Every error once.
    pub const ALL: [Self; 12] = [
        Self::Empty,
        Self::TooLong,
        Self::NoAt,
        Self::MultipleAt,
        Self::InvalidCharacters,
        Self::NonAsciiLocal,
        Self::EmptyLocal,
        Self::DotPosition,
        Self::LocalTooLong,
        Self::InvalidDomain,
        Self::MixedScript,
        Self::DomainNoDot,
    ];

    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::NoAt => "no_at",
            Self::MultipleAt => "multiple_at",
            Self::InvalidCharacters => "invalid_characters",
            Self::NonAsciiLocal => "non_ascii_local",
            Self::EmptyLocal => "empty_local",
            Self::DotPosition => "dot_position",
            Self::LocalTooLong => "local_too_long",
            Self::InvalidDomain => "invalid_domain",
            Self::MixedScript => "mixed_script",
            Self::DomainNoDot => "domain_no_dot",
        }
    }

    /// The error with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}

impl Email {
    /// Reads an address. Nothing inside is cleaned: a wrong address must not become another one.
    pub fn parse(raw: &str, unicode: &impl Unicode) -> Result<Self, EmailError> {
        if is_longer(raw, TEXT_LIMIT) {
            return Err(EmailError::TooLong);
        }
        let text = raw.trim_matches(|character| is_space(character) || is_invisible(character));
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        let Some((local, domain)) = text.split_once('@') else {
            return Err(EmailError::NoAt);
        };
        if text
            .chars()
            .any(|c| is_space(c) || is_control(c) || is_invisible(c))
        {
            return Err(EmailError::InvalidCharacters);
        }
        if domain.contains('@') {
            return Err(EmailError::MultipleAt);
        }
        check_local(local)?;
        let domain = email_domain::to_ascii(domain, unicode)?;
        // That a domain has at most 253 signs follows.
        if local.len() + 1 + domain.len() > 254 {
            return Err(EmailError::TooLong);
        }
        Ok(Self::join(local, &domain))
    }

    /// Canonical form, as it is stored and sent to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Small letters throughout: two addresses that differ in case alone are one.
    #[must_use]
    pub fn comparable(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// As people read it: the domain in its own letters.
    #[must_use]
    pub fn display(&self, unicode: &impl Unicode) -> String {
        let (local, domain) = self.parts();
        Self::join(local, &email_domain::to_readable(domain, unicode)).0
    }

    /// The address that was probably meant, where the domain looks like a slip of a known one.
    #[must_use]
    pub fn suggestion(&self) -> Option<String> {
        let (local, domain) = self.parts();
        email_suggestion::known_domain_like(domain).map(|known| Self::join(local, known).0)
    }

    fn parts(&self) -> (&str, &str) {
        self.0.split_once('@').unwrap_or((&self.0, ""))
    }

    fn join(local: &str, domain: &str) -> Self {
        let mut address = String::with_capacity(local.len() + 1 + domain.len());
        address.push_str(local);
        address.push('@');
        address.push_str(domain);
        Self(address)
    }
}

impl fmt::Debug for Email {
    /// Says nothing of the address: values end up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

fn check_local(local: &str) -> Result<(), EmailError> {
    if !local.is_ascii() {
        return Err(EmailError::NonAsciiLocal);
    }
    if local.is_empty() {
        return Err(EmailError::EmptyLocal);
    }
    if !local.bytes().all(is_local) {
        return Err(EmailError::InvalidCharacters);
    }
    if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err(EmailError::DotPosition);
    }
    if local.len() > 64 {
        return Err(EmailError::LocalTooLong);
    }
    Ok(())
}

/// A sign of the local part: letters, digits and those of RFC 5322's atoms, and the dot.
fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

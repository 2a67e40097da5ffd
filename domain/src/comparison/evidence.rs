//! What lies on the table.

use std::collections::BTreeSet;

/// A document that an operator has seen (D-22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// Passport or another identity document: the one that was told (R-IDC-07).
    Identity,
    /// SNILS, or what shows its number.
    Snils,
    /// INN
    Inn,
    /// What shows where the person is registered.
    Residence,
    /// The phone that messages come to.
    Phone,
    /// The paper form, filled in and signed (R-PST-04).
    Form,
}

impl Evidence {
    /// Every document, obligatory ones first.
    pub const ALL: [Self; 6] = [
        Self::Identity,
        Self::Snils,
        Self::Inn,
        Self::Residence,
        Self::Phone,
        Self::Form,
    ];

    /// Name in the store and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Snils => "snils",
            Self::Inn => "inn",
            Self::Residence => "residence",
            Self::Phone => "phone",
            Self::Form => "form",
        }
    }

    /// The document with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The obligatory document that was not seen: identity always, SNILS unless the person has none (D-22).
#[must_use]
pub fn missing(seen: &BTreeSet<Evidence>, has_snils: bool) -> Option<Evidence> {
    let snils = has_snils.then_some(Evidence::Snils);
    [Some(Evidence::Identity), snils]
        .into_iter()
        .flatten()
        .find(|kind| !seen.contains(kind))
}

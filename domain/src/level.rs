//! How surely the portal knows a person.

/// Assurance level of an account; later ones open everything the earlier ones do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssuranceLevel {
    /// Name and contact, not checked: «упрощённая».
    Simplified,
    /// Document and SNILS passed the automatic check: «стандартная».
    Standard,
    /// Identity proven: «подтверждённая».
    Confirmed,
}

impl AssuranceLevel {
    /// All levels, lowest first.
    pub const ALL: [Self; 3] = [Self::Simplified, Self::Standard, Self::Confirmed];

    /// Name in the store and in settings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Simplified => "simplified",
            Self::Standard => "standard",
            Self::Confirmed => "confirmed",
        }
    }

    /// The level with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// The level above this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Simplified => Some(Self::Standard),
            Self::Standard => Some(Self::Confirmed),
            Self::Confirmed => None,
        }
    }
}

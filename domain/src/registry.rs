//! The state registries that check a profile (R-CHK-01, D-04), and what they can answer.

/// A registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registry {
    /// The pension fund: SNILS.
    Snils,
    /// The interior ministry: identity documents and the list of invalid passports.
    Passport,
    /// The tax service: INN.
    Inn,
}

impl Registry {
    /// Every registry, in the order of the timeline.
    pub const ALL: [Self; 3] = [Self::Snils, Self::Passport, Self::Inn];

    /// Name in the store, in settings and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Snils => "snils",
            Self::Passport => "passport",
            Self::Inn => "inn",
        }
    }

    /// The registry with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|registry| registry.code() == code)
    }
}

/// How a registry answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// All is as the registry has it.
    Match,
    /// Something differs; the registry names the fields.
    Mismatch,
    /// The registry knows no such number.
    NotFound,
    /// The registry cannot say; a specialist decides.
    Unclear,
    /// The registry failed; it is worth asking again.
    Error,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 5] = [
        Self::Match,
        Self::Mismatch,
        Self::NotFound,
        Self::Unclear,
        Self::Error,
    ];

    /// Name in the store and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Mismatch => "mismatch",
            Self::NotFound => "not_found",
            Self::Unclear => "unclear",
            Self::Error => "error",
        }
    }

    /// The outcome with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

//! Who keeps a centre (R-CTR-01, R-PST-05).

/// A kind of centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A multifunctional centre of public services.
    Mfc,
    /// An office of a telecommunications company.
    Telecom,
    /// A post office; some have no agreement to confirm identity (R-PST-01).
    Post,
    /// A branch of a bank.
    Bank,
    /// A client service of the pension fund.
    Pension,
}

impl Kind {
    /// Every kind, in the order of the filter.
    pub const ALL: [Self; 5] = [
        Self::Mfc,
        Self::Telecom,
        Self::Post,
        Self::Bank,
        Self::Pension,
    ];

    /// Name in the directory and in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mfc => "mfc",
            Self::Telecom => "telecom",
            Self::Post => "post",
            Self::Bank => "bank",
            Self::Pension => "pension",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

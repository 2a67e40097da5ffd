//! What a centre does (R-CTR-03, R-CTR-10, R-CTR-15).

/// A service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// Identity of somebody with an account is confirmed (R-CTR-08).
    Confirmation,
    /// Somebody without an account is registered (R-OPR-01).
    Registration,
    /// Lost access is restored (R-RCV-03).
    Recovery,
    /// A paper code is handed out (R-PST-03).
    IdentityCode,
    /// A representative comes with a power of attorney (R-REP-01).
    Representative,
    /// An electronic signature is issued (R-CTR-15).
    Signature,
}

impl Service {
    /// Every service, in the order of the filter.
    pub const ALL: [Self; 6] = [
        Self::Confirmation,
        Self::Registration,
        Self::Recovery,
        Self::IdentityCode,
        Self::Representative,
        Self::Signature,
    ];

    /// Name in the directory and in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::Registration => "registration",
            Self::Recovery => "recovery",
            Self::IdentityCode => "identity_code",
            Self::Representative => "representative",
            Self::Signature => "signature",
        }
    }

    /// The service with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.code() == code)
    }
}

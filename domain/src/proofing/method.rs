//! The ways to prove who one is.

use crate::level::AssuranceLevel;

/// A way (R-IDC-02, D-34). Centres of every kind, branches of banks among them, are one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// A service centre in person (R-CTR).
    Centre,
    /// A post office in person: a paper code or a form (R-PST).
    PostOffice,
    /// A service centre, through somebody with a power of attorney (R-REP-01).
    Representative,
    /// The pension fund's own path (R-PFR-01).
    PensionFund,
    /// A registered letter with a code, to the citizen (R-MAL-01).
    Letter,
    /// A registered letter with documents, from the citizen (R-MAL-10).
    PaperSet,
    /// The citizen's internet bank (R-BNK).
    Bank,
    /// A qualified electronic signature (R-SIG).
    Signature,
    /// The universal electronic card.
    Card,
    /// A video call or a photo of the face.
    Video,
}

/// How methods are shown together (R-IDC-11, D-34).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// One goes there.
    InPerson,
    /// Something is sent.
    Post,
    /// Everything happens at the screen.
    Online,
}

impl Method {
    /// Every method, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Centre,
        Self::PostOffice,
        Self::Representative,
        Self::PensionFund,
        Self::Letter,
        Self::PaperSet,
        Self::Bank,
        Self::Signature,
        Self::Card,
        Self::Video,
    ];

    /// Name in the store and in settings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::PostOffice => "post_office",
            Self::Representative => "representative",
            Self::PensionFund => "pension_fund",
            Self::Letter => "letter",
            Self::PaperSet => "paper_set",
            Self::Bank => "bank",
            Self::Signature => "signature",
            Self::Card => "card",
            Self::Video => "video",
        }
    }

    /// The method with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// Whether the portal serves it today; the others have their place in the record.
    #[must_use]
    pub fn is_served(self) -> bool {
        matches!(self, Self::Centre | Self::PostOffice | Self::Representative)
    }

    /// Which methods it is shown with.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::Centre | Self::PostOffice | Self::Representative | Self::PensionFund => {
                Group::InPerson
            }
            Self::Letter | Self::PaperSet => Group::Post,
            Self::Bank | Self::Signature | Self::Card | Self::Video => Group::Online,
        }
    }

    /// The level from which on it can be begun (R-IDC-03): whoever sees the documents compares everything at once, for
    /// everybody else the data must have been checked.
    #[must_use]
    pub fn from_level(self) -> AssuranceLevel {
        match self.group() {
            Group::InPerson => AssuranceLevel::Simplified,
            Group::Post | Group::Online => AssuranceLevel::Standard,
        }
    }
}

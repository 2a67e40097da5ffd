//! What an operator is at the desk for.

/// The role of an operator. Each sees what its task needs and nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Decides cases that no registry can decide.
    Specialist,
    /// Serves citizens at a centre.
    Operator,
    /// Decides cases, and answers for those who do.
    Senior,
    /// Reads the journal.
    Auditor,
    /// Keeps the portal; sees nothing of citizens.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::Specialist,
        Self::Operator,
        Self::Senior,
        Self::Auditor,
        Self::Administrator,
    ];

    /// Name in the store and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Specialist => "specialist",
            Self::Operator => "operator",
            Self::Senior => "senior",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the queue of cases is this role's.
    #[must_use]
    pub fn decides_cases(self) -> bool {
        matches!(self, Self::Specialist | Self::Senior)
    }

    /// Whether this role stands before citizens at a centre.
    #[must_use]
    pub fn serves_citizens(self) -> bool {
        matches!(self, Self::Operator | Self::Senior)
    }

    /// Whether this role sees who did what.
    #[must_use]
    pub fn reads_journal(self) -> bool {
        matches!(self, Self::Auditor | Self::Senior)
    }

    /// Whether this role keeps operators and centres.
    #[must_use]
    pub fn administers(self) -> bool {
        self == Self::Administrator
    }
}

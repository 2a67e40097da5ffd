//! What is true of a draft in one browser.

/// Something that opens or closes steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The first form was right: the draft names a contact.
    FormAccepted,
    /// This browser has proven that contact.
    ContactProven,
    /// The proven contact has an account already. Known only after the proof.
    AccountExists,
    /// The journey is over.
    Finished,
    /// Citizenship and kind of document are right.
    CitizenshipGiven,
    /// The person is described as in the document.
    PersonGiven,
    /// The document is described.
    DocumentGiven,
    /// The registered address is right.
    AddressGiven,
    /// The residence address is right, or the same.
    ResidenceGiven,
    /// SNILS is right, and INN where there is one.
    NumbersGiven,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Self; 10] = [
        Self::FormAccepted,
        Self::ContactProven,
        Self::AccountExists,
        Self::Finished,
        Self::CitizenshipGiven,
        Self::PersonGiven,
        Self::DocumentGiven,
        Self::AddressGiven,
        Self::ResidenceGiven,
        Self::NumbersGiven,
    ];

    /// Name in diagrams.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FormAccepted => "form accepted",
            Self::ContactProven => "contact proven",
            Self::AccountExists => "account exists",
            Self::Finished => "finished",
            Self::CitizenshipGiven => "citizenship given",
            Self::PersonGiven => "person given",
            Self::DocumentGiven => "document given",
            Self::AddressGiven => "address given",
            Self::ResidenceGiven => "residence given",
            Self::NumbersGiven => "numbers given",
        }
    }
}

/// All facts of one draft in one browser; nothing is true where there is no draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    /// See [`Fact::FormAccepted`].
    pub form_accepted: bool,
    /// See [`Fact::ContactProven`].
    pub contact_proven: bool,
    /// See [`Fact::AccountExists`].
    pub account_exists: bool,
    /// See [`Fact::Finished`].
    pub finished: bool,
    /// See [`Fact::CitizenshipGiven`].
    pub citizenship_given: bool,
    /// See [`Fact::PersonGiven`].
    pub person_given: bool,
    /// See [`Fact::DocumentGiven`].
    pub document_given: bool,
    /// See [`Fact::AddressGiven`].
    pub address_given: bool,
    /// See [`Fact::ResidenceGiven`].
    pub residence_given: bool,
    /// See [`Fact::NumbersGiven`].
    pub numbers_given: bool,
}

impl Facts {
    /// Every combination, sensible or not: pages must answer all of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..1u16 << Fact::ALL.len()).map(|bits| {
            Fact::ALL
                .into_iter()
                .enumerate()
                .filter(|(place, _)| bits & (1 << place) != 0)
                .fold(Self::default(), |facts, (_, fact)| facts.with(fact, true))
        })
    }

    /// Whether this fact is true.
    #[must_use]
    pub fn has(&self, fact: Fact) -> bool {
        match fact {
            Fact::FormAccepted => self.form_accepted,
            Fact::ContactProven => self.contact_proven,
            Fact::AccountExists => self.account_exists,
            Fact::Finished => self.finished,
            Fact::CitizenshipGiven => self.citizenship_given,
            Fact::PersonGiven => self.person_given,
            Fact::DocumentGiven => self.document_given,
            Fact::AddressGiven => self.address_given,
            Fact::ResidenceGiven => self.residence_given,
            Fact::NumbersGiven => self.numbers_given,
        }
    }

    /// The same with one fact decided anew.
    #[must_use]
    pub fn with(mut self, fact: Fact, holds: bool) -> Self {
        match fact {
            Fact::FormAccepted => self.form_accepted = holds,
            Fact::ContactProven => self.contact_proven = holds,
            Fact::AccountExists => self.account_exists = holds,
            Fact::Finished => self.finished = holds,
            Fact::CitizenshipGiven => self.citizenship_given = holds,
            Fact::PersonGiven => self.person_given = holds,
            Fact::DocumentGiven => self.document_given = holds,
            Fact::AddressGiven => self.address_given = holds,
            Fact::ResidenceGiven => self.residence_given = holds,
            Fact::NumbersGiven => self.numbers_given = holds,
        }
        self
    }

    /// What is left when the step is submitted again with another contact.
    #[must_use]
    pub fn after_resubmission(self, step: super::Step) -> Self {
        step.spec()
            .undoes
            .iter()
            .fold(self, |facts, &fact| facts.with(fact, false))
    }
}

//! The ordered journeys: which pages they have, what each presumes, where it leads.
//!
//! Server, pages, tests and the diagrams in `docs/flows` read the one table of [`table`].

mod diagram;
mod facts;
mod table;

use crate::field::contact::ContactKind;

pub use diagram::{document, mermaid};
pub use facts::{Fact, Facts};
pub use table::{Next, StepSpec};

/// A journey of several pages, kept in one draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flow {
    /// From the form to the simplified account.
    Registration,
    /// Going on with a registration on another device.
    Resume,
    /// A new password for someone who has forgotten theirs.
    Recovery,
    /// Confirming a new or second contact from the cabinet.
    ContactChange(ContactKind),
    /// From citizenship to the data that registries check.
    PersonalData,
}

impl Flow {
    /// Every flow.
    pub const ALL: [Self; 6] = [
        Self::Registration,
        Self::Resume,
        Self::Recovery,
        Self::ContactChange(ContactKind::Phone),
        Self::ContactChange(ContactKind::Email),
        Self::PersonalData,
    ];

    /// Name of the flow, of its draft in the store and of its diagram.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Resume => "resume",
            Self::Recovery => "recovery",
            Self::ContactChange(ContactKind::Phone) => "contact-phone",
            Self::ContactChange(ContactKind::Email) => "contact-email",
            Self::PersonalData => "personal-data",
        }
    }

    /// The flow with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flow| flow.code() == code)
    }

    /// Its steps, first to last.
    pub fn steps(self) -> impl Iterator<Item = &'static StepSpec> {
        table::TABLE.iter().filter(move |spec| spec.flow == self)
    }
}

/// One page of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Name, contacts, consent.
    RegisterForm,
    /// The code sent to the contact.
    RegisterCode,
    /// Password, twice.
    RegisterPassword,
    /// «У вас уже есть учётная запись»
    RegisterExists,
    /// The account is ready.
    RegisterDone,
    /// The contact of a registration begun elsewhere.
    ResumeContact,
    /// The code that proves it here.
    ResumeCode,
    /// «Логин»
    RecoverLogin,
    /// The code sent to it.
    RecoverCode,
    /// A new password, twice.
    RecoverPassword,
    /// The new contact.
    ContactNew(ContactKind),
    /// The code sent to it.
    ContactCode(ContactKind),
    /// Citizenship and kind of document.
    PersonalCitizenship,
    /// The person, as in the document.
    PersonalPerson,
    /// The document.
    PersonalDocument,
    /// The registered address.
    PersonalAddress,
    /// The residence address, where it is another.
    PersonalResidence,
    /// SNILS and INN.
    PersonalNumbers,
    /// Everything once more, and the consent.
    PersonalCheck,
}

impl Step {
    /// Every step, flow by flow.
    pub fn all() -> impl Iterator<Item = Self> {
        table::TABLE.iter().map(|spec| spec.step)
    }

    /// Its line of the table.
    #[must_use]
    pub fn spec(self) -> &'static StepSpec {
        table::spec(self)
    }

    /// Address of its page.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.spec().path
    }

    /// Where «Назад» leads.
    #[must_use]
    pub fn back(self) -> &'static str {
        self.spec().back
    }

    /// The flow it belongs to.
    #[must_use]
    pub fn flow(self) -> Flow {
        self.spec().flow
    }

    /// The step whose page has this address.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        table::TABLE
            .iter()
            .find(|spec| spec.path == path)
            .map(|spec| spec.step)
    }
}

/// Whether this browser may see the step.
#[must_use]
pub fn allowed(step: Step, facts: &Facts) -> bool {
    let spec = step.spec();
    spec.requires.iter().all(|&fact| facts.has(fact))
        && !spec.forbids.iter().any(|&fact| facts.has(fact))
}

/// The last step this browser may see: who asks for a step too far is sent here.
#[must_use]
pub fn furthest(flow: Flow, facts: &Facts) -> Step {
    let mut steps = flow.steps().map(|spec| spec.step);
    let first = steps.next();
    let later = steps.filter(|&step| allowed(step, facts)).last();
    // Where nothing further is open the first step is: a test walks every combination of facts.
    later.or(first).unwrap_or(Step::RegisterForm)
}

/// «Шаг 2 из 4»
#[must_use]
pub fn progress(step: Step) -> Option<(u8, u8)> {
    step.spec().progress
}

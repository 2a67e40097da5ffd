//! The step table.

use super::Fact::{
    AccountExists, AddressGiven, CitizenshipGiven, ContactProven, DocumentGiven, Finished,
    FormAccepted, NumbersGiven, PersonGiven, ResidenceGiven,
};
use super::{Fact, Flow, Step};
use crate::field::contact::ContactKind::{Email, Phone};

/// Where a step leads when it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// To one of these steps, whichever the facts open.
    Steps(&'static [Step]),
    /// To the furthest step of another flow.
    Flow(Flow),
    /// Out of the flow, to this page.
    Page(&'static str),
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepSpec {
    /// The step.
    pub step: Step,
    /// The flow it belongs to.
    pub flow: Flow,
    /// Address of its page.
    pub path: &'static str,
    /// Where «Назад» leads.
    pub back: &'static str,
    /// Place and number of steps, where the page says it.
    pub progress: Option<(u8, u8)>,
    /// What must be true to see it.
    pub requires: &'static [Fact],
    /// What must not be true to see it.
    pub forbids: &'static [Fact],
    /// Where it leads.
    pub next: Next,
    /// What another contact, submitted here, makes untrue.
    pub undoes: &'static [Fact],
}

/// Every step of every flow, in order. The first step of a flow is open where nothing else is.
pub(super) const TABLE: &[StepSpec] = &[
    StepSpec {
        step: Step::RegisterForm,
        flow: Flow::Registration,
        path: "/register",
        back: "/",
        progress: Some((1, 4)),
        requires: &[],
        forbids: &[Finished],
        next: Next::Steps(&[Step::RegisterCode]),
        undoes: &[ContactProven, AccountExists],
    },
    StepSpec {
        step: Step::RegisterCode,
        flow: Flow::Registration,
        path: "/register/code",
        back: "/register",
        progress: Some((2, 4)),
        requires: &[FormAccepted],
        forbids: &[ContactProven, Finished],
        next: Next::Steps(&[Step::RegisterPassword, Step::RegisterExists]),
        undoes: &[],
    },
    StepSpec {
        step: Step::RegisterPassword,
        flow: Flow::Registration,
        path: "/register/password",
        back: "/register",
        progress: Some((3, 4)),
        requires: &[FormAccepted, ContactProven],
        forbids: &[AccountExists, Finished],
        next: Next::Steps(&[Step::RegisterDone]),
        undoes: &[],
    },
    StepSpec {
        step: Step::RegisterExists,
        flow: Flow::Registration,
        path: "/register/exists",
        back: "/register",
        progress: None,
        requires: &[FormAccepted, ContactProven, AccountExists],
        forbids: &[Finished],
        next: Next::Page("/login"),
        undoes: &[],
    },
    StepSpec {
        step: Step::RegisterDone,
        flow: Flow::Registration,
        path: "/register/done",
        back: "/cabinet",
        progress: Some((4, 4)),
        requires: &[Finished],
        forbids: &[],
        next: Next::Page("/cabinet"),
        undoes: &[],
    },
    StepSpec {
        step: Step::ResumeContact,
        flow: Flow::Resume,
        path: "/register/resume",
        back: "/register",
        progress: Some((1, 2)),
        requires: &[],
        forbids: &[],
        next: Next::Steps(&[Step::ResumeCode]),
        undoes: &[ContactProven],
    },
    StepSpec {
        step: Step::ResumeCode,
        flow: Flow::Resume,
        path: "/register/resume/code",
        back: "/register/resume",
        progress: Some((2, 2)),
        requires: &[FormAccepted],
        forbids: &[ContactProven, Finished],
        next: Next::Flow(Flow::Registration),
        undoes: &[],
    },
    StepSpec {
        step: Step::RecoverLogin,
        flow: Flow::Recovery,
        path: "/recover",
        back: "/login",
        progress: Some((1, 3)),
        requires: &[],
        forbids: &[],
        next: Next::Steps(&[Step::RecoverCode]),
        undoes: &[ContactProven],
    },
    StepSpec {
        step: Step::RecoverCode,
        flow: Flow::Recovery,
        path: "/recover/code",
        back: "/recover",
        progress: Some((2, 3)),
        requires: &[FormAccepted],
        forbids: &[ContactProven, Finished],
        next: Next::Steps(&[Step::RecoverPassword]),
        undoes: &[],
    },
    StepSpec {
        step: Step::RecoverPassword,
        flow: Flow::Recovery,
        path: "/recover/password",
        back: "/recover",
        progress: Some((3, 3)),
        requires: &[FormAccepted, ContactProven],
        forbids: &[Finished],
        next: Next::Page("/cabinet"),
        undoes: &[],
    },
    StepSpec {
        step: Step::ContactNew(Phone),
        flow: Flow::ContactChange(Phone),
        path: "/cabinet/contacts/phone",
        back: "/cabinet",
        progress: Some((1, 2)),
        requires: &[],
        forbids: &[],
        next: Next::Steps(&[Step::ContactCode(Phone)]),
        undoes: &[],
    },
    StepSpec {
        step: Step::ContactCode(Phone),
        flow: Flow::ContactChange(Phone),
        path: "/cabinet/contacts/phone/code",
        back: "/cabinet/contacts/phone",
        progress: Some((2, 2)),
        requires: &[FormAccepted],
        forbids: &[ContactProven, Finished],
        next: Next::Page("/cabinet"),
        undoes: &[],
    },
    StepSpec {
        step: Step::ContactNew(Email),
        flow: Flow::ContactChange(Email),
        path: "/cabinet/contacts/email",
        back: "/cabinet",
        progress: Some((1, 2)),
        requires: &[],
        forbids: &[],
        next: Next::Steps(&[Step::ContactCode(Email)]),
        undoes: &[],
    },
    StepSpec {
        step: Step::ContactCode(Email),
        flow: Flow::ContactChange(Email),
        path: "/cabinet/contacts/email/code",
        back: "/cabinet/contacts/email",
        progress: Some((2, 2)),
        requires: &[FormAccepted],
        forbids: &[ContactProven, Finished],
        next: Next::Page("/cabinet"),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalCitizenship,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data",
        back: "/cabinet",
        progress: Some((1, 6)),
        requires: &[],
        forbids: &[],
        next: Next::Steps(&[
            Step::PersonalPerson,
            Step::PersonalDocument,
            Step::PersonalAddress,
            Step::PersonalResidence,
            Step::PersonalNumbers,
            Step::PersonalCheck,
        ]),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalPerson,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data/person",
        back: "/cabinet/personal-data",
        progress: Some((2, 6)),
        requires: &[CitizenshipGiven],
        forbids: &[],
        next: Next::Steps(&[
            Step::PersonalDocument,
            Step::PersonalAddress,
            Step::PersonalResidence,
            Step::PersonalNumbers,
            Step::PersonalCheck,
        ]),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalDocument,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data/document",
        back: "/cabinet/personal-data/person",
        progress: Some((3, 6)),
        requires: &[CitizenshipGiven, PersonGiven],
        forbids: &[],
        next: Next::Steps(&[
            Step::PersonalAddress,
            Step::PersonalResidence,
            Step::PersonalNumbers,
            Step::PersonalCheck,
        ]),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalAddress,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data/address",
        back: "/cabinet/personal-data/document",
        progress: Some((4, 6)),
        requires: &[CitizenshipGiven, PersonGiven, DocumentGiven],
        forbids: &[],
        next: Next::Steps(&[
            Step::PersonalResidence,
            Step::PersonalNumbers,
            Step::PersonalCheck,
        ]),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalResidence,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data/residence",
        back: "/cabinet/personal-data/address",
        progress: None,
        requires: &[CitizenshipGiven, PersonGiven, DocumentGiven, AddressGiven],
        forbids: &[],
        next: Next::Steps(&[Step::PersonalNumbers, Step::PersonalCheck]),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalNumbers,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data/numbers",
        back: "/cabinet/personal-data/address",
        progress: Some((5, 6)),
        requires: &[
            CitizenshipGiven,
            PersonGiven,
            DocumentGiven,
            AddressGiven,
            ResidenceGiven,
        ],
        forbids: &[],
        next: Next::Steps(&[Step::PersonalCheck]),
        undoes: &[],
    },
    StepSpec {
        step: Step::PersonalCheck,
        flow: Flow::PersonalData,
        path: "/cabinet/personal-data/check",
        back: "/cabinet/personal-data/numbers",
        progress: Some((6, 6)),
        requires: &[
            CitizenshipGiven,
            PersonGiven,
            DocumentGiven,
            AddressGiven,
            ResidenceGiven,
            NumbersGiven,
        ],
        forbids: &[],
        next: Next::Page("/cabinet/checks"),
        undoes: &[],
    },
];

/// The line of a step.
pub(super) fn spec(step: Step) -> &'static StepSpec {
    // A test finds every step in the table; the first line is never the answer.
    TABLE
        .iter()
        .find(|spec| spec.step == step)
        .unwrap_or(&TABLE[0])
}

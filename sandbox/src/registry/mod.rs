//! State registries: a request gets a ticket at once; its answer is given when the rule in force
//! says so, and the asker is called. `docs/registries.md` is the protocol.

mod answer;
mod call;
mod clerk;
mod desk;
mod http;
mod limits;
mod log;
mod page;
mod refusal;
mod requests;
mod rule;
mod rules;
mod tester;
mod tickets;
mod word;

use word::Word;

pub(crate) use clerk::work;
pub(crate) use desk::Desk;
pub(crate) use http::router;

/// A registry.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Registry {
    Snils,
    Passport,
    Inn,
}

impl Word for Registry {
    const ALL: &'static [Self] = &[Self::Snils, Self::Passport, Self::Inn];

    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Snils => ("snils", "СНИЛС"),
            Self::Passport => ("passport", "Документ"),
            Self::Inn => ("inn", "ИНН"),
        }
    }
}

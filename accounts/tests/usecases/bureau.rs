//! The registries of a case: they answer as they are told and keep what they were asked.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use accounts::world::{Answer, Failure, Question, Registries};
use domain::registry::{Outcome, Registry};
use futures_util::future::BoxFuture;

/// How a registry treats the next request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// Takes it and answers this, naming these fields.
    Says(Outcome, Vec<&'static str>),
    /// Takes it and never answers.
    Silent,
    /// Takes it and forgets the ticket.
    Forgets,
    /// Does not take it, and asks for so many seconds of patience.
    Busy(u32),
}

impl Reply {
    pub(crate) fn of(outcome: Outcome) -> Self {
        Self::Says(outcome, Vec::new())
    }

    pub(crate) fn differs(fields: &[&'static str]) -> Self {
        Self::Says(Outcome::Mismatch, fields.to_vec())
    }
}

#[derive(Default)]
struct State {
    /// What comes next at each registry; where nothing is planned, all matches.
    plans: HashMap<Registry, VecDeque<Reply>>,
    /// Registries that cannot be reached.
    down: Vec<Registry>,
    /// Requests by their key, and what was made of each: a repeat gets the same ticket.
    requests: BTreeMap<String, Request>,
}

/// A request that was taken.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) registry: Registry,
    pub(crate) question: Question,
    reply: Reply,
}

/// All registries. Clones share them; they outlive every process of the portal.
#[derive(Clone, Default)]
pub(crate) struct Bureau(Arc<Mutex<State>>);

impl Bureau {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next request at a registry is treated so.
    pub(crate) fn plan(&self, registry: Registry, reply: Reply) {
        self.state()
            .plans
            .entry(registry)
            .or_default()
            .push_back(reply);
    }

    /// A registry goes down, or comes back.
    pub(crate) fn set_down(&self, registry: Registry, down: bool) {
        let mut state = self.state();
        state.down.retain(|one| *one != registry);
        if down {
            state.down.push(registry);
        }
    }

    /// What a registry was asked, oldest first.
    pub(crate) fn asked(&self, registry: Registry) -> Vec<Question> {
        let requests = self.state().requests.clone();
        let own = requests
            .into_values()
            .filter(|request| request.registry == registry);
        own.map(|request| request.question).collect()
    }
}

impl Registries for Bureau {
    fn ask<'a>(
        &'a self,
        registry: Registry,
        key: &'a str,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<String, Failure>> {
        Box::pin(async move {
            let mut state = self.state();
            if state.down.contains(&registry) {
                return Err(Failure::Temporary("connect".into()));
            }
            if !state.requests.contains_key(key) {
                let planned = state.plans.entry(registry).or_default().pop_front();
                if let Some(Reply::Busy(after_s)) = planned {
                    let code = "http-429".into();
                    return Err(Failure::Busy { code, after_s });
                }
                let request = Request {
                    registry,
                    question: question.clone(),
                    reply: planned.unwrap_or(Reply::of(Outcome::Match)),
                };
                state.requests.insert(key.to_owned(), request);
            }
            Ok(key.to_owned())
        })
    }

    fn poll<'a>(
        &'a self,
        registry: Registry,
        ticket: &'a str,
    ) -> BoxFuture<'a, Result<Option<Answer>, Failure>> {
        Box::pin(async move {
            let state = self.state();
            if state.down.contains(&registry) {
                return Err(Failure::Temporary("connect".into()));
            }
            match state.requests.get(ticket).map(|request| &request.reply) {
                Some(Reply::Says(outcome, fields)) => Ok(Some(Answer {
                    outcome: *outcome,
                    fields: fields.iter().map(|&field| field.to_owned()).collect(),
                })),
                Some(Reply::Silent) => Ok(None),
                Some(Reply::Forgets | Reply::Busy(_)) | None => {
                    Err(Failure::Permanent("http-404".into()))
                }
            }
        })
    }
}

//! State registries: a question gets a ticket at once and its answer later. `docs/registries.md`
//! is the protocol.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use domain::registry::{Outcome, Registry};
use futures_util::future::BoxFuture;
use reqwest::Method;
use serde::{Deserialize, Serialize};

use super::http::{self, Http};
use super::{Failure, WorldError};

/// Longest ticket, in characters.
const LONGEST_TICKET: usize = 200;
/// Most fields an answer names.
const MOST_FIELDS: usize = 32;
/// Longest name of a field, in characters.
const LONGEST_FIELD: usize = 40;

/// What a registry is asked.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The canonical number: SNILS, series and number of a document, INN.
    pub number: String,
    /// What is to be compared with the registry's own record, by name of field.
    pub attributes: BTreeMap<&'static str, String>,
    /// Where the registry may say that its answer is ready; `None`: it is only polled.
    pub callback: Option<Callback>,
}

impl std::fmt::Debug for Question {
    /// Without number, values and token.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Question")
    }
}

/// Where a registry says that an answer is ready. It carries no answer: the portal polls for it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Callback {
    /// Address it posts to.
    pub url: String,
    /// What it proves itself with, as `Authorization: Bearer`.
    pub token: String,
}

impl std::fmt::Debug for Callback {
    /// Without the token.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Callback({})", self.url)
    }
}

/// What a registry answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How the question compares with the registry's record.
    pub outcome: Outcome,
    /// Names of the fields that differ: at most 32, small Latin letters, digits and `_` after a
    /// letter, at most 40 characters each. They need not be among those that were sent.
    pub fields: Vec<String>,
}

/// Asks registries.
pub trait Registries: Send + Sync {
    /// Asks, and gives the ticket to poll with: 1 to 200 visible ASCII characters. Repeats carry
    /// the same key and get the same ticket.
    ///
    /// # Errors
    /// `Temporary`, `Busy`: not asked, or asked and the ticket lost: repeat. `Permanent`: the registry
    /// will never take this question.
    fn ask<'a>(
        &'a self,
        registry: Registry,
        key: &'a str,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<String, Failure>>;

    /// The answer to a ticket; `None`: there is none yet.
    ///
    /// # Errors
    /// `Temporary`, `Busy`: poll again. `Permanent`: the registry does not know the ticket (`http-404`,
    /// `http-410`): ask anew, under a new key.
    fn poll<'a>(
        &'a self,
        registry: Registry,
        ticket: &'a str,
    ) -> BoxFuture<'a, Result<Option<Answer>, Failure>>;
}

/// Registries behind a gateway at an address.
pub struct HttpRegistries(Http);

impl HttpRegistries {
    /// The gateway at this address; `/{registry}/requests` is added to it.
    ///
    /// # Errors
    /// When the address cannot be read.
    pub fn new(url: &str) -> Result<Self, WorldError> {
        Ok(Self(Http::new("checks", url)?))
    }

    async fn ticket(
        &self,
        registry: Registry,
        key: &str,
        question: &Question,
    ) -> Result<String, Failure> {
        let request = self.0.request(Method::POST, &[registry.code(), "requests"]);
        let request = request.header("Idempotency-Key", key).json(question);
        let Accepted { ticket } = http::read(http::send(request).await?).await?;
        usable(&ticket)
            .then_some(ticket)
            .ok_or_else(http::unreadable)
    }

    async fn answer(&self, registry: Registry, ticket: &str) -> Result<Option<Answer>, Failure> {
        let below = [registry.code(), "requests", ticket];
        let request = self.0.request(Method::GET, &below);
        let answer = http::send(request).await.map_err(forgotten)?;
        match http::read(answer).await? {
            State::Waiting => Ok(None),
            State::Answered { answer } => answer.try_into().map(Some),
        }
    }
}

impl Registries for HttpRegistries {
    fn ask<'a>(
        &'a self,
        registry: Registry,
        key: &'a str,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<String, Failure>> {
        Box::pin(self.ticket(registry, key, question))
    }

    fn poll<'a>(
        &'a self,
        registry: Registry,
        ticket: &'a str,
    ) -> BoxFuture<'a, Result<Option<Answer>, Failure>> {
        Box::pin(self.answer(registry, ticket))
    }
}

/// The answer to a request.
#[derive(Deserialize)]
struct Accepted {
    ticket: String,
}

/// The answer to a poll.
#[derive(Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
enum State {
    Waiting,
    Answered { answer: Answered },
}

#[derive(Deserialize)]
struct Answered {
    outcome: String,
    #[serde(default)]
    fields: Vec<String>,
}

impl TryFrom<Answered> for Answer {
    type Error = Failure;

    fn try_from(answered: Answered) -> Result<Self, Failure> {
        let outcome = Outcome::from_code(&answered.outcome).ok_or_else(http::unreadable)?;
        let names = answered.fields.into_iter().filter(|field| is_name(field));
        Ok(Self {
            outcome,
            fields: names.take(MOST_FIELDS).collect(),
        })
    }
}

/// Names only: a registry that answers with values would put them where values do not belong. What it says about them
/// counts all the same.
fn is_name(field: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    field.len() <= LONGEST_FIELD
        && field.starts_with(|first: char| first.is_ascii_lowercase())
        && field.bytes().all(sign)
}

/// A ticket becomes one segment of a path, and dots alone would leave it.
fn usable(ticket: &str) -> bool {
    (1..=LONGEST_TICKET).contains(&ticket.len())
        && ticket.bytes().all(|byte| byte.is_ascii_graphic())
        && !matches!(ticket, "." | "..")
}

/// A gateway that is being set up answers 404 to everything, but a ticket it forgot stays forgotten.
fn forgotten(failure: Failure) -> Failure {
    match failure {
        Failure::Temporary(code) if code == "http-404" => Failure::Permanent(code),
        other => other,
    }
}

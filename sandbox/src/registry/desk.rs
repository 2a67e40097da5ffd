//! A registry's desk: takes requests, hands out tickets, tells answers.

use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::SqlitePool;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::Registry;
use super::answer::Answer;
use super::call::{Call, Caller};
use super::refusal::Refusal;
use super::rule::{Fault, Rule};
use super::rules::Rules;
use super::tickets::{Request, Tickets};
use crate::SandboxError;

/// How long a slow registry thinks before each HTTP answer.
const SLOW: Duration = Duration::from_secs(20);
/// Pauses between calls that are not taken.
const PAUSES: [Duration; 3] = [
    Duration::from_millis(200),
    Duration::from_secs(1),
    Duration::from_secs(5),
];

/// The desk of every registry. Clones are the same desk.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(super) rules: Rules,
    pub(super) tickets: Tickets,
    caller: Caller,
    /// Requests or rules are new.
    pub(super) news: Arc<Notify>,
    pub(super) stop: CancellationToken,
}

impl Desk {
    /// A desk over this file, until it is stopped.
    pub(crate) async fn open(
        file: SqlitePool,
        stop: CancellationToken,
    ) -> Result<Self, SandboxError> {
        Ok(Self {
            rules: Rules::open(file.clone()).await?,
            tickets: Tickets::open(file).await?,
            caller: Caller::new().map_err(SandboxError::Caller)?,
            news: Arc::default(),
            stop,
        })
    }

    /// Takes a request and gives its ticket.
    pub(super) async fn ask(&self, request: &Request) -> Result<String, Refusal> {
        let rule = self.rules.find(request.registry, &request.number).await;
        if rule.fault == Fault::Down {
            return Err(Refusal::Down);
        }
        let kept = self.tickets.keep(request).await?;
        if rule.fault == Fault::OutOfOrder && !kept.repeated {
            self.call_first(&kept.ticket, &rule).await?;
        }
        self.news.notify_one();
        self.think(&rule).await;
        Ok(kept.ticket)
    }

    /// The answer to a ticket; `None`: there is none yet.
    pub(super) async fn poll(
        &self,
        registry: Registry,
        ticket: &str,
    ) -> Result<Option<Answer>, Refusal> {
        let number = self.tickets.number(registry, ticket).await?;
        let rule = self
            .rules
            .find(registry, &number.ok_or(Refusal::Unknown)?)
            .await;
        if rule.fault == Fault::Down {
            return Err(Refusal::Down);
        }
        self.think(&rule).await;
        let contradictory = rule.fault == Fault::Contradictory;
        Ok(self.tickets.tell(ticket, contradictory).await?)
    }

    /// Fixes the answer and calls before the ticket is handed out; what is not taken is not
    /// repeated.
    async fn call_first(&self, ticket: &str, rule: &Rule) -> Result<(), sqlx::Error> {
        if let Some(answer) = rule.answer()
            && let Some(call) = self.tickets.answer(ticket, &answer).await?
        {
            self.call(&call, rule.calls(), &[]).await;
        }
        Ok(())
    }

    /// Calls in the background, patiently.
    pub(super) fn call_later(&self, call: Call, calls: usize) {
        let (desk, stop) = (self.clone(), self.stop.clone());
        let calling = async move { desk.call(&call, calls, &PAUSES).await };
        tokio::spawn(stop.run_until_cancelled_owned(calling));
    }

    async fn call(&self, call: &Call, calls: usize, pauses: &[Duration]) {
        for _ in 0..calls {
            if !self.caller.call(call, pauses).await {
                return;
            }
            if let Err(error) = self.tickets.called(&call.ticket).await {
                tracing::error!(%error, "sandbox file");
            }
        }
    }

    /// A stopping sandbox does not wait for a slow registry.
    async fn think(&self, rule: &Rule) {
        if rule.fault == Fault::Slow {
            self.stop
                .run_until_cancelled(tokio::time::sleep(SLOW))
                .await;
        }
    }
}

//! Answers tickets when they are due. Which rule is in force is asked at that moment, so that a
//! rule can still change what becomes of a ticket that waits.

use std::time::Duration;

use super::Desk;

/// An answer comes after its ticket, which needs a moment to be handed out.
const LEAST_MS: i64 = 100;
/// Pause after the file could not be used.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// Works until the desk is stopped.
pub(crate) async fn work(desk: Desk) {
    loop {
        let next = desk.answer_due().await.unwrap_or_else(|error| {
            tracing::error!(%error, "sandbox file");
            Some(AFTER_FAILURE)
        });
        tokio::select! {
            () = desk.stop.cancelled() => return,
            () = desk.news.notified() => {}
            () = pause(next) => {}
        }
    }
}

async fn pause(length: Option<Duration>) {
    match length {
        Some(length) => tokio::time::sleep(length).await,
        None => std::future::pending().await,
    }
}

impl Desk {
    /// Answers what is due, and says when the next ticket will be; `None`: none will.
    async fn answer_due(&self) -> Result<Option<Duration>, sqlx::Error> {
        let mut next = None;
        for waiting in self.tickets.waiting().await? {
            let rule = self.rules.find(waiting.registry, &waiting.number).await;
            let Some(answer) = rule.answer() else {
                continue;
            };
            match u64::try_from(rule.delay_ms.max(LEAST_MS) - waiting.age_ms) {
                Ok(left @ 1..) => next = Some(next.map_or(left, |next: u64| next.min(left))),
                _ => {
                    if let Some(call) = self.tickets.answer(&waiting.ticket, &answer).await? {
                        self.call_later(call, rule.calls());
                    }
                }
            }
        }
        Ok(next.map(Duration::from_millis))
    }
}

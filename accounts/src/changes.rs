//! What this process tells itself: checks that are due now, and accounts whose pages show something new.

use tokio::sync::{Notify, broadcast, watch};

/// Listeners that fall behind by so many changes look once more instead.
const BACKLOG: usize = 256;

/// Signals between the tasks of one process. Other processes learn of a change by looking.
pub struct Changes {
    due: Notify,
    accounts: broadcast::Sender<String>,
    ended: watch::Sender<bool>,
}

impl Default for Changes {
    fn default() -> Self {
        Self {
            due: Notify::new(),
            accounts: broadcast::Sender::new(BACKLOG),
            ended: watch::Sender::new(false),
        }
    }
}

impl Changes {
    /// A check is due: whoever waits looks now.
    pub(crate) fn wake(&self) {
        self.due.notify_waiters();
    }

    /// Returns when a check has become due.
    pub(crate) async fn woken(&self) {
        self.due.notified().await;
    }

    /// The pages of this account show something new.
    pub(crate) fn tell(&self, account_id: &str) {
        // Nobody listens: nobody needs to know.
        drop(self.accounts.send(account_id.to_owned()));
    }

    /// The process is about to stop: whoever listens goes home.
    pub fn end(&self) {
        self.ended.send_replace(true);
    }

    /// Returns when the process is about to stop.
    pub async fn ended(&self) {
        // The sender lives as long as `self`.
        drop(self.ended.subscribe().wait_for(|ended| *ended).await);
    }

    /// Hears of accounts whose pages show something new.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<String> {
        self.accounts.subscribe()
    }
}

//! What has left the portal, as the sandbox shows it.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::Trouble;

/// How long a message may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A message that arrived.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Message {
    /// The sandbox's number.
    pub id: String,
    /// `sms`, `email` or `voice`.
    pub channel: String,
    /// Number or address.
    pub to: String,
    /// Subject of a letter.
    pub subject: Option<String>,
    /// Its text.
    pub text: String,
    /// The code in it.
    pub code: Option<String>,
    /// The link in it.
    pub link: Option<String>,
    /// When it arrived, RFC 3339.
    pub at: String,
}

/// The sandbox from outside.
#[derive(Clone, Debug)]
pub struct Outbox {
    client: reqwest::Client,
    address: SocketAddr,
}

impl Outbox {
    pub(crate) fn new(client: reqwest::Client, address: SocketAddr) -> Self {
        Self { client, address }
    }

    /// `GET /outbox?to=…`, newest first.
    ///
    /// # Errors
    /// [`Trouble::Lost`] when the sandbox does not answer.
    pub async fn to(&self, to: &str) -> Result<Vec<Message>, Trouble> {
        let url = format!(
            "http://{}/outbox?to={}",
            self.address,
            to.replace('+', "%2B")
        );
        Ok(self.client.get(url).send().await?.json().await?)
    }

    /// Waits until so many messages have arrived; newest first.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when they do not.
    pub async fn wait_for(&self, to: &str, count: usize) -> Result<Vec<Message>, Trouble> {
        let begun = Instant::now();
        loop {
            let messages = self.to(to).await?;
            if messages.len() >= count {
                return Ok(messages);
            }
            if begun.elapsed() > PATIENCE {
                let channels: Vec<_> = messages.iter().map(|message| &message.channel).collect();
                return Err(Trouble::wrong(format!(
                    "{count} messages do not arrive, only {channels:?}"
                )));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// The messages of one recipient, read one after the other.
    #[must_use]
    pub fn mailbox(&self, to: &str) -> Mailbox {
        Mailbox {
            outbox: self.clone(),
            to: to.to_owned(),
            read: 0,
        }
    }

    /// Makes a channel `ok`, `down`, `slow` (by so many milliseconds) or `twice`, for so many messages or
    /// for all.
    ///
    /// # Errors
    /// [`Trouble::Lost`] when the sandbox does not answer.
    pub async fn fault(
        &self,
        channel: &str,
        mode: &str,
        delay_ms: u64,
        count: Option<u32>,
    ) -> Result<(), Trouble> {
        let rule =
            json!({ "channel": channel, "mode": mode, "delay_ms": delay_ms, "count": count });
        self.put("faults", &rule).await
    }

    /// How a registry answers from now on, as `docs/sandbox.md` says.
    ///
    /// # Errors
    /// [`Trouble::Lost`] when the sandbox does not answer, or refuses the rule.
    pub async fn rule(&self, rule: &Value) -> Result<(), Trouble> {
        self.put("registries/rules", rule).await
    }

    async fn put(&self, path: &str, rule: &Value) -> Result<(), Trouble> {
        let url = format!("http://{}/{path}", self.address);
        self.client
            .put(url)
            .json(rule)
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }
}

/// The messages of one recipient. Each is read once, oldest first.
#[derive(Clone, Debug)]
pub struct Mailbox {
    outbox: Outbox,
    to: String,
    read: usize,
}

impl Mailbox {
    /// The next message.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when none arrives.
    pub async fn next(&mut self) -> Result<Message, Trouble> {
        let mut messages = self.outbox.wait_for(&self.to, self.read + 1).await?;
        messages.reverse();
        self.read += 1;
        Ok(messages.swap_remove(self.read - 1))
    }

    /// The code of the next message that has one.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when none arrives.
    pub async fn code(&mut self) -> Result<String, Trouble> {
        loop {
            if let Some(code) = self.next().await?.code {
                return Ok(code);
            }
        }
    }

    /// The link of the next message that has one.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when none arrives.
    pub async fn link(&mut self) -> Result<String, Trouble> {
        loop {
            if let Some(link) = self.next().await?.link {
                return Ok(link);
            }
        }
    }

    /// How many have arrived that nobody has read yet.
    ///
    /// # Errors
    /// [`Trouble::Lost`] when the sandbox does not answer.
    pub async fn unread(&self) -> Result<usize, Trouble> {
        Ok(self
            .outbox
            .to(&self.to)
            .await?
            .len()
            .saturating_sub(self.read))
    }
}

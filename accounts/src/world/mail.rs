//! Letters over SMTP.

use std::time::Duration;

use futures_util::future::BoxFuture;
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::PoolConfig;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{Failure, WorldError};
use crate::config::Mail as MailConfig;
use crate::outbox::Letter;

const TIMEOUT: Duration = Duration::from_secs(10);

/// Sends letters.
pub trait Mail: Send + Sync {
    /// Sends one. Repeats carry the same key, as the Message-ID.
    fn send<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        letter: &'a Letter,
    ) -> BoxFuture<'a, Result<(), Failure>>;
}

/// A mail server at an address.
pub struct SmtpMail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMail {
    /// The mail server of the configuration.
    ///
    /// # Errors
    /// When its address or the sender cannot be read.
    pub fn new(config: &MailConfig) -> Result<Self, WorldError> {
        let wrong = |key, why| WorldError {
            section: "mail",
            key,
            why,
        };
        let pool = PoolConfig::new()
            .max_size(4)
            .idle_timeout(Duration::from_secs(15));
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.url)
            .map_err(|_| wrong("url", "smtp:// or smtps:// is needed"))?
            .timeout(Some(TIMEOUT))
            .pool_config(pool)
            .build();
        let from = config
            .from
            .parse()
            .map_err(|_| wrong("from", "not a sender, as in Name <name@host>"))?;
        Ok(Self { transport, from })
    }

    fn message(&self, key: &str, to: &str, letter: &Letter) -> Result<Message, Failure> {
        let to: Address = to
            .parse()
            .map_err(|_| Failure::Permanent("address".into()))?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{key}@{}>", self.from.email.domain())))
            .multipart(MultiPart::alternative_plain_html(
                letter.text.clone(),
                letter.html.clone(),
            ))
            .map_err(|_| Failure::Permanent("message".into()))
    }
}

impl Mail for SmtpMail {
    fn send<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        letter: &'a Letter,
    ) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(async move {
            let message = self.message(key, to, letter)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(judge(&error)),
            }
        })
    }
}

/// Only what the server says for ever about this receiver or this letter is for ever.
fn judge(error: &SmtpError) -> Failure {
    match error.status() {
        Some(status) => {
            let status = status.to_string();
            let code = format!("smtp-{status}");
            match status.as_str() {
                "550" | "551" | "552" | "553" | "554" => Failure::Permanent(code),
                _ => Failure::Temporary(code),
            }
        }
        None if error.is_timeout() => Failure::Temporary("timeout".into()),
        None => Failure::Temporary("connect".into()),
    }
}

//! What the SMS and the voice gateway have in common: JSON over HTTP with an idempotency key.

use std::time::Duration;

use reqwest::{Client, StatusCode, Url};
use serde::Serialize;

use super::{Failure, WorldError};

/// Longest time a gateway may take. The worker's lease is renewed meanwhile.
const TIMEOUT: Duration = Duration::from_secs(10);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

pub(super) struct Gateway {
    client: Client,
    url: Url,
}

#[derive(Serialize)]
struct Message<'a> {
    to: &'a str,
    text: &'a str,
}

impl Gateway {
    pub(super) fn new(section: &'static str, url: &str) -> Result<Self, WorldError> {
        let wrong = |why| WorldError {
            section,
            key: "url",
            why,
        };
        let url = Url::parse(url).map_err(|_| wrong("not an address"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(wrong("http:// or https:// is needed"));
        }
        // The second call of a process changes nothing and says so.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = Client::builder()
            .timeout(TIMEOUT)
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .pool_max_idle_per_host(4)
            .pool_idle_timeout(Duration::from_secs(15))
            .no_proxy()
            .build()
            .map_err(|_| wrong("no certificates of this machine for TLS"))?;
        Ok(Self { client, url })
    }

    pub(super) async fn post(&self, key: &str, to: &str, text: &str) -> Result<(), Failure> {
        let answer = self
            .client
            .post(self.url.clone())
            .header("Idempotency-Key", key)
            .json(&Message { to, text })
            .send()
            .await
            .map_err(|error| Failure::Temporary(code(&error).to_owned()))?;
        judge(answer.status())
    }
}

fn code(error: &reqwest::Error) -> &'static str {
    if error.is_timeout() {
        "timeout"
    } else if error.is_connect() {
        "connect"
    } else {
        "broken"
    }
}

/// What a gateway refuses as unreadable stays unreadable; everything else may pass: an overloaded
/// one, one that forgot its keys, one that is being set up.
fn judge(status: StatusCode) -> Result<(), Failure> {
    let code = format!("http-{}", status.as_u16());
    match status.as_u16() {
        200..=299 => Ok(()),
        400 | 410 | 413 | 422 => Err(Failure::Permanent(code)),
        _ => Err(Failure::Temporary(code)),
    }
}

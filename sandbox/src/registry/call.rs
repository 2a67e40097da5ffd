//! Calls: a registry says that an answer is ready, and not what it is.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::limits;

/// Longest time a call may take.
const TIMEOUT: Duration = Duration::from_secs(3);

/// Where an asker wants to be called.
#[derive(Deserialize)]
pub(crate) struct Callback {
    pub(crate) url: String,
    pub(crate) token: String,
}

impl Callback {
    /// What is wrong with it, as one line.
    pub(crate) fn check(&self) -> Result<(), String> {
        limits::visible("callback.token", &self.token)?;
        limits::visible("callback.url", &self.url)?;
        if !is_loopback(&self.url) {
            return Err("callback.url: the sandbox calls http and https on loopback only".into());
        }
        Ok(())
    }
}

fn is_loopback(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else {
        return false;
    };
    let host = url.host_str().unwrap_or_default();
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_web = matches!(url.scheme(), "http" | "https");
    is_web && (host == "localhost" || host.parse().is_ok_and(|host: IpAddr| host.is_loopback()))
}

/// A call to be made.
#[derive(Serialize)]
pub(crate) struct Call {
    registry: String,
    key: String,
    pub(crate) ticket: String,
    #[serde(skip)]
    url: String,
    #[serde(skip)]
    token: String,
}

impl Call {
    /// The call about a ticket, where its asker wants one.
    pub(crate) fn of(row: &SqliteRow) -> Result<Option<Self>, sqlx::Error> {
        let Some(url) = row.try_get("callback_url")? else {
            return Ok(None);
        };
        Ok(Some(Self {
            registry: row.try_get("registry")?,
            key: row.try_get("idempotency_key")?,
            ticket: row.try_get("ticket")?,
            url,
            token: row.try_get("callback_token")?,
        }))
    }
}

/// Makes calls.
#[derive(Clone)]
pub(crate) struct Caller(Client);

impl Caller {
    /// A caller that stays on this machine: it follows no redirect, uses no proxy and asks no
    /// name server.
    pub(crate) fn new() -> Result<Self, reqwest::Error> {
        // The second call of a process changes nothing and says so.
        drop(rustls::crypto::ring::default_provider().install_default());
        let here: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        Client::builder()
            .timeout(TIMEOUT)
            .redirect(Policy::none())
            .no_proxy()
            .resolve_to_addrs("localhost", &here.map(|ip| SocketAddr::new(ip, 0)))
            .pool_max_idle_per_host(1)
            .build()
            .map(Self)
    }

    /// Calls: at once, and again after each pause, until the call is taken. Says whether it was.
    pub(crate) async fn call(&self, call: &Call, pauses: &[Duration]) -> bool {
        for pause in pauses {
            if self.try_once(call).await {
                return true;
            }
            tokio::time::sleep(*pause).await;
        }
        self.try_once(call).await
    }

    async fn try_once(&self, call: &Call) -> bool {
        let request = self.0.post(&call.url).bearer_auth(&call.token).json(call);
        let answer = request.send().await.map(|answer| answer.status());
        match answer.map_err(reqwest::Error::without_url) {
            Ok(status) if status.is_success() => true,
            Ok(status) => {
                tracing::warn!(ticket = call.ticket, %status, "the call was not taken");
                false
            }
            Err(error) => {
                tracing::warn!(ticket = call.ticket, %error, "nobody was called");
                false
            }
        }
    }
}

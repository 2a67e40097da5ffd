//! JSON over HTTP as every gateway of the outside is spoken to: the address of the configuration,
//! a client with time-outs, failures as codes.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url};
use serde::de::DeserializeOwned;

use super::{Failure, WorldError};

/// Longest time an answer may take. The worker's lease is renewed meanwhile.
const TIMEOUT: Duration = Duration::from_secs(10);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// Longest answer that is read.
const LONGEST_ANSWER: usize = 64 * 1024;
/// Longest wait that another side can ask for.
const LONGEST_WAIT_S: u32 = 3_600;

pub(super) struct Http {
    client: Client,
    url: Url,
}

impl Http {
    /// A client of the address in `[section] url`. Redirects are not followed: what is sent is
    /// meant for this address alone.
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

    /// A request to a path below the address; each segment is percent-encoded.
    pub(super) fn request(&self, method: Method, below: &[&str]) -> RequestBuilder {
        let mut url = self.url.clone();
        // Only addresses that are not http or https have no path.
        if let Ok(mut path) = url.path_segments_mut()
            && !below.is_empty()
        {
            path.pop_if_empty().extend(below);
        }
        self.client.request(method, url)
    }
}

/// The answer, when it is a good one.
pub(super) async fn send(request: RequestBuilder) -> Result<Response, Failure> {
    let answer = request.send().await.map_err(|error| broken(&error))?;
    judge(answer.status(), answer.headers()).map(|()| answer)
}

/// The answer's body as JSON. Too long, or anything else than expected, is unreadable.
pub(super) async fn read<T: DeserializeOwned>(mut answer: Response) -> Result<T, Failure> {
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(|error| broken(&error))? {
        if body.len() + part.len() > LONGEST_ANSWER {
            return Err(unreadable());
        }
        body.extend_from_slice(&part);
    }
    serde_json::from_slice(&body).map_err(|_| unreadable())
}

/// An answer that is none: the other side may be in the middle of being changed.
pub(super) fn unreadable() -> Failure {
    Failure::Temporary("unreadable".into())
}

fn broken(error: &reqwest::Error) -> Failure {
    let code = if error.is_timeout() {
        "timeout"
    } else if error.is_connect() {
        "connect"
    } else {
        "broken"
    };
    Failure::Temporary(code.into())
}

/// What a gateway refuses as unreadable stays unreadable; everything else may pass: an overloaded
/// one, one that forgot its keys, one that is being set up.
fn judge(status: StatusCode, headers: &HeaderMap) -> Result<(), Failure> {
    let code = format!("http-{}", status.as_u16());
    match (status.as_u16(), retry_after_s(headers)) {
        (200..=299, _) => Ok(()),
        (400 | 410 | 413 | 422, _) => Err(Failure::Permanent(code)),
        (429 | 503, Some(after_s)) => Err(Failure::Busy { code, after_s }),
        _ => Err(Failure::Temporary(code)),
    }
}

/// The seconds of `Retry-After` (RFC 9110, 10.2.3), an hour at most: a slip of the other side is not to stop the portal
/// for days. A date is not read.
fn retry_after_s(headers: &HeaderMap) -> Option<u32> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    let seconds: u32 = text.parse().ok()?;
    Some(seconds.min(LONGEST_WAIT_S))
}

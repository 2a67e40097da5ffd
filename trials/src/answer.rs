//! An answer as it came over the wire.

use std::time::Duration;

use reqwest::header::{HeaderMap, LOCATION};

use crate::{Page, Trouble};

/// Status, headers and body, nothing followed and nothing unpacked.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads an answer to its end.
    ///
    /// # Errors
    /// [`Trouble::Lost`] when it breaks off.
    pub async fn read(response: reqwest::Response) -> Result<Self, Trouble> {
        Ok(Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await?.to_vec(),
        })
    }

    /// The value of a header; of several the first.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Where it sends the browser.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as a page that was found at `path`.
    #[must_use]
    pub fn page(&self, path: &str) -> Page {
        Page::read(path, self.status, &self.text())
    }
}

/// A client that follows nothing, unpacks nothing, keeps no cookies, and opens a connection for each
/// request: none is left over from a process that was killed.
pub(crate) fn client() -> reqwest::Client {
    // The second call of a process finds it installed.
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .pool_max_idle_per_host(0)
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap_or_default()
}

//! What the SMS and the voice gateway have in common: a message with an idempotency key.

use reqwest::Method;
use serde::Serialize;

use super::http::{self, Http};
use super::{Failure, WorldError};

pub(super) struct Gateway(Http);

#[derive(Serialize)]
struct Message<'a> {
    to: &'a str,
    text: &'a str,
}

impl Gateway {
    pub(super) fn new(section: &'static str, url: &str) -> Result<Self, WorldError> {
        Ok(Self(Http::new(section, url)?))
    }

    pub(super) async fn post(&self, key: &str, to: &str, text: &str) -> Result<(), Failure> {
        let request = self.0.request(Method::POST, &[]);
        let request = request
            .header("Idempotency-Key", key)
            .json(&Message { to, text });
        http::send(request).await.map(drop)
    }
}

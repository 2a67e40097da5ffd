//! SMS by a gateway that takes JSON over HTTP.

use futures_util::future::BoxFuture;

use super::gateway::Gateway;
use super::{Failure, WorldError};

/// Sends SMS.
pub trait Sms: Send + Sync {
    /// Sends one. Repeats carry the same key.
    fn send<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        text: &'a str,
    ) -> BoxFuture<'a, Result<(), Failure>>;
}

/// A gateway at an address.
pub struct HttpSms(Gateway);

impl HttpSms {
    /// The gateway at this address.
    ///
    /// # Errors
    /// When the address cannot be read.
    pub fn new(url: &str) -> Result<Self, WorldError> {
        Ok(Self(Gateway::new("sms", url)?))
    }
}

impl Sms for HttpSms {
    fn send<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        text: &'a str,
    ) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(self.0.post(key, to, text))
    }
}

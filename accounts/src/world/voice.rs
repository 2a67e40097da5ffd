//! Calls by a gateway that takes JSON over HTTP and reads the text aloud.

use futures_util::future::BoxFuture;

use super::gateway::Gateway;
use super::{Failure, WorldError};

/// Makes calls.
pub trait Voice: Send + Sync {
    /// Makes one. Repeats carry the same key.
    fn call<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        text: &'a str,
    ) -> BoxFuture<'a, Result<(), Failure>>;
}

/// A gateway at an address.
pub struct HttpVoice(Gateway);

impl HttpVoice {
    /// The gateway at this address.
    ///
    /// # Errors
    /// When the address cannot be read.
    pub fn new(url: &str) -> Result<Self, WorldError> {
        Ok(Self(Gateway::new("voice", url)?))
    }
}

impl Voice for HttpVoice {
    fn call<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        text: &'a str,
    ) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(self.0.post(key, to, text))
    }
}

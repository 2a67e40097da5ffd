//! The outside world: one small trait for each kind, one adapter that speaks a real protocol.

mod failure;
mod gateway;
mod http;
mod mail;
mod registry;
mod sms;
mod voice;

use std::sync::Arc;

use crate::config::PortalConfig;

pub use failure::{Failure, WorldError};
pub use mail::{Mail, SmtpMail};
pub use registry::{Answer, Callback, HttpRegistries, Question, Registries};
pub use sms::{HttpSms, Sms};
pub use voice::{HttpVoice, Voice};

/// Everything the portal reaches the outside through.
#[derive(Clone)]
pub struct World {
    /// SMS gateway.
    pub sms: Arc<dyn Sms>,
    /// Voice gateway.
    pub voice: Arc<dyn Voice>,
    /// Mail server.
    pub mail: Arc<dyn Mail>,
    /// State registries.
    pub registries: Arc<dyn Registries>,
}

impl World {
    /// The adapters of the configuration. Nothing is asked of the outside yet.
    ///
    /// # Errors
    /// When an address cannot be read.
    pub fn connect(config: &PortalConfig) -> Result<Self, WorldError> {
        Ok(Self {
            sms: Arc::new(HttpSms::new(&config.sms.url)?),
            voice: Arc::new(HttpVoice::new(&config.voice.url)?),
            mail: Arc::new(SmtpMail::new(&config.mail)?),
            registries: Arc::new(HttpRegistries::new(&config.checks.url)?),
        })
    }
}

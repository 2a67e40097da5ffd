//! A message as it was received.

use serde::{Deserialize, Serialize};

/// The way a message came.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Channel {
    Sms,
    Voice,
    Email,
}

impl Channel {
    pub(crate) const ALL: [Self; 3] = [Self::Sms, Self::Voice, Self::Email];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Voice => "voice",
            Self::Email => "email",
        }
    }
}

/// What a sender handed over.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    pub(crate) channel: Channel,
    /// The sender's key; a repeat with the same key is the same message.
    pub(crate) key: Option<String>,
    pub(crate) to: String,
    pub(crate) subject: Option<String>,
    pub(crate) text: String,
}

/// A message as `GET /outbox` shows it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) channel: String,
    pub(crate) to: String,
    pub(crate) subject: Option<String>,
    pub(crate) text: String,
    pub(crate) code: Option<String>,
    pub(crate) link: Option<String>,
    /// RFC 3339, UTC.
    pub(crate) at: String,
}

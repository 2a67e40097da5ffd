//! Why a message did not get through. Codes alone: answers of the outside can repeat what was sent.

/// Why a message did not get through.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Worth another try.
    #[error("{0}")]
    Temporary(String),
    /// Worth another try, not before so many seconds: the receiver has asked for that.
    #[error("{code}")]
    Busy {
        /// Code of the failure.
        code: String,
        /// How long to wait.
        after_s: u32,
    },
    /// The receiver will never take this message.
    #[error("{0}")]
    Permanent(String),
}

/// An address of the configuration that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("[{section}] {key}: {why}")]
pub struct WorldError {
    /// Section of the configuration.
    pub section: &'static str,
    /// Key in it.
    pub key: &'static str,
    /// What is wrong.
    pub why: &'static str,
}

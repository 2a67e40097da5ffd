//! Why a trial could not go on.

/// Something a trial did not count on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// No whole answer came. What was asked for may have happened all the same.
    #[error("no answer: {0}")]
    Lost(String),
    /// An answer came, and it is not what was to come.
    #[error("{0}")]
    Wrong(String),
}

impl Trouble {
    /// Not what was to come.
    pub fn wrong(what: impl Into<String>) -> Self {
        Self::Wrong(what.into())
    }

    /// Nobody answered, as opposed to a wrong answer.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Lost(_))
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Wrong(error.to_string())
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        Self::Wrong(format!("database: {error}"))
    }
}

impl From<reqwest::Error> for Trouble {
    fn from(error: reqwest::Error) -> Self {
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(inner) = cause {
            text = format!("{text}: {inner}");
            cause = inner.source();
        }
        Self::Lost(text)
    }
}

/// An assertion that hands its failure on instead of ending the process.
///
/// # Errors
/// [`Trouble::Wrong`] with the text, when it does not hold.
pub fn must(holds: bool, what: impl FnOnce() -> String) -> Result<(), Trouble> {
    if holds {
        Ok(())
    } else {
        Err(Trouble::Wrong(what()))
    }
}

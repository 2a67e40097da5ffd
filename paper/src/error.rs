//! Why a paper could not be made. Codes alone, without anything that would have stood on it.

/// No value causes one of these: they speak of the fonts and of the library.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A font of the crate cannot be read.
    #[error("font")]
    Font,
    /// The library refuses the page or the standard.
    #[error("format")]
    Format,
    /// The library refuses the finished document.
    #[error("write: {0}")]
    Write(String),
}

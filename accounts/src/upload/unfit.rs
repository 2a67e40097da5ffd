//! Why a file is not taken in. Texts stand in `app`.

/// Why a file is not taken in (R-UPL-04, R-ERR-07).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unfit {
    /// No file was chosen.
    Missing,
    /// The file has no bytes.
    Empty,
    /// Larger than `[uploads] max_bytes`.
    TooLarge,
    /// Neither PDF nor JPEG nor PNG, by its content.
    WrongType,
    /// The request has `[uploads] max_files` already.
    TooMany,
    /// A PDF that is encrypted, with or without a password to open it.
    Locked,
    /// A PDF that can act by itself or carries other files.
    ActiveContent,
    /// Broken off, unreadable, without a page, or more than one file at once.
    Damaged,
    /// The virus check found something.
    Virus,
    /// The file could not be checked or kept; a repeat may help.
    Failed,
    /// A picture larger than `[uploads] max_megapixels`.
    TooManyPixels,
}

impl Unfit {
    /// Every reason: a page has a text for each.
    pub const ALL: [Self; 11] = [
        Self::Missing,
        Self::Empty,
        Self::TooLarge,
        Self::WrongType,
        Self::TooMany,
        Self::Locked,
        Self::ActiveContent,
        Self::Damaged,
        Self::Virus,
        Self::Failed,
        Self::TooManyPixels,
    ];

    /// The code on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "none",
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::WrongType => "wrong_type",
            Self::TooMany => "too_many",
            Self::Locked => "locked",
            Self::ActiveContent => "active_content",
            Self::Damaged => "damaged",
            Self::Virus => "virus",
            Self::Failed => "failed",
            Self::TooManyPixels => "too_many_pixels",
        }
    }
}

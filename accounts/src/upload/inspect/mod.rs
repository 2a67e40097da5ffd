//! What a file is, by its content, and what of it may be kept (R-UPL-04, R-UPL-06).

mod jpeg_end;
mod pdf;
mod picture;

#[cfg(test)]
mod tests;

use super::Unfit;
use crate::config::Uploads as Config;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A document, kept as it came.
    Pdf,
    /// A picture, drawn anew.
    Jpeg,
    /// A picture, drawn anew.
    Png,
}

impl FileKind {
    const ALL: [Self; 3] = [Self::Pdf, Self::Jpeg, Self::Png];

    /// The code in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// How names of such files end, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// By the first bytes, which must be the very first: nothing stands before them.
    fn of(bytes: &[u8]) -> Option<Self> {
        const BEGINNINGS: [(&[u8], FileKind); 3] = [
            (b"%PDF-", FileKind::Pdf),
            (b"\xff\xd8\xff", FileKind::Jpeg),
            (b"\x89PNG\r\n\x1a\n", FileKind::Png),
        ];
        let found = BEGINNINGS
            .iter()
            .find(|(beginning, _)| bytes.starts_with(beginning));
        found.map(|(_, kind)| *kind)
    }
}

/// How large a file may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Bytes of the file.
    pub(super) bytes: u64,
    /// Pixels of a picture.
    pub(super) pixels: u64,
}

impl Limits {
    pub(super) fn of(config: &Config) -> Self {
        Self {
            bytes: u64::from(config.max_bytes),
            pixels: u64::from(config.max_megapixels) * 1_000_000,
        }
    }
}

/// What is kept of a file.
#[derive(Debug)]
pub(super) struct Clean {
    pub(super) kind: FileKind,
    pub(super) bytes: Vec<u8>,
}

/// Looks through a whole file. Takes up to seconds and the memory of its picture: not for an async thread.
pub(super) fn inspect(bytes: &[u8], limits: Limits) -> Result<Clean, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    if bytes.len() as u64 > limits.bytes {
        return Err(Unfit::TooLarge);
    }
    let kind = FileKind::of(bytes).ok_or(Unfit::WrongType)?;
    let bytes = match kind {
        FileKind::Pdf => pdf::read_through(bytes).map(|()| bytes.to_vec()),
        FileKind::Jpeg => picture::redraw_jpeg(bytes, limits.pixels),
        FileKind::Png => picture::redraw_png(bytes, limits.pixels),
    };
    Ok(Clean {
        kind,
        bytes: bytes?,
    })
}

//! Golos Text (SIL Open Font License 1.1, `fonts/OFL.txt`): Cyrillic, Latin, digits, № « » — ₽.

use krilla::text::Font;
use rustybuzz::Face;

use crate::error::PaperError;

const REGULAR: &[u8] = include_bytes!("../fonts/golos-400.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../fonts/golos-600.ttf");

/// How thick letters are.
#[derive(Clone, Copy)]
pub(crate) enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// A font as the library embeds it and as text is measured with it.
pub(crate) struct Typeface {
    pub(crate) font: Font,
    pub(crate) face: Face<'static>,
}

/// The fonts of a paper.
pub(crate) struct Fonts {
    regular: Typeface,
    semibold: Typeface,
}

impl Fonts {
    /// Reads both.
    pub(crate) fn read() -> Result<Self, PaperError> {
        Ok(Self {
            regular: typeface(REGULAR)?,
            semibold: typeface(SEMIBOLD)?,
        })
    }

    /// The one of a weight.
    pub(crate) fn of(&self, weight: Weight) -> &Typeface {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }
}

fn typeface(bytes: &'static [u8]) -> Result<Typeface, PaperError> {
    Ok(Typeface {
        font: Font::new(bytes.into(), 0).ok_or(PaperError::Font)?,
        face: Face::from_slice(bytes, 0).ok_or(PaperError::Font)?,
    })
}

//! Colours. All but the accent are greys, so that a printer takes black alone for them.

use krilla::color::{luma, rgb};
use krilla::paint::{Fill, Paint};

/// A colour by what it is for.
#[derive(Clone, Copy)]
pub(crate) enum Ink {
    /// Text and QR codes.
    Black,
    /// Labels and captions: contrast 7.5:1 on white.
    Grey,
    /// Lines between rows, frames.
    Hairline,
    /// The portal's colour (`--primary` of the site), a dark grey on a printer without colours.
    Accent,
}

impl Ink {
    /// What the library fills with.
    pub(crate) fn fill(self) -> Fill {
        let paint: Paint = match self {
            Self::Black => luma::Color::black().into(),
            Self::Grey => luma::Color::new(0x55).into(),
            Self::Hairline => luma::Color::new(0xA8).into(),
            Self::Accent => rgb::Color::new(0x0B, 0x5C, 0x58).into(),
        };
        Fill {
            paint,
            ..Fill::default()
        }
    }
}

//! A framed code or name that is typed from the paper.

use krilla::tagging::Tag;

use crate::area::{MARGIN, MM, Spot, WIDTH, frame};
use crate::ink::Ink;
use crate::line::Line;
use crate::look::Look;
use crate::qr;
use crate::sheet::{Drawing, Sheet};
use crate::wrap::{fit, wrap};

/// Between the frame and what is in it.
const PADDING: f32 = 14.0;
/// The QR code with its free border, which is the padding on that side.
const QR: f32 = 36.0 * MM;
/// Codes, the largest first.
const CODES: [Look; 4] = [
    Look::spaced(32.0),
    Look::spaced(26.0),
    Look::spaced(20.0),
    Look::spaced(15.0),
];
/// Words and addresses, the largest first.
const NAMES: [Look; 4] = [
    Look::large(26.0),
    Look::large(21.0),
    Look::large(17.0),
    Look::large(14.0),
];

/// What a panel shows.
pub(crate) struct Panel<'a> {
    /// What it is.
    pub(crate) label: &'a str,
    /// What is typed.
    pub(crate) value: &'a str,
    /// What to do with it.
    pub(crate) note: &'a str,
}

impl Sheet {
    /// A code, sign by sign.
    pub(crate) fn code(&mut self, panel: &Panel<'_>) {
        self.framed_value(panel, &CODES, None);
    }

    /// A code, sign by sign and as QR code, which the description is read out for.
    pub(crate) fn scanned(&mut self, panel: &Panel<'_>, description: &str) {
        self.framed_value(panel, &CODES, Some(description));
    }

    /// A name or an address.
    pub(crate) fn name(&mut self, panel: &Panel<'_>) {
        self.framed_value(panel, &NAMES, None);
    }

    fn framed_value(&mut self, panel: &Panel<'_>, looks: &[Look], qr: Option<&str>) {
        let width = WIDTH - 2.0 * PADDING - qr.map_or(0.0, |_| QR - PADDING);
        let blocks = [
            wrap(&self.fonts, panel.label, Look::NOTE, width),
            fit(&self.fonts, panel.value, looks, width),
            wrap(&self.fonts, panel.note, Look::NOTE, width),
        ];
        let inside: f32 = blocks.iter().flatten().map(|line| line.look.leading).sum();
        let height = (inside + 2.0 * PADDING).max(qr.map_or(0.0, |_| QR));
        self.gap(8.0);
        self.room(height);
        let top = self.here(MARGIN);
        self.decorate(
            top.page,
            frame(top.x, top.y, WIDTH, height, 0.75),
            Ink::Hairline,
        );
        self.y += (height - inside) / 2.0;
        for block in blocks {
            self.block(block);
        }
        if let Some(description) = qr {
            self.figure(panel.value, description, top, height);
        }
        self.y = top.y + height;
        self.gap(14.0);
    }

    fn block(&mut self, lines: Vec<Line>) {
        self.group(Tag::P, |sheet| {
            for line in lines {
                let leading = line.look.leading;
                sheet.write(sheet.here(MARGIN + PADDING), line);
                sheet.y += leading;
            }
        });
    }

    /// The QR code at the right of the panel, in the middle of its height.
    fn figure(&mut self, value: &str, description: &str, top: Spot, height: f32) {
        let (x, y) = (MARGIN + WIDTH - QR, top.y + (height - QR) / 2.0);
        if let Some(path) = qr::drawing(value, x, y, QR) {
            let ink = Ink::Black;
            self.group(Tag::Figure(Some(description.to_owned())), |sheet| {
                sheet.put(top.page, Drawing::Shape { path, ink });
            });
        }
    }
}

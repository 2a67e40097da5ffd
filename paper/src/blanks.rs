//! Lines that are filled by hand.

use krilla::tagging::Tag;

use crate::area::{MARGIN, WIDTH, rectangle};
use crate::ink::Ink;
use crate::line::Line;
use crate::look::Look;
use crate::sheet::Sheet;

/// Free height for a hand.
const HAND: f32 = 40.0;
/// Between two lines.
const BETWEEN: f32 = 16.0;

impl Sheet {
    /// Lines side by side with captions under them; widths are parts of the whole.
    pub(crate) fn blanks(&mut self, blanks: &[(&str, f32)]) {
        let shared = WIDTH - BETWEEN * blanks.len().saturating_sub(1) as f32;
        self.room(HAND + Look::SMALL.leading + 4.0);
        self.y += HAND;
        let mut x = MARGIN;
        for (caption, part) in blanks {
            let width = shared * part;
            let mut spot = self.here(x);
            self.decorate(spot.page, rectangle(x, spot.y, width, 0.75), Ink::Grey);
            spot.y += 3.0;
            let line = Line::new(&self.fonts, (*caption).to_owned(), Look::SMALL);
            self.group(Tag::P, |sheet| sheet.write(spot, line));
            x += width + BETWEEN;
        }
        self.y += Look::SMALL.leading + 4.0;
    }
}

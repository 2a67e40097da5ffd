//! What must not be overlooked.

use krilla::tagging::Tag;

use crate::area::{MARGIN, WIDTH, rectangle};
use crate::ink::Ink;
use crate::look::Look;
use crate::sheet::Sheet;
use crate::wrap::wrap;

/// How far the text stands from the bar beside it.
const INDENT: f32 = 14.0;

impl Sheet {
    /// A short text beside a bar: the first sentence stands out.
    pub(crate) fn notice(&mut self, lead: &str, text: &str) {
        let width = WIDTH - INDENT;
        let lines = wrap(&self.fonts, lead, Look::STRONG, width).len()
            + wrap(&self.fonts, text, Look::BODY, width).len();
        let height = lines as f32 * Look::BODY.leading;
        self.gap(14.0);
        self.room(height);
        let top = self.here(MARGIN);
        self.decorate(top.page, rectangle(top.x, top.y, 2.5, height), Ink::Accent);
        for (text, look) in [(lead, Look::STRONG), (text, Look::BODY)] {
            self.group(Tag::P, |sheet| {
                sheet.text(text, look, MARGIN + INDENT, width);
            });
        }
        self.gap(10.0);
    }
}

//! What all papers have around their text.

use krilla::tagging::Tag;

use crate::area::{MARGIN, MM, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, frame, rectangle};
use crate::ink::Ink;
use crate::line::Line;
use crate::look::Look;
use crate::sheet::{Drawing, Mark, Sheet};

/// Between the edge of the page and a frame around it.
const FRAME: f32 = 11.0 * MM;

impl Sheet {
    /// The name of the portal over a line.
    pub(crate) fn brand(&mut self) {
        self.group(Tag::P, |sheet| {
            sheet.text("Ступени", Look::BRAND, MARGIN, WIDTH / 2.0);
        });
        let rule = rectangle(MARGIN, self.y + 5.0, WIDTH, 1.5);
        self.decorate(0, rule, Ink::Accent);
        self.gap(30.0);
    }

    /// A double frame around every page.
    pub(crate) fn framed(&mut self) {
        for page in 0..self.pages.len() {
            for (distance, thickness, ink) in
                [(FRAME, 1.5, Ink::Accent), (FRAME + 3.5, 0.5, Ink::Accent)]
            {
                let (width, height) = (PAGE_WIDTH - 2.0 * distance, PAGE_HEIGHT - 2.0 * distance);
                self.decorate(
                    page,
                    frame(distance, distance, width, height, thickness),
                    ink,
                );
            }
        }
    }

    /// The numbers of pages, where there is more than one.
    pub(crate) fn numbered(&mut self) {
        let count = self.pages.len();
        if count < 2 {
            return;
        }
        for (page, marks) in self.pages.iter_mut().enumerate() {
            let text = format!("{} · страница {} из {count}", self.title, page + 1);
            let line = Line::new(&self.fonts, text, Look::SMALL);
            let (x, y) = (
                PAGE_WIDTH - MARGIN - line.width,
                PAGE_HEIGHT - MARGIN + 16.0,
            );
            let drawing = Drawing::Text { x, y, line };
            marks.push(Mark {
                number: None,
                drawing,
            });
        }
    }
}

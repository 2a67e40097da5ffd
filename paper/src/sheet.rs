//! A paper while it is filled, from top to bottom and page by page.

use std::num::NonZeroU16;

use krilla::geom::Path;
use krilla::tagging::{Tag, TagKind};

use crate::area::{BOTTOM, MARGIN, Spot, WIDTH};
use crate::error::PaperError;
use crate::font::Fonts;
use crate::ink::Ink;
use crate::line::Line;
use crate::look::Look;
use crate::tree::Branch;
use crate::wrap::wrap;

/// How far below the top of its line a baseline lies, in parts of the leading: the letters stand in its middle.
const BASELINE: f32 = 0.74;

/// What is drawn.
pub(crate) enum Drawing {
    /// A line of text from its baseline.
    Text { x: f32, y: f32, line: Line },
    /// A filled form.
    Shape { path: Path, ink: Ink },
}

/// Something on a page; what has no number is decoration and stays out of the structure.
pub(crate) struct Mark {
    pub(crate) number: Option<usize>,
    pub(crate) drawing: Drawing,
}

/// The name of a part and where it starts.
pub(crate) struct Chapter {
    pub(crate) name: String,
    pub(crate) spot: Spot,
}

/// The paper so far.
pub(crate) struct Sheet {
    pub(crate) fonts: Fonts,
    pub(crate) title: &'static str,
    pub(crate) pages: Vec<Vec<Mark>>,
    pub(crate) branches: Vec<Branch>,
    pub(crate) chapters: Vec<Chapter>,
    /// How many numbers are given.
    pub(crate) numbers: usize,
    /// Where the next thing goes on the last page.
    pub(crate) y: f32,
}

impl Sheet {
    /// An empty paper with its name at the top.
    pub(crate) fn new(title: &'static str) -> Result<Self, PaperError> {
        let mut sheet = Self {
            fonts: Fonts::read()?,
            title,
            pages: vec![Vec::new()],
            branches: Vec::new(),
            chapters: Vec::new(),
            numbers: 0,
            y: MARGIN,
        };
        sheet.brand();
        sheet.heading(NonZeroU16::MIN, title, Look::TITLE);
        sheet.gap(8.0);
        Ok(sheet)
    }

    /// The name of a section, never alone at the foot of a page.
    pub(crate) fn section(&mut self, name: &str) {
        self.gap(14.0);
        self.room(4.0 * Look::SECTION.leading);
        self.heading(NonZeroU16::MIN.saturating_add(1), name, Look::SECTION);
        self.gap(4.0);
    }

    /// A paragraph over the whole width.
    pub(crate) fn paragraph(&mut self, text: &str, look: Look) {
        self.group(Tag::P, |sheet| sheet.text(text, look, MARGIN, WIDTH));
        self.gap(4.0);
    }

    fn heading(&mut self, level: NonZeroU16, name: &str, look: Look) {
        let name = name.to_owned();
        let spot = self.here(MARGIN);
        self.group(Tag::Hn(level, Some(name.clone())), |sheet| {
            sheet.text(&name, look, MARGIN, WIDTH);
        });
        self.chapters.push(Chapter { name, spot });
    }

    /// Lines one below the other, over as many pages as they need.
    pub(crate) fn text(&mut self, text: &str, look: Look, x: f32, width: f32) {
        for line in wrap(&self.fonts, text, look, width) {
            self.room(look.leading);
            self.write(self.here(x), line);
            self.y += look.leading;
        }
    }

    /// Everything that is drawn meanwhile belongs to one part of the structure.
    pub(crate) fn group(&mut self, tag: impl Into<TagKind>, fill: impl FnOnce(&mut Self)) {
        let around = std::mem::take(&mut self.branches);
        fill(self);
        let inside = std::mem::replace(&mut self.branches, around);
        self.branches.push(Branch::Group(tag.into(), inside));
    }

    /// Writes a line whose upper edge is given.
    pub(crate) fn write(&mut self, spot: Spot, line: Line) {
        let y = spot.y + line.look.leading * BASELINE;
        self.put(spot.page, Drawing::Text { x: spot.x, y, line });
    }

    /// Draws something that has a meaning.
    pub(crate) fn put(&mut self, page: usize, drawing: Drawing) {
        let number = self.numbers;
        self.numbers += 1;
        self.branches.push(Branch::Drawn(number));
        self.draw(page, Some(number), drawing);
    }

    /// Draws a form that has none.
    pub(crate) fn decorate(&mut self, page: usize, path: Option<Path>, ink: Ink) {
        if let Some(path) = path {
            self.draw(page, None, Drawing::Shape { path, ink });
        }
    }

    fn draw(&mut self, page: usize, number: Option<usize>, drawing: Drawing) {
        if let Some(marks) = self.pages.get_mut(page) {
            marks.push(Mark { number, drawing });
        }
    }

    /// Begins a page where less than this is left.
    pub(crate) fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    /// Leaves some space; the top of a page needs none.
    pub(crate) fn gap(&mut self, height: f32) {
        if self.y > MARGIN {
            self.y += height;
        }
    }

    /// The next free place, at a distance from the left.
    pub(crate) fn here(&self, x: f32) -> Spot {
        Spot {
            page: self.pages.len().saturating_sub(1),
            x,
            y: self.y,
        }
    }
}

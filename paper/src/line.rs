//! One line of text, ready to be drawn.

use krilla::text::KrillaGlyph;

use crate::font::Fonts;
use crate::look::Look;
use crate::shape::shape;

/// A line and its glyphs.
pub(crate) struct Line {
    /// With the space that parts it from the next line: who hears or copies the text needs it.
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// In points, without that space.
    pub(crate) width: f32,
    pub(crate) look: Look,
}

impl Line {
    /// Measures a text.
    pub(crate) fn new(fonts: &Fonts, text: String, look: Look) -> Self {
        let glyphs = shape(fonts.of(look.weight), &text, look.cell);
        let seen = text.trim_end_matches(' ').len();
        let advances = glyphs
            .iter()
            .filter(|glyph| glyph.text_range.start < seen)
            .map(|glyph| glyph.x_advance);
        Self {
            width: advances.sum::<f32>() * look.size,
            text,
            glyphs,
            look,
        }
    }

    /// How many bytes of the text fit: whole signs with their marks, at least one.
    pub(crate) fn fitting(&self, width: f32) -> usize {
        let mut end = 0;
        let mut used = 0.0;
        for glyph in &self.glyphs {
            used += glyph.x_advance * self.look.size;
            if used > width && end > 0 {
                return end.min(glyph.text_range.start);
            }
            end = glyph.text_range.end;
        }
        end
    }
}

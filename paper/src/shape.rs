//! From signs to glyphs: kerning, marks over letters, cells of codes.

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Feature, UnicodeBuffer};

use crate::font::Typeface;

/// Stands for every sign that the font lacks; the sign itself is still what is copied from the PDF.
const STAND_IN: char = '?';

/// The glyphs of a text that runs from left to right, measured in parts of the size.
pub(crate) fn shape(typeface: &Typeface, text: &str, cell: f32) -> Vec<KrillaGlyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(Direction::LeftToRight);
    let shaped = rustybuzz::shape(&typeface.face, &features(cell), buffer);
    let starts: Vec<usize> = shaped
        .glyph_infos()
        .iter()
        .map(|info| info.cluster as usize)
        .collect();
    let em = typeface.face.units_per_em() as f32;
    let infos = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
    let glyph =
        |(place, (info, position)): (usize, (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition))| {
            let start = starts.get(place).copied().unwrap_or_default();
            let end = starts.iter().skip(place).find(|next| **next > start);
            let (id, advance) = match info.glyph_id {
                0 => stand_in(typeface),
                id => (id, position.x_advance as f32 / em),
            };
            // A mark has no width of its own and stays over its letter.
            let wider = if advance > 0.0 {
                (cell - advance).max(0.0)
            } else {
                0.0
            };
            KrillaGlyph::new(
                GlyphId::new(id),
                advance + wider,
                position.x_offset as f32 / em + wider / 2.0,
                position.y_offset as f32 / em,
                position.y_advance as f32 / em,
                start..end.copied().unwrap_or(text.len()),
                None,
            )
        };
    infos.enumerate().map(glyph).collect()
}

/// Signs in cells are not drawn together, and digits are of one width.
fn features(cell: f32) -> Vec<Feature> {
    if cell == 0.0 {
        return Vec::new();
    }
    vec![
        Feature::new(Tag::from_bytes(b"kern"), 0, ..),
        Feature::new(Tag::from_bytes(b"tnum"), 1, ..),
    ]
}

/// The glyph that stands in, and how wide it is.
fn stand_in(typeface: &Typeface) -> (u32, f32) {
    let face = &typeface.face;
    let glyph = face.glyph_index(STAND_IN).unwrap_or_default();
    let advance = face.glyph_hor_advance(glyph).unwrap_or_default();
    (
        glyph.0.into(),
        f32::from(advance) / face.units_per_em() as f32,
    )
}

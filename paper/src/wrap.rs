//! Text in lines of a width.

use crate::clean::clean;
use crate::font::Fonts;
use crate::line::Line;
use crate::look::Look;

/// The lines of a text: broken after spaces and hyphens, and inside of a word that is longer than a line.
pub(crate) fn wrap(fonts: &Fonts, text: &str, look: Look, width: f32) -> Vec<Line> {
    let text = clean(text);
    let mut lines = Vec::new();
    let mut line = Line::new(fonts, String::new(), look);
    for piece in text.split_inclusive([' ', '-']) {
        let longer = Line::new(fonts, [line.text.as_str(), piece].concat(), look);
        if longer.width <= width {
            line = longer;
            continue;
        }
        if !line.text.is_empty() {
            lines.push(line);
        }
        line = Line::new(fonts, piece.to_owned(), look);
        while line.width > width {
            let (fits, rest) = line.text.split_at(line.fitting(width));
            let rest = Line::new(fonts, rest.to_owned(), look);
            lines.push(Line::new(fonts, fits.to_owned(), look));
            line = rest;
        }
    }
    if !line.text.is_empty() {
        lines.push(line);
    }
    lines
}

/// The lines in the first style that needs only one of them, else in the last.
pub(crate) fn fit(fonts: &Fonts, text: &str, looks: &[Look], width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    for look in looks {
        lines = wrap(fonts, text, *look, width);
        if lines.len() <= 1 {
            break;
        }
    }
    lines
}

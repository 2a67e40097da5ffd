//! QR codes, module by module.

use krilla::geom::{Path, PathBuilder, Rect};
use qrcode::{Color, QrCode};

/// Free modules around a code (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;

/// The code of a text in a square with its free border; nothing where the text is too long for one.
pub(crate) fn drawing(text: &str, x: f32, y: f32, side: f32) -> Option<Path> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let module = side / (width + 2 * QUIET) as f32;
    let colors = code.to_colors();
    let mut path = PathBuilder::new();
    for (row, colors) in colors.chunks(width).enumerate() {
        let mut column = 0;
        // Neighbours are drawn as one: viewers show seams between rectangles.
        for run in colors.chunk_by(PartialEq::eq) {
            if run.first() == Some(&Color::Dark) {
                path.push_rect(Rect::from_xywh(
                    x + (column + QUIET) as f32 * module,
                    y + (row + QUIET) as f32 * module,
                    run.len() as f32 * module,
                    module,
                )?);
            }
            column += run.len();
        }
    }
    path.finish()
}

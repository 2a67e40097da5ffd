//! Where things stand on an A4 sheet. Points (1/72 inch) from the upper left corner.

use krilla::geom::{Path, PathBuilder, Rect};

/// A millimetre in points.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// Width of A4 (ISO 216).
pub(crate) const PAGE_WIDTH: f32 = 210.0 * MM;
/// Height of A4 (ISO 216).
pub(crate) const PAGE_HEIGHT: f32 = 297.0 * MM;
/// What stays free on every side.
pub(crate) const MARGIN: f32 = 20.0 * MM;
/// The width that text has.
pub(crate) const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Where text has to end.
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - MARGIN;

/// A place on a page.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    /// Counted from nought.
    pub(crate) page: usize,
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// A filled rectangle; nothing where it has no area.
pub(crate) fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

/// The four sides of a rectangle, drawn inwards.
pub(crate) fn frame(x: f32, y: f32, width: f32, height: f32, thickness: f32) -> Option<Path> {
    let sides = [
        (x, y, width, thickness),
        (x, y + height - thickness, width, thickness),
        (x, y, thickness, height),
        (x + width - thickness, y, thickness, height),
    ];
    let mut path = PathBuilder::new();
    for (x, y, width, height) in sides {
        path.push_rect(Rect::from_xywh(x, y, width, height)?);
    }
    path.finish()
}

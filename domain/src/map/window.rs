//! The part of the map that is looked at.

use super::{HEIGHT, Point, WIDTH};

/// Share of a window's width and height that stays free on each side of the outermost points.
const MARGIN: f64 = 0.1;
/// Width of the smallest window in units, about 340 km: nearer, the drawing shows its corners.
const SMALLEST_WIDTH: f64 = 40.0;

/// A view box: a part of the map in its units, in the proportions of the whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width; never more than the map's.
    pub width: f64,
    /// Height; never more than the map's.
    pub height: f64,
}

impl Window {
    /// The whole map.
    pub const WHOLE: Self = Self {
        x: 0.0,
        y: 0.0,
        width: WIDTH,
        height: HEIGHT,
    };

    /// The smallest window that shows these points with room around them. Points beyond the edges of the map do not
    /// count; without any other it is the whole map.
    #[must_use]
    pub fn around(points: &[Point]) -> Self {
        let shown = points.iter().filter(|point| Self::WHOLE.contains(**point));
        let corners = shown.fold(None, |corners: Option<(Point, Point)>, point| {
            let (low, high) = corners.unwrap_or((*point, *point));
            Some((pair(low, *point, f64::min), pair(high, *point, f64::max)))
        });
        let Some((low, high)) = corners else {
            return Self::WHOLE;
        };
        let room = 1.0 - 2.0 * MARGIN;
        let share = ((high.x - low.x) / room / WIDTH)
            .max((high.y - low.y) / room / HEIGHT)
            .clamp(SMALLEST_WIDTH / WIDTH, 1.0);
        let (width, height) = (WIDTH * share, HEIGHT * share);
        Self {
            x: (f64::midpoint(low.x, high.x) - width / 2.0).clamp(0.0, WIDTH - width),
            y: (f64::midpoint(low.y, high.y) - height / 2.0).clamp(0.0, HEIGHT - height),
            width,
            height,
        }
    }

    /// Whether a point lies in the window or on its edge.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.x + self.width).contains(&point.x)
            && (self.y..=self.y + self.height).contains(&point.y)
    }

    /// The value of the attribute `viewBox`.
    #[must_use]
    pub fn view_box(&self) -> String {
        let Self {
            x,
            y,
            width,
            height,
        } = self;
        format!("{x:.2} {y:.2} {width:.2} {height:.2}")
    }
}

fn pair(one: Point, other: Point, pick: fn(f64, f64) -> f64) -> Point {
    Point {
        x: pick(one.x, other.x),
        y: pick(one.y, other.y),
    }
}

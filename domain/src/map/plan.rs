//! The plan of a town and what is around it.

use super::{EARTH_RADIUS_KM, Point, Position};

/// Width of a plan in pixels.
pub const PLAN_WIDTH: f64 = 640.0;
/// Height of a plan in pixels.
pub const PLAN_HEIGHT: f64 = 480.0;
/// Width and height of a tile in pixels.
pub const TILE: f64 = 256.0;

/// Room for a mark at the edge, in pixels.
const MARGIN: f64 = 40.0;
/// Streets and houses are told apart at this level.
const NEAREST: u8 = 15;
/// One tile for the whole Earth.
const FARTHEST: u8 = 0;

/// A view in Web Mercator (EPSG:3857), North up, at a whole level of zoom: the tiles of any server lie beneath it
/// without being stretched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    zoom: u8,
    /// What is in the middle, in pixels of the whole Earth.
    middle: Point,
    /// The latitude there, in degrees.
    latitude: f64,
}

/// A picture beneath a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    /// Level of zoom.
    pub zoom: u8,
    /// Column, from the antimeridian eastwards.
    pub x: u32,
    /// Row, from the North.
    pub y: u32,
    /// Its upper left corner on the plan.
    pub at: Point,
}

impl Plan {
    /// The nearest view that shows all these places; without any, the whole Earth.
    #[must_use]
    pub fn around(places: &[Position]) -> Self {
        let ends = |of: fn(&Position) -> f64| {
            let values = places.iter().map(of);
            let low = values.clone().fold(f64::INFINITY, f64::min);
            (low, values.fold(f64::NEG_INFINITY, f64::max))
        };
        let (west, east) = ends(|place| place.longitude);
        let (south, north) = ends(|place| place.latitude);
        if places.is_empty() {
            return Self::new(FARTHEST, Position::new(0.0, 0.0), Position::new(0.0, 0.0));
        }
        let corners = (Position::new(north, west), Position::new(south, east));
        let fits = |zoom: &u8| {
            let (from, to) = (on_earth(*zoom, corners.0), on_earth(*zoom, corners.1));
            to.x - from.x <= PLAN_WIDTH - 2.0 * MARGIN
                && to.y - from.y <= PLAN_HEIGHT - 2.0 * MARGIN
        };
        let zoom = (FARTHEST..=NEAREST).rev().find(fits).unwrap_or(FARTHEST);
        Self::new(zoom, corners.0, corners.1)
    }

    fn new(zoom: u8, north_west: Position, south_east: Position) -> Self {
        let (from, to) = (on_earth(zoom, north_west), on_earth(zoom, south_east));
        Self {
            zoom,
            middle: Point {
                x: f64::midpoint(from.x, to.x),
                y: f64::midpoint(from.y, to.y),
            },
            latitude: f64::midpoint(north_west.latitude, south_east.latitude),
        }
    }

    /// Where a place lies, in pixels from the upper left corner.
    #[must_use]
    pub fn project(&self, place: Position) -> Point {
        let point = on_earth(self.zoom, place);
        Point {
            x: point.x - self.middle.x + PLAN_WIDTH / 2.0,
            y: point.y - self.middle.y + PLAN_HEIGHT / 2.0,
        }
    }

    /// How many pixels a kilometre is long in the middle of the plan.
    #[must_use]
    pub fn km(&self) -> f64 {
        let parallel = std::f64::consts::TAU * EARTH_RADIUS_KM * self.latitude.to_radians().cos();
        earth(self.zoom) / parallel
    }

    /// The tiles that cover the plan, row by row.
    #[must_use]
    pub fn tiles(&self) -> Vec<Tile> {
        let left = self.middle.x - PLAN_WIDTH / 2.0;
        let top = self.middle.y - PLAN_HEIGHT / 2.0;
        let columns = numbers(left, PLAN_WIDTH, self.zoom);
        let rows = numbers(top, PLAN_HEIGHT, self.zoom);
        let tile = |y: u32, x: u32| Tile {
            zoom: self.zoom,
            x,
            y,
            at: Point {
                x: f64::from(x) * TILE - left,
                y: f64::from(y) * TILE - top,
            },
        };
        rows.flat_map(|y| columns.clone().map(move |x| tile(y, x)))
            .collect()
    }
}

/// Numbers of the tiles from a pixel of the Earth on, as far as there are any.
fn numbers(from: f64, length: f64, zoom: u8) -> std::ops::Range<u32> {
    let last = 1u32 << zoom;
    let number = |pixel: f64| {
        let number = (pixel / TILE).floor().clamp(0.0, f64::from(last));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped"
        )]
        let number = number as u32;
        number
    };
    number(from)..(number(from + length) + 1).min(last)
}

/// Width of the whole Earth in pixels.
fn earth(zoom: u8) -> f64 {
    TILE * f64::from(1u32 << zoom)
}

fn on_earth(zoom: u8, place: Position) -> Point {
    let turn = place.longitude / 360.0 + 0.5;
    let north = place.latitude.to_radians().tan().asinh() / std::f64::consts::TAU;
    Point {
        x: turn * earth(zoom),
        y: (0.5 - north) * earth(zoom),
    }
}

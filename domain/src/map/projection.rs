//! From the Earth to the map.

use super::{EARTH_RADIUS_KM, Position};

/// Along these parallels lengths are true, in degrees.
const STANDARD_PARALLELS: [f64; 2] = [52.0, 64.0];
/// The meridian that is drawn upright, in degrees. Its opposite, 75° W, is where the map is cut open: the whole of
/// Chukotka is joined on at 180°.
const CENTRAL_MERIDIAN: f64 = 105.0;
/// With this scale Russia leaves a dozen units free at the left and at the right.
const KM_PER_UNIT: f64 = 8.46;
/// How far right of the left edge the central meridian stands, in units.
const CENTRE_X: f64 = 574.4;
/// How far above the upper edge all meridians meet, in units.
const APEX_ABOVE: f64 = 101.0;

/// A point of the map in units from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// Albers' equal-area conic projection of the sphere (Snyder, *Map Projections: A Working Manual*, USGS 1987, chapter
/// 14). Parallels are arcs, meridians are straight, areas are true.
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    /// Snyder's *n*: degrees on the map for a degree of longitude.
    cone: f64,
    /// Snyder's *C*.
    constant: f64,
}

impl Projection {
    /// The projection of the portal's map.
    #[must_use]
    pub fn russia() -> Self {
        let [first, second] = STANDARD_PARALLELS.map(f64::to_radians);
        let cone = f64::midpoint(first.sin(), second.sin());
        Self {
            cone,
            constant: first.cos().powi(2) + 2.0 * cone * first.sin(),
        }
    }

    /// Where a place lies. Places abroad may lie beyond the edges.
    ///
    /// The browser's and the server's sines may differ in the last bit: round before it becomes text.
    #[must_use]
    pub fn project(&self, place: Position) -> Point {
        let east = (place.longitude - CENTRAL_MERIDIAN + 180.0).rem_euclid(360.0) - 180.0;
        let angle = self.cone * east.to_radians();
        let squared = self.constant - 2.0 * self.cone * place.latitude.to_radians().sin();
        let radius = EARTH_RADIUS_KM / KM_PER_UNIT * squared.sqrt() / self.cone;
        Point {
            x: CENTRE_X + radius * angle.sin(),
            y: radius * angle.cos() - APEX_ABOVE,
        }
    }
}

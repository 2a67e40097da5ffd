//! The map of Russia and the plan of a town: where a place lies on them, and how far places are apart.
//!
//! The drawing beneath the map is made by the build with the same projection; beneath a plan lie tiles, if any.

mod distance;
mod plan;
mod position;
mod projection;

pub use distance::distance_km;
pub use plan::{PLAN_HEIGHT, PLAN_WIDTH, Plan, TILE, Tile};
pub use position::Position;
pub use projection::{Point, Projection};

/// Width of the map in its own units; one unit is about 8.5 km.
pub const WIDTH: f64 = 1000.0;
/// Height of the map in the same units.
pub const HEIGHT: f64 = 540.0;

/// Mean radius of the Earth (IUGG), in kilometres.
const EARTH_RADIUS_KM: f64 = 6371.0088;

//! The map of Russia: where a place lies on it, which part of it shows some places, and how far places are apart.
//!
//! The drawing beneath is made by the build with the same projection.

mod distance;
mod position;
mod projection;
mod window;

pub use distance::distance_km;
pub use position::Position;
pub use projection::{Point, Projection};
pub use window::Window;

/// Width of the map in its own units; one unit is about 8.5 km.
pub const WIDTH: f64 = 1000.0;
/// Height of the map in the same units.
pub const HEIGHT: f64 = 540.0;

/// Mean radius of the Earth (IUGG), in kilometres.
const EARTH_RADIUS_KM: f64 = 6371.0088;

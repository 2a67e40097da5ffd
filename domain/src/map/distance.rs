//! How far two places are apart.

use super::{EARTH_RADIUS_KM, Position};

/// Length of the great circle between two places in kilometres, by the haversine formula; on the sphere, so up to half
/// a percent off.
#[must_use]
pub fn distance_km(one: Position, other: Position) -> f64 {
    let half_chord = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let shrinking = one.latitude.to_radians().cos() * other.latitude.to_radians().cos();
    let squared = half_chord(one.latitude, other.latitude)
        + shrinking * half_chord(one.longitude, other.longitude);
    2.0 * EARTH_RADIUS_KM * squared.clamp(0.0, 1.0).sqrt().asin()
}

//! A place on the Earth.

/// Geographic coordinates on WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// North of the equator, -90 to 90.
    pub latitude: f64,
    /// East of Greenwich; any number of turns is the same meridian.
    pub longitude: f64,
}

impl Position {
    /// Latitude first, as gazetteers write it.
    #[must_use]
    pub const fn new(latitude: f64, longitude: f64) -> Self {
        Self {
            latitude,
            longitude,
        }
    }
}

//! Series and number of a vehicle's registration certificate: `99 15 246810`.

use super::vehicle_document::{self, VehicleDocumentError};

field_value! {
    /// Ten characters: two digits of the region, two digits or Russian capitals, six digits.
    pub struct VehicleSts;
}

impl VehicleSts {
    /// Reads series and number as people write them: ten characters, Latin letters that look the
    /// same taken for Russian ones, neither region nor number zeros only (Husky022/check,
    /// `services/validators.py`) [pub].
    pub fn parse(raw: &str) -> Result<Self, VehicleDocumentError> {
        vehicle_document::parse(raw).map(Self)
    }

    /// `99 15 246810`
    #[must_use]
    pub fn display(&self) -> String {
        vehicle_document::display(&self.0)
    }
}

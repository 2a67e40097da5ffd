//! Series and number of a driving licence: `99 15 123456`.

use super::vehicle_document::{self, VehicleDocumentError};

field_value! {
    /// Ten characters: two digits of the region, two digits or Russian capitals, six digits.
    pub struct DriverLicence;
}

impl DriverLicence {
    /// Reads series and number as people write them: ten characters, Latin letters that look the
    /// same taken for Russian ones, neither region nor number zeros only (ConsultantPlus
    /// cons_doc_LAW_9329, 2.1 [law]; all-digit form: templates of the tax service [pub]).
    pub fn parse(raw: &str) -> Result<Self, VehicleDocumentError> {
        vehicle_document::parse(raw).map(Self)
    }

    /// `99 15 123456`
    #[must_use]
    pub fn display(&self) -> String {
        vehicle_document::display(&self.0)
    }
}

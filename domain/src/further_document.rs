//! Documents that the profile takes beside the identity document (R-PRS-17, R-PRS-18). No registry is asked about them.

use crate::field::birth_certificate::{BirthCertificate, BirthCertificateError};
use crate::field::driver_licence::DriverLicence;
use crate::field::military_id::{MilitaryId, MilitaryIdError};
use crate::field::oms_policy::{OmsPolicy, OmsPolicyError};
use crate::field::travel_passport::{TravelPassport, TravelPassportError};
use crate::field::vehicle_document::VehicleDocumentError;
use crate::field::vehicle_plate::{VehiclePlate, VehiclePlateError};
use crate::field::vehicle_sts::VehicleSts;

/// A further document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FurtherDocument {
    /// «Загранпаспорт»
    TravelPassport,
    /// «Полис ОМС»
    OmsPolicy,
    /// «Водительское удостоверение»
    DriverLicence,
    /// «Номер машины»
    VehiclePlate,
    /// «Свидетельство о регистрации машины»
    VehicleSts,
    /// «Военный билет»
    MilitaryId,
    /// «Свидетельство о рождении»
    BirthCertificate,
}

/// Why a number is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FurtherDocumentError {
    /// Code of the field's error.
    pub code: &'static str,
    /// How many signs there are, where their number is wrong.
    pub length: Option<u32>,
    /// The letter that such numbers do not have.
    pub letter: Option<char>,
}

/// Reads a number by the rule of its field.
macro_rules! read {
    ($Value:ident, $Error:ident, $raw:expr) => {
        $Value::parse($raw)
            .map(|value| value.as_str().to_owned())
            .map_err(|error| FurtherDocumentError {
                code: error.code(),
                length: match error {
                    $Error::WrongLength(length) => length,
                    _ => None,
                },
                letter: None,
            })
    };
}

impl FurtherDocument {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::TravelPassport,
        Self::OmsPolicy,
        Self::DriverLicence,
        Self::VehiclePlate,
        Self::VehicleSts,
        Self::MilitaryId,
        Self::BirthCertificate,
    ];

    /// Name of the field, in the store and on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TravelPassport => "travel_passport",
            Self::OmsPolicy => "oms_policy",
            Self::DriverLicence => "driver_licence",
            Self::VehiclePlate => "vehicle_plate",
            Self::VehicleSts => "vehicle_sts",
            Self::MilitaryId => "military_id",
            Self::BirthCertificate => "birth_certificate",
        }
    }

    /// The document with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Reads a number as people type it; answers its canonical form.
    ///
    /// # Errors
    /// Those of the field.
    pub fn read(self, raw: &str) -> Result<String, FurtherDocumentError> {
        match self {
            Self::TravelPassport => read!(TravelPassport, TravelPassportError, raw),
            Self::OmsPolicy => read!(OmsPolicy, OmsPolicyError, raw),
            Self::DriverLicence => read!(DriverLicence, VehicleDocumentError, raw),
            Self::VehicleSts => read!(VehicleSts, VehicleDocumentError, raw),
            Self::MilitaryId => read!(MilitaryId, MilitaryIdError, raw),
            Self::BirthCertificate => read!(BirthCertificate, BirthCertificateError, raw),
            Self::VehiclePlate => VehiclePlate::parse(raw)
                .map(|plate| plate.as_str().to_owned())
                .map_err(|error| FurtherDocumentError {
                    code: error.code(),
                    length: None,
                    letter: match error {
                        VehiclePlateError::BadLetter(letter) => letter,
                        _ => None,
                    },
                }),
        }
    }

    /// A canonical number as people read it.
    #[must_use]
    pub fn display(self, canonical: &str) -> String {
        let shown = match self {
            Self::TravelPassport => TravelPassport::parse(canonical)
                .map(|own| own.display())
                .ok(),
            Self::DriverLicence => DriverLicence::parse(canonical)
                .map(|own| own.display())
                .ok(),
            Self::VehicleSts => VehicleSts::parse(canonical).map(|own| own.display()).ok(),
            Self::MilitaryId => MilitaryId::parse(canonical).map(|own| own.display()).ok(),
            Self::OmsPolicy | Self::VehiclePlate | Self::BirthCertificate => None,
        };
        shown.unwrap_or_else(|| canonical.to_owned())
    }
}

//! The fields that can be judged, each with its rule.

use super::asked::Asked;
use crate::Unicode;
use crate::field::bank_card::BankCard;
use crate::field::birth_certificate::BirthCertificate;
use crate::field::confirmation_code::ConfirmationCode;
use crate::field::driver_licence::DriverLicence;
use crate::field::email::Email;
use crate::field::foreign_document::ForeignDocument;
use crate::field::inn_org::InnOrg;
use crate::field::inn_person::InnPerson;
use crate::field::kpp::Kpp;
use crate::field::military_id::MilitaryId;
use crate::field::ogrn::Ogrn;
use crate::field::ogrnip::Ogrnip;
use crate::field::oms_policy::OmsPolicy;
use crate::field::passport::Passport;
use crate::field::passport_division_code::PassportDivisionCode;
use crate::field::phone::Phone;
use crate::field::post_tracking_ru::PostTrackingRu;
use crate::field::post_tracking_s10::PostTrackingS10;
use crate::field::postal_index::PostalIndex;
use crate::field::snils::Snils;
use crate::field::travel_passport::TravelPassport;
use crate::field::vehicle_plate::VehiclePlate;
use crate::field::vehicle_sts::VehicleSts;

/// The canonical form, or the codes of the errors.
pub(super) type Verdict = Result<String, Vec<&'static str>>;

/// The table: every field's name once, with what is parsed.
macro_rules! fields {
    ($asked:ident, $input:ident; $($(#[$only:meta])? $name:literal => $verdict:expr,)*) => {
        /// The fields that can be judged.
        pub const FIELDS: &[&str] = &[$($(#[$only])? $name),*];

        /// The verdict on a field; `None`: there is no such field.
        pub(super) fn verdict<U: Unicode>(field: &str, $asked: &Asked<'_, U>) -> Option<Verdict> {
            let $input = $asked.request.input();
            Some(match field {
                $($(#[$only])? $name => $verdict,)*
                _ => return None,
            })
        }
    };
}

/// The verdict that follows from what a field's `parse` answers.
macro_rules! told {
    ($parsed:expr) => {
        $parsed
            .map(|value| value.as_str().to_owned())
            .map_err(|error| vec![error.code()])
    };
}

fields! { asked, input;
    "phone" => told!(Phone::parse(input)),
    "email" => told!(Email::parse(input, asked.unicode)),
    "person_name" => told!(asked.person_name()),
    "snils" => told!(Snils::parse(input)),
    "confirmation_code" => told!(ConfirmationCode::parse(input)),
    "password" => asked.password(),
    #[cfg(feature = "server")]
    "password_nist" => told!(asked.password_nist()),
    "birth_date" => told!(asked.birth_date()),
    "passport" => told!(Passport::parse(input, asked.today())),
    "passport_division_code" => told!(PassportDivisionCode::parse(input)),
    "passport_issue_date" => told!(asked.passport_issue_date()),
    "inn_person" => told!(InnPerson::parse(input)),
    "oms_policy" => told!(OmsPolicy::parse(input)),
    "travel_passport" => told!(TravelPassport::parse(input)),
    "driver_licence" => told!(DriverLicence::parse(input)),
    "military_id" => told!(MilitaryId::parse(input)),
    "birth_certificate" => told!(BirthCertificate::parse(input)),
    "foreign_document" => told!(ForeignDocument::parse(input)),
    "plain_text" => told!(asked.plain_text()),
    "postal_index" => told!(PostalIndex::parse(input)),
    "vehicle_plate" => told!(VehiclePlate::parse(input)),
    "vehicle_sts" => told!(VehicleSts::parse(input)),
    "bank_card" => told!(BankCard::parse(input)),
    "inn_org" => told!(InnOrg::parse(input)),
    "ogrn" => told!(Ogrn::parse(input)),
    "ogrnip" => told!(Ogrnip::parse(input)),
    "kpp" => told!(Kpp::parse(input)),
    "post_tracking_ru" => told!(PostTrackingRu::parse(input)),
    "post_tracking_s10" => told!(PostTrackingS10::parse(input)),
}

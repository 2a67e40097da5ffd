//! Errors and values as the rest of the code sees them.

use std::collections::BTreeSet;

use domain::date::Date;
use domain::field::birth_certificate::BirthCertificate;
use domain::field::birth_date::BirthDate;
use domain::field::driver_licence::DriverLicence;
use domain::field::military_id::MilitaryId;
use domain::field::passport::Passport;
use domain::field::passport_issue_date::PassportIssueDate;
use domain::field::phone::Phone;
use domain::field::snils::Snils;
use domain::field::travel_passport::TravelPassport;
use domain::field::vehicle_sts::VehicleSts;

use crate::TODAY;

/// Every code names its error and no other.
macro_rules! come_back_from_their_codes {
    ($($field:ident::$Error:ident)*) => {
        #[test]
        fn errors_come_back_from_their_codes() {
            $(
                use domain::field::$field::$Error;
                let codes: BTreeSet<&str> = $Error::ALL.map($Error::code).into();
                assert_eq!(codes.len(), $Error::ALL.len());
                for error in $Error::ALL {
                    assert_eq!($Error::from_code(error.code()), Some(error));
                }
                assert_eq!($Error::from_code("unknown"), None);
                assert_eq!($Error::from_code(""), None);
            )*
        }
    };
}

come_back_from_their_codes! {
    bank_card::BankCardError
    birth_certificate::BirthCertificateError
    birth_date::BirthDateError
    confirmation_code::ConfirmationCodeError
    email::EmailError
    foreign_document::ForeignDocumentError
    inn::InnError
    kpp::KppError
    military_id::MilitaryIdError
    oms_policy::OmsPolicyError
    passport::PassportError
    passport_division_code::PassportDivisionCodeError
    passport_issue_date::PassportIssueDateError
    password::PasswordError
    password_nist::PasswordNistError
    person_name::PersonNameError
    phone::PhoneError
    plain_text::PlainTextError
    post_tracking_ru::PostTrackingRuError
    post_tracking_s10::PostTrackingS10Error
    postal_index::PostalIndexError
    register_number::RegisterNumberError
    snils::SnilsError
    travel_passport::TravelPassportError
    vehicle_document::VehicleDocumentError
    vehicle_plate::VehiclePlateError
}

fn today() -> Date {
    Date::parse(TODAY).expect("a date")
}

/// What people read is what they may type.
#[test]
fn display_forms_are_read_again() {
    macro_rules! displayed {
        ($parse:expr, $canonical:literal, $display:literal) => {
            let value = $parse($canonical).expect("a valid value");
            assert_eq!(value.as_str(), $canonical);
            assert_eq!(value.display(), $display);
            assert_eq!($parse($display), Ok(value));
        };
    }
    let passport = |text: &str| Passport::parse(text, today());
    displayed!(Snils::parse, "11223344595", "112-233-445 95");
    displayed!(Phone::parse, "+79000000001", "+7 900 000-00-01");
    displayed!(Phone::parse, "+442000000000", "+442000000000");
    displayed!(passport, "4510123456", "45 10 123456");
    displayed!(TravelPassport::parse, "711234567", "71 1234567");
    displayed!(DriverLicence::parse, "9915123456", "99 15 123456");
    displayed!(DriverLicence::parse, "77АВ654321", "77 АВ 654321");
    displayed!(VehicleSts::parse, "77АВ112233", "77 АВ 112233");
    displayed!(MilitaryId::parse, "АН1234567", "АН 1234567");
    displayed!(MilitaryId::parse, "АН123456", "АН 123456");
}

#[test]
fn values_do_not_show_themselves_in_logs() {
    let birth = BirthDate::parse("17.03.1984", today(), 14).expect("a date");
    let issued = PassportIssueDate::parse("17.03.2014", None, today()).expect("a date");
    assert_eq!(format!("{birth:?}"), "BirthDate(Date(…))");
    assert_eq!(format!("{issued:?}"), "PassportIssueDate(Date(…))");
    let passport = Passport::parse("4510123456", today()).expect("a passport");
    assert_eq!(format!("{passport:?}"), "Passport(…)");
    let certificate = BirthCertificate::parse("IV-АБ 123456").expect("a certificate");
    assert_eq!(format!("{certificate:?}"), "BirthCertificate(…)");
}

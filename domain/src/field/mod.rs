//! One file for each field: raw text in, valid value or coded error out.
//!
//! Every error has the code of the field rules (`code`) and comes back from it (`from_code`),
//! without the detail that a message may name: codes travel, what was typed does not.

#[macro_use]
mod declare;

pub mod bank_card;
pub mod birth_certificate;
pub mod birth_date;
pub mod confirmation_code;
pub mod contact;
pub mod driver_licence;
pub mod email;
mod email_domain;
mod email_suggestion;
pub mod foreign_document;
pub mod inn;
pub mod inn_org;
pub mod inn_person;
pub mod kpp;
pub mod military_id;
pub mod ogrn;
pub mod ogrnip;
pub mod oms_policy;
pub mod passport;
pub mod passport_division_code;
pub mod passport_issue_date;
pub mod password;
#[cfg(feature = "server")]
pub mod password_nist;
pub mod person_name;
pub mod phone;
pub mod plain_text;
pub mod post_tracking_ru;
pub mod post_tracking_s10;
pub mod postal_index;
pub mod register_number;
pub mod snils;
pub mod travel_passport;
pub mod vehicle_document;
pub mod vehicle_plate;
pub mod vehicle_sts;

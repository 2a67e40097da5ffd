//! One file for each field: raw text in, valid value or coded error out.
//!
//! Every error has the code of the field rules (`code`) and comes back from it (`from_code`),
//! without the detail that a message may name: codes travel, what was typed does not.

pub mod confirmation_code;
pub mod contact;
pub mod email;
mod email_domain;
mod email_suggestion;
pub mod password;
#[cfg(feature = "server")]
pub mod password_nist;
pub mod person_name;
pub mod phone;
pub mod snils;

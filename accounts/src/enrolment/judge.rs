//! Judging the registration form: raw strings in, a form that was right or codes out.

use domain::field::email::{Email, EmailError};
use domain::field::person_name::{Citizenship, Part, PersonName};
use domain::field::phone::{Phone, PhoneError};

use super::RegistrationInput;
use crate::clock::Instant;
use crate::draft::AcceptedForm;
use crate::outcome::Outcome;

/// Version of the documents a citizen accepts. A new text gets a new version.
pub const CONSENT_VERSION: &str = "2026-01";

/// A refused field and why: codes alone, fit for the journal.
pub(super) type Refused = Vec<(&'static str, &'static str)>;

/// The form as it will be kept, or what is wrong with each field.
/// Names are judged as those of a foreigner, so that everyone passes here.
pub(super) fn judge(input: &RegistrationInput, now: Instant) -> Result<AcceptedForm, Refused> {
    let mut refused = Vec::new();
    let surname = name(&input.surname, Part::Last, "surname", &mut refused);
    let first_name = name(&input.first_name, Part::First, "first_name", &mut refused);
    let patronymic = name(
        &input.patronymic,
        Part::Patronymic,
        "patronymic",
        &mut refused,
    );
    let phone = match Phone::parse(&input.phone) {
        Ok(phone) => Some(phone.as_str().to_owned()),
        Err(PhoneError::Empty) => None,
        Err(error) => refuse(&mut refused, "phone", error.code()),
    };
    let email = match Email::parse(&input.email, &unicode::Tables) {
        Ok(email) => Some(email.as_str().to_owned()),
        Err(EmailError::Empty) => None,
        Err(error) => refuse(&mut refused, "email", error.code()),
    };
    let wrong_contact = refused
        .iter()
        .any(|(field, _)| matches!(*field, "phone" | "email"));
    if phone.is_none() && email.is_none() && !wrong_contact {
        refused.push(("phone", Outcome::ContactMissing.code()));
    }
    if !input.consent {
        refused.push(("consent", Outcome::ConsentMissing.code()));
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    Ok(AcceptedForm {
        surname,
        first_name,
        patronymic: Some(patronymic).filter(|patronymic| !patronymic.is_empty()),
        phone,
        email,
        consent_version: CONSENT_VERSION.to_owned(),
        consent_at: now.millis(),
    })
}

fn name(raw: &str, part: Part, field: &'static str, refused: &mut Refused) -> String {
    match PersonName::parse(raw, part, Citizenship::Other, &unicode::Tables) {
        Ok(name) => name.as_str().to_owned(),
        Err(error) => refuse(refused, field, error.code()).unwrap_or_default(),
    }
}

fn refuse(refused: &mut Refused, field: &'static str, code: &'static str) -> Option<String> {
    refused.push((field, code));
    None
}

//! Judging a field: the same function in the browser and on the server (V7).

#[cfg(feature = "cabinet")]
pub mod profile;

use domain::field::confirmation_code::{ConfirmationCode, ConfirmationCodeError};
use domain::field::contact::Contact;
use domain::field::email::{Email, EmailError};
use domain::field::password::{self, PasswordError, PasswordRules};
use domain::field::person_name::{Citizenship, Part, PersonName, PersonNameError};
use domain::field::phone::{Phone, PhoneError};
use unicode::Tables;

use crate::messages::{self, Detail, form};
use crate::model::{Field, Rule};

/// What a value is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What is wrong; empty: nothing.
    pub error: String,
    /// How it was understood; empty: nothing to say.
    pub understood: String,
    /// The address that was probably meant; empty: none.
    pub suggestion: String,
}

impl Verdict {
    fn wrong(error: impl Into<String>) -> Self {
        Self {
            error: error.into(),
            ..Self::default()
        }
    }
}

/// Judges a value; `password` is what stands in the field `password`, for its repeat.
pub fn judge(field: &Field, value: &str, password: &str) -> Verdict {
    if field.optional && value.trim().is_empty() {
        return Verdict::default();
    }
    match &field.rule {
        Rule::Any => Verdict::default(),
        Rule::Surname => name(Part::Last, value),
        Rule::FirstName => name(Part::First, value),
        Rule::Patronymic => name(Part::Patronymic, value),
        Rule::Phone => match Phone::parse(value) {
            Ok(phone) => Verdict {
                understood: understood(&phone),
                ..Verdict::default()
            },
            Err(error) => Verdict::wrong(messages::phone(error)),
        },
        Rule::Email => match Email::parse(value, &Tables) {
            Ok(email) => Verdict {
                suggestion: email.suggestion().unwrap_or_default(),
                ..Verdict::default()
            },
            Err(error) => Verdict::wrong(messages::email(error)),
        },
        Rule::Login => match Contact::parse_login(value, &Tables) {
            Some(Contact::Phone(phone)) => Verdict {
                understood: understood(&phone),
                ..Verdict::default()
            },
            Some(Contact::Email(_)) => Verdict::default(),
            None if value.trim().is_empty() => Verdict::wrong(form::LOGIN_EMPTY),
            None => Verdict::wrong(form::LOGIN_UNREADABLE),
        },
        Rule::SignInLogin => filled(!value.trim().is_empty(), form::LOGIN_EMPTY),
        Rule::SnilsLogin => filled(!value.trim().is_empty(), form::SNILS_EMPTY),
        Rule::Password => filled(!value.is_empty(), form::PASSWORD_EMPTY),
        Rule::Code | Rule::LetterCode => match ConfirmationCode::parse(value) {
            Ok(_) => Verdict::default(),
            Err(error) => Verdict::wrong(messages::code(
                error,
                field.rule == Rule::LetterCode,
                code_detail(error),
            )),
        },
        Rule::NewPassword(limits) => new_password(&(*limits).into(), value),
        Rule::Repeat if value.is_empty() => Verdict::wrong(form::REPEAT_EMPTY),
        Rule::Repeat => filled(value == password, form::PASSWORD_MISMATCH),
        Rule::Consent => filled(!value.is_empty(), form::CONSENT_MISSING),
        #[cfg(feature = "cabinet")]
        Rule::Profile(rule) => profile::judged(field, rule, value),
        #[cfg(not(feature = "cabinet"))]
        Rule::Profile(_) => Verdict::default(),
    }
}

/// The text of a code that a use case refused a field with.
pub fn refused(rule: &Rule, code: &str, detail: Detail) -> Option<String> {
    let name = |part| {
        PersonNameError::from_code(code).map(|error| messages::person_name(error, part, detail))
    };
    match rule {
        Rule::Surname => name(Part::Last),
        Rule::FirstName => name(Part::First),
        Rule::Patronymic => name(Part::Patronymic),
        Rule::Phone => PhoneError::from_code(code).map(|error| messages::phone(error).to_owned()),
        Rule::Email => EmailError::from_code(code).map(|error| messages::email(error).to_owned()),
        Rule::Code | Rule::LetterCode => ConfirmationCodeError::from_code(code)
            .map(|error| messages::code(error, *rule == Rule::LetterCode, detail)),
        Rule::NewPassword(limits) => PasswordError::from_code(code)
            .map(|error| messages::password(error, &(*limits).into(), detail)),
        Rule::Login | Rule::SignInLogin if code == "empty" => Some(form::LOGIN_EMPTY.to_owned()),
        Rule::SnilsLogin if code == "empty" => Some(form::SNILS_EMPTY.to_owned()),
        Rule::Password if code == "empty" => Some(form::PASSWORD_EMPTY.to_owned()),
        Rule::Repeat if code == "empty" => Some(form::REPEAT_EMPTY.to_owned()),
        _ => None,
    }
}

/// Whether leaving the field is a reason to judge it (V1): its format can be checked.
pub fn is_judged_on_blur(rule: &Rule) -> bool {
    match rule {
        Rule::Phone | Rule::Email | Rule::Login | Rule::Repeat => true,
        #[cfg(feature = "cabinet")]
        Rule::Profile(rule) => profile::has_format(rule),
        _ => false,
    }
}

fn filled(right: bool, otherwise: &str) -> Verdict {
    if right {
        Verdict::default()
    } else {
        Verdict::wrong(otherwise)
    }
}

/// Names are judged as a foreigner's at this level: both scripts pass.
fn name(part: Part, value: &str) -> Verdict {
    match PersonName::parse(value, part, Citizenship::Other, &Tables) {
        Ok(_) => Verdict::default(),
        Err(error) => {
            let detail = match error {
                PersonNameError::NonRussianLetter(letter) => Detail {
                    letter,
                    ..Detail::default()
                },
                _ => Detail::default(),
            };
            Verdict::wrong(messages::person_name(error, part, detail))
        }
    }
}

fn new_password(rules: &PasswordRules, value: &str) -> Verdict {
    let errors: Vec<String> = password::check(value, rules, &Tables)
        .into_iter()
        .map(|error| messages::password(error, rules, password_detail(error)))
        .collect();
    Verdict::wrong(errors.join(". "))
}

fn password_detail(error: PasswordError) -> Detail {
    match error {
        PasswordError::TooShort(number) | PasswordError::TooLong(number) => Detail {
            number: number.unwrap_or_default(),
            letter: None,
        },
        PasswordError::OtherLetter(letter) => Detail {
            letter,
            ..Detail::default()
        },
        _ => Detail::default(),
    }
}

fn understood(phone: &Phone) -> String {
    ["Номер: ", &phone.display()].concat()
}

fn code_detail(error: ConfirmationCodeError) -> Detail {
    match error {
        ConfirmationCodeError::WrongLength(number) => Detail {
            number: number.unwrap_or_default(),
            letter: None,
        },
        _ => Detail::default(),
    }
}

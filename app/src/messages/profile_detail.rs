//! What is filled into the text of a profile field's refusal, in the browser and on the server.

use domain::date::Month;
use domain::field::birth_date::BirthDateError;
use domain::field::foreign_document::ForeignDocumentError;
use domain::field::inn::InnError;
use domain::field::passport::PassportError;
use domain::field::passport_division_code::PassportDivisionCodeError;
use domain::field::person_name::PersonNameError;
use domain::field::postal_index::PostalIndexError;
use domain::field::snils::SnilsError;
use domain::profile::ProfileError;

/// The code under which a text is found, and what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledIn {
    /// Code of the refusal; `not_a_date.2` where the month is known.
    pub code: String,
    number: u32,
    letter: Option<char>,
    month: Option<Month>,
}

/// What a refusal speaks of.
pub fn profile_detail(error: ProfileError) -> FilledIn {
    let mut filled_in = FilledIn {
        code: error.code().to_owned(),
        number: 0,
        letter: None,
        month: None,
    };
    match error {
        ProfileError::Passport(PassportError::WrongLength(number))
        | ProfileError::ForeignDocument(ForeignDocumentError::WrongLength(number))
        | ProfileError::DivisionCode(PassportDivisionCodeError::WrongLength(number))
        | ProfileError::PostalIndex(PostalIndexError::WrongLength(number))
        | ProfileError::Snils(SnilsError::WrongLength(number))
        | ProfileError::Inn(InnError::WrongLength(number)) => {
            filled_in.number = number.unwrap_or_default();
        }
        ProfileError::Name(PersonNameError::NonRussianLetter(letter)) => filled_in.letter = letter,
        ProfileError::BirthDate(BirthDateError::NotADate(Some(month))) => {
            filled_in.code = ["not_a_date.", &month.number().to_string()].concat();
            filled_in.month = Some(month);
        }
        _ => {}
    }
    filled_in
}

impl FilledIn {
    /// The text with what it speaks of in the place of its braces.
    pub fn put_into(&self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            match (name, self.month) {
                ("x", _) => filled.extend(self.letter),
                ("year", Some(month)) => filled.push_str(&month.year().to_string()),
                ("days", Some(month)) => filled.push_str(&month.days().to_string()),
                _ => filled.push_str(&self.number.to_string()),
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

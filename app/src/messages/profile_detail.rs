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
    /// The text with what it speaks of.
    pub fn put_into(&self, text: &str) -> String {
        let mut text = text.replace("{n}", &self.number.to_string());
        if let Some(letter) = self.letter {
            text = text.replace("{x}", letter.encode_utf8(&mut [0; 4]));
        }
        if let Some(month) = self.month {
            let days = month.days().to_string();
            text = text
                .replace("{year}", &month.year().to_string())
                .replace("{days}", &days);
        }
        text
    }
}

//! The rules that look at more than the input.

use super::Settings;
use super::request::Request;
use super::table::Verdict;
use crate::Unicode;
use crate::date::Date;
use crate::field::birth_date::{BirthDate, BirthDateError};
use crate::field::passport_issue_date::{PassportIssueDate, PassportIssueDateError};
use crate::field::password::{self, PasswordError};
use crate::field::person_name::{Citizenship, Part, PersonName, PersonNameError};
use crate::field::plain_text::{PlainText, PlainTextError};

/// Characters of a plain text, where the context has no `limit`.
const PLAIN_TEXT_LIMIT: u16 = 255;

/// What a rule may look at.
pub(super) struct Asked<'a, U> {
    pub(super) request: Request,
    pub(super) settings: &'a Settings,
    pub(super) unicode: &'a U,
}

impl<U: Unicode> Asked<'_, U> {
    pub(super) fn today(&self) -> Date {
        let today = self.request.date("reference_date");
        today.unwrap_or(self.settings.today)
    }

    pub(super) fn birth_date(&self) -> Result<String, BirthDateError> {
        let min_age = self.request.number("min_age").unwrap_or(0);
        let birth = BirthDate::parse(self.request.input(), self.today(), min_age)?;
        Ok(birth.date().iso())
    }

    pub(super) fn passport_issue_date(&self) -> Result<String, PassportIssueDateError> {
        let birth = self.request.date("birth_date");
        let issued = PassportIssueDate::parse(self.request.input(), birth, self.today())?;
        Ok(issued.date().iso())
    }

    pub(super) fn person_name(&self) -> Result<PersonName, PersonNameError> {
        let part = match self.request.text("part") {
            Some("first") => Part::First,
            Some("patronymic") => Part::Patronymic,
            _ => Part::Last,
        };
        let citizenship = match self.request.text("citizenship") {
            None | Some("RU") => Citizenship::Russian,
            Some(_) => Citizenship::Other,
        };
        PersonName::parse(self.request.input(), part, citizenship, self.unicode)
    }

    pub(super) fn plain_text(&self) -> Result<PlainText, PlainTextError> {
        let limit: u16 = self.request.number("limit").unwrap_or(PLAIN_TEXT_LIMIT);
        PlainText::parse(self.request.input(), limit.into(), self.unicode)
    }

    pub(super) fn password(&self) -> Verdict {
        let password = self.request.input();
        let errors = password::check(password, &self.settings.password, self.unicode);
        if errors.is_empty() {
            return Ok(password.to_owned());
        }
        Err(errors.into_iter().map(PasswordError::code).collect())
    }

    #[cfg(feature = "server")]
    pub(super) fn password_nist(
        &self,
    ) -> Result<String, crate::field::password_nist::PasswordNistError> {
        use crate::field::password_nist::{NistRules, OwnWords, parse};
        let rules = NistRules::default();
        let rules = NistRules {
            min_length: self
                .request
                .number("min_length")
                .unwrap_or(rules.min_length),
            ..rules
        };
        let own = OwnWords {
            words: &self.request.texts("words"),
            numbers: &self.request.texts("numbers"),
        };
        parse(self.request.input(), &rules, &own, self.unicode)
    }
}

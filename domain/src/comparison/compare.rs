//! Field by field: it agrees, or it is typed as the document has it.

use std::collections::BTreeSet;

use crate::Unicode;
use crate::date::Date;
use crate::profile::{
    Context, ProfileError, ProfileField, Values, is_field_asked, is_optional, is_own_document,
    is_under_age, judge, value,
};

/// The fields that are compared, in the order of the sheet. An address is no part of who somebody is.
pub const FIELDS: [ProfileField; 14] = {
    use ProfileField as F;
    [
        F::Citizenship,
        F::DocumentKind,
        F::DocumentNumber,
        F::Surname,
        F::FirstName,
        F::Patronymic,
        F::BirthDate,
        F::Sex,
        F::BirthPlace,
        F::IssueDate,
        F::IssuedBy,
        F::DivisionCode,
        F::Snils,
        F::Inn,
    ]
};

/// What was noted of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What the citizen has told, canonical; empty for somebody without an account.
    pub entered: &'a Values,
    /// What the documents say, as the operator typed it, where it differs.
    pub typed: &'a Values,
    /// The fields in which both agree.
    pub same: &'a BTreeSet<ProfileField>,
    /// The person has a SNILS.
    pub has_snils: bool,
}

/// Why a field is not settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonError {
    /// It was neither found to agree nor typed.
    NotCompared,
    /// The document is no document for this citizenship (R-PRS-09).
    OtherDocument,
    /// Parents act for a child under 14.
    UnderAge,
    /// What was typed is wrong.
    Field(ProfileError),
}

impl ComparisonError {
    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotCompared => "not_compared",
            Self::OtherDocument => "other_document",
            Self::UnderAge => "under_age",
            Self::Field(error) => error.code(),
        }
    }
}

/// The values as the documents have them, canonical; what is not compared stays as it was told.
///
/// # Errors
/// Every field that is not settled, in the order of the sheet.
pub fn compare(
    sheet: Sheet<'_>,
    today: Date,
    unicode: &impl Unicode,
) -> Result<Values, Vec<(ProfileField, ComparisonError)>> {
    let found = FIELDS.map(|field| (field, sheet.found(field)));
    let mut values = sheet.entered.clone();
    for (field, text) in found {
        if let Some(text) = text {
            values.insert(field.code().to_owned(), text.to_owned());
        }
    }
    let context = Context::of(&values, today);
    let mut errors = Vec::new();
    for (field, text) in found {
        let settled = match text {
            _ if !sheet.is_asked(field, &context) => Ok(String::new()),
            None => Err(ComparisonError::NotCompared),
            Some(text) => judge(field, text, &context, unicode).map_err(ComparisonError::Field),
        };
        match settled.and_then(|canonical| agrees(field, canonical, &values, today)) {
            Ok(canonical) => drop(values.insert(field.code().to_owned(), canonical)),
            Err(error) => errors.push((field, error)),
        }
    }
    values.retain(|_, value| !value.is_empty());
    if errors.is_empty() {
        Ok(values)
    } else {
        Err(errors)
    }
}

/// What only shows in the light of other fields.
fn agrees(
    field: ProfileField,
    canonical: String,
    values: &Values,
    today: Date,
) -> Result<String, ComparisonError> {
    match field {
        ProfileField::DocumentKind if !is_own_document(values) => {
            Err(ComparisonError::OtherDocument)
        }
        ProfileField::BirthDate if is_under_age(values, today) => Err(ComparisonError::UnderAge),
        _ => Ok(canonical),
    }
}

impl<'a> Sheet<'a> {
    /// What counts for a field; `None`: nobody has said.
    fn found(&self, field: ProfileField) -> Option<&'a str> {
        let entered = value(self.entered, field);
        let typed = value(self.typed, field).trim();
        match typed {
            _ if self.same.contains(&field) => Some(entered),
            "-" | "–" | "—" if is_optional(field) => Some(""),
            "" if !entered.is_empty() => None,
            typed => Some(typed),
        }
    }

    /// Whoever has no SNILS is not asked for it; one that was told does not vanish by that.
    fn is_asked(&self, field: ProfileField, context: &Context) -> bool {
        let absent = field == ProfileField::Snils
            && !self.has_snils
            && value(self.entered, field).is_empty();
        is_field_asked(field, context) && !absent
    }
}

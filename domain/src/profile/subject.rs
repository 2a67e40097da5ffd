//! What each registry is asked about.

use super::ProfileField;
use crate::registry::Registry;

/// The fields a registry compares; the first one is the number it looks the person up by.
#[must_use]
pub fn subject(registry: Registry) -> &'static [ProfileField] {
    use ProfileField::{
        BirthDate, BirthPlace, Citizenship, DivisionCode, DocumentKind, DocumentNumber, FirstName,
        Inn, IssueDate, IssuedBy, Patronymic, Sex, Snils, Surname,
    };
    match registry {
        Registry::Snils => &[Snils, Surname, FirstName, Patronymic, BirthDate, Sex],
        Registry::Passport => &[
            DocumentNumber,
            DocumentKind,
            Citizenship,
            IssueDate,
            IssuedBy,
            DivisionCode,
            Surname,
            FirstName,
            Patronymic,
            BirthDate,
            BirthPlace,
        ],
        Registry::Inn => &[
            Inn,
            Surname,
            FirstName,
            Patronymic,
            BirthDate,
            DocumentNumber,
        ],
    }
}

/// The field that a registry means by a name of its own. Registries differ in their words; what none of them uses for
/// anything else is understood.
#[must_use]
pub fn field_named(registry: Registry, name: &str) -> Option<ProfileField> {
    use ProfileField as F;
    Some(match name {
        "last_name" | "family_name" | "last" => F::Surname,
        "name" | "given_name" | "first" => F::FirstName,
        "middle_name" => F::Patronymic,
        "birthdate" | "date_of_birth" => F::BirthDate,
        "gender" => F::Sex,
        "place_of_birth" | "birthplace" => F::BirthPlace,
        "number" => subject(registry)[0],
        "passport" | "series" | "series_number" | "document" => F::DocumentNumber,
        "passport_issue_date" | "issued_at" => F::IssueDate,
        "passport_division_code" => F::DivisionCode,
        "inn_person" => F::Inn,
        own => F::from_code(own)?,
    })
}

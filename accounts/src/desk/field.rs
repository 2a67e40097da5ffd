//! Fields of a profile, and which of them each registry checks.

use domain::registry::Registry;

/// What stands between the fields that a check names.
const SEPARATOR: char = ',';

/// The fields that a registry checks, its own number first. Codes are names in the profile's payload.
#[must_use]
pub fn fields_of(registry: Registry) -> &'static [&'static str] {
    match registry {
        Registry::Snils => &[
            "snils",
            "surname",
            "first_name",
            "patronymic",
            "birth_date",
            "sex",
        ],
        Registry::Passport => &[
            "document_number",
            "issue_date",
            "issued_by",
            "division_code",
            "surname",
            "first_name",
            "patronymic",
            "birth_date",
            "birth_place",
        ],
        Registry::Inn => &[
            "inn",
            "surname",
            "first_name",
            "patronymic",
            "birth_date",
            "document_number",
        ],
    }
}

/// The field of a registry with this code.
pub(super) fn find(registry: Registry, code: &str) -> Option<&'static str> {
    fields_of(registry)
        .iter()
        .copied()
        .find(|field| *field == code)
}

/// The fields that a check names, as the store has them. What the registry does not check is left out.
pub(super) fn read(registry: Registry, stored: &str) -> Vec<&'static str> {
    stored
        .split(SEPARATOR)
        .filter_map(|code| find(registry, code))
        .collect()
}

/// The same the other way round.
pub(super) fn write(fields: &[String]) -> String {
    fields.join(&SEPARATOR.to_string())
}

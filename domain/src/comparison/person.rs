//! Whether two versions of a profile are about one person.

use super::FIELDS;
use crate::profile::{ProfileField, Values, value};

/// Names and documents change in a life; SNILS, birth date and sex do not. Where there is no SNILS, the document stands
/// for it.
#[must_use]
pub fn is_same_person(one: &Values, other: &Values) -> bool {
    use ProfileField::{BirthDate, DocumentNumber, Sex, Snils};
    let same = |field| value(one, field) == value(other, field);
    let number = match value(one, Snils) {
        "" => DocumentNumber,
        _ => Snils,
    };
    [number, BirthDate, Sex].into_iter().all(same)
}

/// Whether every field that is compared at a desk is the same.
#[must_use]
pub fn is_same_identity(one: &Values, other: &Values) -> bool {
    FIELDS
        .into_iter()
        .all(|field| value(one, field) == value(other, field))
}

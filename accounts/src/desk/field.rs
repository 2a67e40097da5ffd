//! Fields of a case: those its registry checks.

use domain::profile::{ProfileField, subject};
use domain::registry::Registry;

/// The fields that a registry checks, its own number first, by their names in the profile.
pub fn fields_of(registry: Registry) -> impl Iterator<Item = &'static str> {
    subject(registry).iter().map(|field| field.code())
}

/// The field of a registry with this code.
pub(super) fn find(registry: Registry, code: &str) -> Option<&'static str> {
    fields_of(registry).find(|field| *field == code)
}

/// The fields that a check names, as the store has them. What the registry does not check is left out.
pub(super) fn read(registry: Registry, stored: &str) -> Vec<&'static str> {
    stored
        .split(',')
        .filter_map(|code| find(registry, code))
        .collect()
}

/// The fields that an operator ticked.
pub(super) fn ticked(codes: &[String]) -> Vec<ProfileField> {
    codes
        .iter()
        .filter_map(|code| ProfileField::from_code(code))
        .collect()
}

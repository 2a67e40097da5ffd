//! What a citizen tells about themselves at the personal-data stage (R-PRS-02), and when it is right.

mod field;
mod judge;
mod subject;

use std::collections::BTreeMap;

pub use field::{AddressPart, ProfileField};
pub use judge::{
    Context, DocumentKind, MIN_AGE, ProfileError, Sex, canonical, display, has_format, is_asked,
    is_field_asked, is_optional, is_own_document, is_right, is_under_age, judge,
};
pub use subject::{field_named, subject};

/// Values by the names of their fields: as typed, or canonical.
pub type Values = BTreeMap<String, String>;

/// The value of a field; `""` where there is none.
#[must_use]
pub fn value(values: &Values, field: ProfileField) -> &str {
    values.get(field.code()).map_or("", String::as_str)
}

//! What a citizen has told beside what the documents on the table say (R-CTR-08, D-22).

mod compare;
mod evidence;
mod person;

pub use compare::{ComparisonError, FIELDS, Sheet, compare};
pub use evidence::{Evidence, missing};
pub use person::{is_same_identity, is_same_person};

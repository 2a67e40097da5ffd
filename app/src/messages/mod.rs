//! What the portal says about wrong input: a text for every code, in Russian.

mod code;
mod email;
pub mod form;
#[cfg(feature = "ssr")]
pub mod further_document;
#[cfg(feature = "ssr")]
mod outcome;
mod password;
mod person_name;
mod phone;
#[cfg(feature = "ssr")]
pub mod profile;
#[cfg(feature = "cabinet")]
mod profile_detail;
#[cfg(feature = "ssr")]
mod upload;

pub use code::code;
pub use email::email;
#[cfg(feature = "ssr")]
pub use outcome::outcome;
pub use password::{password, rules as password_rules};
pub use person_name::person_name;
pub use phone::phone;
#[cfg(feature = "cabinet")]
pub use profile_detail::profile_detail;
#[cfg(feature = "ssr")]
pub use upload::{size, upload};

/// What a text speaks of besides the code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// How many characters or digits were typed.
    pub number: u32,
    /// The letter that does not fit.
    pub letter: Option<char>,
}

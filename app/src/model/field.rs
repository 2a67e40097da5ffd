//! A field as data.

use domain::field::password::PasswordRules;
use serde::{Deserialize, Serialize};

/// A field with everything that is said about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// Name in the form, and the id of the input.
    pub name: String,
    /// Label; HTML for a checkbox, whose label may hold links.
    pub label: String,
    /// One sentence under the label.
    pub hint: String,
    /// What kind of control.
    pub kind: Kind,
    /// How it is judged.
    pub rule: Rule,
    /// May stay empty.
    pub optional: bool,
    /// Token of `autocomplete`.
    pub autocomplete: String,
    /// What was typed; not empty for a ticked box.
    pub value: String,
    /// What is wrong with it.
    pub error: String,
    /// How it was understood.
    pub understood: String,
    /// The address that was probably meant.
    pub suggestion: String,
    /// HTML of a control that the server alone makes: a list to choose from.
    pub control: String,
    /// The texts of this field's refusals, where they come with the page instead of standing in the wasm: lines of a
    /// code, a tab, and the text; what the browser fills in stands in braces.
    pub texts: String,
}

/// The kinds of controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One line of text: a name.
    #[default]
    Text,
    /// A phone number.
    Tel,
    /// An e-mail address.
    Email,
    /// Phone or e-mail.
    Login,
    /// A one-time code.
    Code,
    /// A password.
    Password,
    /// A checkbox.
    Check,
    /// One of a list.
    Select,
    /// A date.
    Date,
    /// A number that is no quantity: SNILS, series and number.
    Number,
}

/// How a field is judged, in the browser and on the server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Not at all.
    #[default]
    Any,
    /// «Фамилия»
    Surname,
    /// «Имя»
    FirstName,
    /// «Отчество»
    Patronymic,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Phone or e-mail.
    Login,
    /// Phone or e-mail that is only looked up: nothing but empty is wrong.
    SignInLogin,
    /// SNILS that is only looked up: nothing but empty is wrong.
    SnilsLogin,
    /// A one-time code from an SMS or a call.
    Code,
    /// A one-time code from a letter.
    LetterCode,
    /// A password that exists: nothing but empty is wrong.
    Password,
    /// A new password.
    NewPassword(Limits),
    /// The same as the field `password`.
    Repeat,
    /// A box that has to be ticked.
    Consent,
    /// A field of the personal-data stage and what its judgement needs to know of the others, as [`crate::judge`] writes
    /// it.
    Profile(String),
}

/// What a new password has to be: [`PasswordRules`] on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Shortest.
    pub min: u32,
    /// Longest.
    pub max: u32,
    /// A capital letter is needed.
    pub upper: bool,
    /// A small letter is needed.
    pub lower: bool,
    /// A digit is needed.
    pub digit: bool,
    /// A sign is needed.
    pub symbol: bool,
}

impl From<PasswordRules> for Limits {
    fn from(rules: PasswordRules) -> Self {
        Self {
            min: rules.min_length,
            max: rules.max_length,
            upper: rules.require_upper,
            lower: rules.require_lower,
            digit: rules.require_digit,
            symbol: rules.require_symbol,
        }
    }
}

impl From<Limits> for PasswordRules {
    fn from(limits: Limits) -> Self {
        Self {
            min_length: limits.min,
            max_length: limits.max,
            require_upper: limits.upper,
            require_lower: limits.lower,
            require_digit: limits.digit,
            require_symbol: limits.symbol,
        }
    }
}

//! Judging a new password.

use domain::common_passwords::{PasswordWarning, warning};
use domain::field::password::{PasswordError, PasswordRules, check};

use unicode::Tables;

use crate::config::Password;
use crate::flash::Refusal;
use crate::outcome::Outcome;

/// The rules of the settings.
#[must_use]
pub fn rules(config: &Password) -> PasswordRules {
    PasswordRules {
        min_length: config.min_length,
        max_length: config.max_length,
        require_upper: config.require_upper,
        require_lower: config.require_lower,
        require_digit: config.require_digit,
        require_symbol: config.require_symbol,
    }
}

/// What is wrong with a new password; or, where nothing is, a warning that stops nobody.
pub(crate) fn judge(
    config: &Password,
    password: &str,
    repeat: &str,
    own: &[String],
) -> Result<Option<Outcome>, Vec<Refusal>> {
    let mut refused: Vec<Refusal> = check(password, &rules(config), &Tables)
        .into_iter()
        .map(refusal)
        .collect();
    let weak = weakness(password, own);
    if config.refuse_weak
        && let Some(weak) = weak
    {
        refused.push(Refusal::new("password", weak.code()));
    }
    if password != repeat {
        refused.push(Refusal::new(
            "password_repeat",
            Outcome::PasswordMismatch.code(),
        ));
    }
    if refused.is_empty() {
        Ok(weak)
    } else {
        Err(refused)
    }
}

/// Why a password is weak, if it is: common, or made of the person's own words.
pub(crate) fn weakness(password: &str, own: &[String]) -> Option<Outcome> {
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    warning(password, &own).map(|warning| match warning {
        PasswordWarning::Common => Outcome::PasswordCommon,
        PasswordWarning::OwnAttribute => Outcome::PasswordOwn,
    })
}

/// The refusal with the number or letter its message speaks of.
fn refusal(error: PasswordError) -> Refusal {
    let mut refusal = Refusal::new("password", error.code());
    match error {
        PasswordError::TooShort(number) | PasswordError::TooLong(number) => refusal.number = number,
        PasswordError::OtherLetter(letter) => refusal.letter = letter,
        _ => {}
    }
    refusal
}

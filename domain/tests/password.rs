//! The list of rules beside the field of a password.

use domain::field::password::{PasswordError, PasswordRule, PasswordRules, check};
use unicode::Tables;

fn rules(required: bool) -> PasswordRules {
    PasswordRules {
        min_length: 8,
        max_length: 128,
        require_upper: required,
        require_lower: required,
        require_digit: required,
        require_symbol: required,
    }
}

#[test]
fn only_rules_of_the_settings_are_listed() {
    for rule in PasswordRule::ALL {
        assert!(rule.applies(&rules(true)), "{rule:?}");
        assert_eq!(
            rule.applies(&rules(false)),
            rule == PasswordRule::Length,
            "{rule:?}"
        );
    }
}

#[test]
fn each_error_leaves_its_own_rule_unmet() {
    use PasswordError as E;
    use PasswordRule as R;
    for (error, unmet) in [
        (E::TooShort(None), R::Length),
        (E::TooLong(None), R::Length),
        (E::MissingUpper, R::Upper),
        (E::MissingLower, R::Lower),
        (E::MissingDigit, R::Digit),
        (E::MissingSymbol, R::Symbol),
    ] {
        for rule in R::ALL {
            assert_eq!(
                rule.is_met(&[error]),
                rule != unmet,
                "{rule:?} by {error:?}"
            );
        }
    }
    for rule in R::ALL {
        assert!(rule.is_met(&[]) && rule.is_met(&[E::OtherLetter(None)]));
        assert!(!rule.is_met(&[E::Empty]), "an empty password meets nothing");
    }
}

#[test]
fn the_first_letter_of_another_script_is_named() {
    let errors = check("Пaрol1!aaa", &rules(true), &Tables);
    assert!(
        errors.contains(&PasswordError::OtherLetter(Some('П'))),
        "{errors:?}"
    );
    // What is no letter, and what is ASCII, is none of another script.
    for fine in ["Parol1! aa", "Parol1!☂aa"] {
        assert_eq!(check(fine, &rules(true), &Tables), [], "{fine}");
    }
}

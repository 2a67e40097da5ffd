//! Texts for [`PasswordError`], and the list of rules beside a new password.

use domain::field::password::{PasswordError, PasswordRule, PasswordRules, check};

use unicode::Tables;

use super::Detail;

/// The text of a refusal.
pub fn password(error: PasswordError, rules: &PasswordRules, detail: Detail) -> String {
    let length = |word: &str, limit: u32| {
        let (limit, now) = (limit.to_string(), detail.number.to_string());
        [
            "Пароль должен быть не ",
            word,
            " ",
            &limit,
            " символов, сейчас ",
            &now,
        ]
        .concat()
    };
    match error {
        PasswordError::Empty => "Укажите пароль".to_owned(),
        PasswordError::OtherLetter(_) => {
            let letter = detail.letter.map(String::from).unwrap_or_default();
            ["Буква «", &letter, "» не подойдёт: только латинские"].concat()
        }
        PasswordError::TooShort(_) => length("короче", rules.min_length),
        PasswordError::TooLong(_) => length("длиннее", rules.max_length),
        PasswordError::MissingUpper => "Добавьте заглавную латинскую букву".to_owned(),
        PasswordError::MissingLower => "Добавьте строчную латинскую букву".to_owned(),
        PasswordError::MissingDigit => "Добавьте цифру".to_owned(),
        PasswordError::MissingSymbol => "Добавьте символ, например ! $ % & ( )".to_owned(),
    }
}

/// The rules as a list: what is needed, the short word for the live sentence, and whether
/// `typed` has it.
pub fn rules(rules: &PasswordRules, typed: &str) -> Vec<(String, &'static str, bool)> {
    let unmet = check(typed, rules, &Tables);
    let (min, max) = (rules.min_length.to_string(), rules.max_length.to_string());
    let lengths = ["от ", &min, " до ", &max, " символов"].concat();
    let list = [
        (PasswordRule::Length, lengths.as_str(), "длина"),
        (
            PasswordRule::Upper,
            "заглавная латинская буква",
            "заглавная буква",
        ),
        (
            PasswordRule::Lower,
            "строчная латинская буква",
            "строчная буква",
        ),
        (PasswordRule::Digit, "цифра", "цифра"),
        (
            PasswordRule::Symbol,
            "символ, например ! $ % & ( )",
            "символ",
        ),
    ];
    list.into_iter()
        .filter(|(rule, ..)| rule.applies(rules))
        .map(|(rule, long, short)| (long.to_owned(), short, rule.is_met(&unmet)))
        .collect()
}

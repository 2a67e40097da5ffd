//! Whether a password is made of the person's own name, phone or e-mail.

use crate::keyboard::{to_latin, to_russian};
use crate::transliteration::{folded, in_latin};

/// Letters of a word that is looked for: shorter ones stand in too many others.
const SHORTEST: usize = 4;
/// Last digits of a number that are looked for.
const DIGITS: usize = 7;

/// Whether the password, in small letters, holds this name, number or address.
pub(super) fn is_used(lower: &str, attribute: &str) -> bool {
    let attribute = attribute.to_lowercase();
    match attribute.split_once('@') {
        Some((local, _)) => local
            .split(['.', '-', '_', '+'])
            .chain([local])
            .any(|word| holds_word(lower, word)),
        None if attribute.chars().any(char::is_alphabetic) => attribute
            .split([' ', '-', '\'', '.'])
            .any(|word| holds_word(lower, word)),
        None => holds_number(lower, &attribute),
    }
}

fn holds_number(lower: &str, number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let typed: String = lower.chars().filter(char::is_ascii_digit).collect();
    digits.len() >= DIGITS && typed.contains(&digits[digits.len() - DIGITS..])
}

/// The word as it is, in the other keyboard layout, or in Latin letters.
fn holds_word(lower: &str, word: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    let word_letters = letters(word);
    if word_letters.chars().filter(|c| c.is_alphabetic()).count() < SHORTEST {
        return false;
    }
    let typed = letters(lower);
    let retyped = to_russian(lower);
    typed.contains(&word_letters)
        || lower.contains(&to_latin(word))
        || retyped.contains(word)
        || in_latin(&word_letters)
            .iter()
            .any(|latin| latin.len() >= SHORTEST && folded(&typed).contains(latin))
}

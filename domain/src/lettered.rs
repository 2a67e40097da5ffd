//! Numbers with letters in them: look-alikes of two alphabets, and which place is whose.

use crate::script::{is_russian, upper};

/// The twelve capitals that Cyrillic and Latin share by sight, as number plates have them.
const LOOK_ALIKES: [(char, char); 12] = [
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
];

/// Whether this is the Cyrillic one of two capitals that look alike.
pub(crate) fn has_latin_twin(letter: char) -> bool {
    LOOK_ALIKES.iter().any(|&(cyrillic, _)| cyrillic == letter)
}

/// In capitals, and in Cyrillic ones where Latin ones look the same.
pub(crate) fn in_cyrillic(text: &str) -> String {
    let twin = |letter| LOOK_ALIKES.iter().find(|(_, latin)| *latin == letter);
    let letters = text.chars().map(upper);
    letters
        .map(|letter| twin(letter).map_or(letter, |&(cyrillic, _)| cyrillic))
        .collect()
}

/// In capitals, and in Latin ones where Cyrillic ones look the same.
pub(crate) fn in_latin(text: &str) -> String {
    let twin = |letter| LOOK_ALIKES.iter().find(|(cyrillic, _)| *cyrillic == letter);
    let letters = text.chars().map(upper);
    letters
        .map(|letter| twin(letter).map_or(letter, |&(_, latin)| latin))
        .collect()
}

/// Whether the text has one of the shapes, in which `9` stands for a digit and `A` for any other
/// character: which others there may be has been checked before.
pub(crate) fn has_shape(text: &str, shapes: &[&str]) -> bool {
    let class = |character: char| if character.is_ascii_digit() { '9' } else { 'A' };
    shapes
        .iter()
        .any(|shape| text.chars().map(class).eq(shape.chars()))
}

/// What stands in Russian series and numbers.
pub(crate) fn is_digit_or_russian(character: char) -> bool {
    character.is_ascii_digit() || is_russian(character)
}

/// What stands in international codes.
pub(crate) fn is_digit_or_latin(character: char) -> bool {
    matches!(character, '0'..='9' | 'A'..='Z')
}

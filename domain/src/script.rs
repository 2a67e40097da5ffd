//! Which letters are Latin and which Cyrillic. Two short lists instead of Unicode's tables:
//! both builds hold the same ones.

/// Latin letters beyond ASCII, first and last of each run.
const LATIN: [(u32, u32); 34] = [
    (0xAA, 0xAA),
    (0xBA, 0xBA),
    (0xC0, 0xD6),
    (0xD8, 0xF6),
    (0xF8, 0x2B8),
    (0x2E0, 0x2E4),
    (0x1D00, 0x1D25),
    (0x1D2C, 0x1D5C),
    (0x1D62, 0x1D65),
    (0x1D6B, 0x1D77),
    (0x1D79, 0x1DBE),
    (0x1E00, 0x1EFF),
    (0x2071, 0x2071),
    (0x207F, 0x207F),
    (0x2090, 0x209C),
    (0x212A, 0x212B),
    (0x2132, 0x2132),
    (0x214E, 0x214E),
    (0x2183, 0x2184),
    (0x2C60, 0x2C7F),
    (0xA722, 0xA787),
    (0xA78B, 0xA7DC),
    (0xA7F1, 0xA7FF),
    (0xAB30, 0xAB5A),
    (0xAB5C, 0xAB64),
    (0xAB66, 0xAB69),
    (0xFB00, 0xFB06),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0x10780, 0x10785),
    (0x10787, 0x107B0),
    (0x107B2, 0x107BA),
    (0x1DF00, 0x1DF1E),
    (0x1DF25, 0x1DF2A),
];

/// Cyrillic letters.
const CYRILLIC: [(u32, u32); 8] = [
    (0x400, 0x481),
    (0x48A, 0x52F),
    (0x1C80, 0x1C8A),
    (0x1D2B, 0x1D2B),
    (0x1D78, 0x1D78),
    (0xA640, 0xA66E),
    (0xA67F, 0xA69D),
    (0x1E030, 0x1E06D),
];

fn lies_in(runs: &[(u32, u32)], character: char) -> bool {
    let point = u32::from(character);
    runs.iter()
        .any(|&(first, last)| first <= point && point <= last)
}

/// A letter of the Latin script, with or without diacritics.
pub(crate) fn is_latin(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    // Two Cyrillic letters stand between Latin ones of the phonetic extensions.
    lies_in(&LATIN, character) && !is_cyrillic(character)
}

/// A letter of the Cyrillic script.
pub(crate) fn is_cyrillic(character: char) -> bool {
    !character.is_ascii() && lies_in(&CYRILLIC, character)
}

/// One of the 33 letters of the Russian alphabet, large or small.
pub(crate) fn is_russian(character: char) -> bool {
    matches!(character, 'А'..='я' | 'Ё' | 'ё')
}

/// The small letter of a Russian or ASCII letter.
pub(crate) fn lower(character: char) -> char {
    match character {
        'А'..='Я' => char::from_u32(u32::from(character) + 0x20).unwrap_or(character),
        'Ё' => 'ё',
        other => other.to_ascii_lowercase(),
    }
}

/// The capital of an ASCII letter or of a Cyrillic one that Russian, Ukrainian, Belarusian, Serbian
/// or Macedonian has.
pub(crate) fn upper(character: char) -> char {
    let distance = match character {
        'а'..='я' => 0x20,
        'ѐ'..='џ' => 0x50,
        other => return other.to_ascii_uppercase(),
    };
    char::from_u32(u32::from(character) - distance).unwrap_or(character)
}

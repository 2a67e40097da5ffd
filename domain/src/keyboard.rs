//! Keyboards: which letters share a key, and what stands beside what.

/// Small letters of the Russian layout, row by row, and what the same keys give in the Latin one.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

/// What people run a finger along. The digits, which run in circles, are no list.
const SEQUENCES: [&str; 9] = [
    "1234567890qwertyuiopasdfghjklzxcvbnm",
    "qwertyuiopasdfghjklzxcvbnm",
    "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./",
    "qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "1234567890йцукенгшщзхъфывапролджэячсмитьбю",
    "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
];

/// Russian letters as the Latin ones on the same keys: `йцукен` is `qwerty`.
pub(crate) fn to_latin(lower: &str) -> String {
    retyped(lower, RUSSIAN, LATIN)
}

/// Latin letters and signs as the Russian letters on the same keys.
pub(crate) fn to_russian(lower: &str) -> String {
    retyped(lower, LATIN, RUSSIAN)
}

fn retyped(text: &str, from: &str, to: &str) -> String {
    let key = |character: char| {
        let pair = from
            .chars()
            .zip(to.chars())
            .find(|&(typed, _)| typed == character);
        pair.map_or(character, |(_, meant)| meant)
    };
    text.chars().map(key).collect()
}

/// Whether the whole is a piece, forwards or backwards, of the digits, a keyboard's rows or an
/// alphabet.
pub(crate) fn is_sequential(lower: &str) -> bool {
    let backwards: String = lower.chars().rev().collect();
    let piece = |text: &str| SEQUENCES.iter().any(|sequence| sequence.contains(text));
    runs_upwards(lower) || runs_upwards(&backwards) || piece(lower) || piece(&backwards)
}

/// Digits that count up, nine followed by zero.
fn runs_upwards(text: &str) -> bool {
    let digits = text.as_bytes();
    digits.iter().all(u8::is_ascii_digit)
        && digits
            .windows(2)
            .all(|pair| (pair[0] - b'0' + 1) % 10 == pair[1] - b'0')
}

/// Whether a period of one to four characters runs through the whole.
pub(crate) fn is_repetitive(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    (1..=4).any(|period| {
        characters.len() >= 2 * period
            && characters
                .iter()
                .zip(&characters[period..])
                .all(|(a, b)| a == b)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_are_each_others_inverse() {
        assert_eq!(to_latin("йцукен"), "qwerty");
        assert_eq!(to_russian("ghbdtn"), "привет");
        assert_eq!(RUSSIAN.chars().count(), 33);
        assert_eq!(to_russian(&to_latin(RUSSIAN)), RUSSIAN);
        assert_eq!(to_latin(&to_russian(LATIN)), LATIN);
    }

    #[test]
    fn pieces_are_found_both_ways() {
        for piece in [
            "123456789012345",
            "098765432109876",
            "abcdefgh",
            "hgfedcba",
            "ytrewq",
            "эюя",
        ] {
            assert!(is_sequential(piece), "{piece}");
        }
        for other in ["13579", "acegik", "qwertz", "абвгд7"] {
            assert!(!is_sequential(other), "{other}");
        }
    }

    #[test]
    fn a_short_period_is_found() {
        assert!(is_repetitive("abcabcab"));
        assert!(is_repetitive("aaaa"));
        assert!(is_repetitive("abcdabcd"));
        assert!(!is_repetitive("abcdabc"), "less than two periods");
        assert!(!is_repetitive("abcab"));
        assert!(!is_repetitive("abcdeabcde"));
        assert!(!is_repetitive("aaaabbbbccccddd"));
    }
}

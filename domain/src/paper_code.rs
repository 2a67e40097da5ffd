//! Codes that stand on paper and are typed from it (P-05): of a visit, of an identity.

use core::fmt;

use crate::lettered::in_latin;

/// How many signs a code has.
pub const LENGTH: usize = 8;

/// Digits and letters that look like no other and stand on both keyboards: `0`/`О`, `1`/`I`, `3`/`З`, `8`/`В` are left
/// out.
const SIGNS: [u8; 16] = *b"245679AEKMHPCTYX";

/// A code: eight signs, in capital Latin letters.
#[derive(Clone, PartialEq, Eq)]
pub struct PaperCode(String);

/// Why a text is no such code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperCodeError {
    /// Nothing was typed.
    Empty,
    /// It has another length.
    BadLength,
    /// It has a sign that no code has.
    BadSign(char),
}

impl PaperCode {
    /// Reads a code as it was typed: in either alphabet, in small or capital letters, with spaces and hyphens anywhere.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, PaperCodeError> {
        let is_sign = |sign: &char| !sign.is_whitespace() && !matches!(sign, '-' | '–' | '—');
        // Longer ones are not read to their end.
        let typed: String = text.chars().filter(is_sign).take(LENGTH + 1).collect();
        if typed.is_empty() {
            return Err(PaperCodeError::Empty);
        }
        let code = in_latin(&typed);
        let strange = |(typed, sign): (char, char)| {
            let known = u8::try_from(sign).is_ok_and(|sign| SIGNS.contains(&sign));
            (!known).then_some(typed)
        };
        match typed.chars().zip(code.chars()).find_map(strange) {
            Some(typed) => Err(PaperCodeError::BadSign(typed)),
            None if code.len() != LENGTH => Err(PaperCodeError::BadLength),
            None => Ok(Self(code)),
        }
    }

    /// The code that chance makes: every byte gives one of sixteen signs.
    #[must_use]
    pub fn from_random(bytes: [u8; LENGTH]) -> Self {
        let sign = |byte: u8| char::from(SIGNS[usize::from(byte % 16)]);
        Self(bytes.into_iter().map(sign).collect())
    }

    /// As it is stored and compared.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.0
    }

    /// `K7MH-9PXT`, as people read it.
    #[must_use]
    pub fn display(&self) -> String {
        let (one, other) = self.0.split_at(LENGTH / 2);
        [one, "-", other].concat()
    }
}

impl fmt::Debug for PaperCode {
    /// Without the code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PaperCode(…)")
    }
}

//! The login of an operator.

use std::fmt;

/// Fewest and most characters of a login.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=64;

/// A login: 3 to 64 of `a-z 0-9 . _ -`. It is a name for the desk, not a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorLogin(String);

impl OperatorLogin {
    /// Reads a login as it is written, letter by letter; anything else is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let known = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
        (LENGTH.contains(&text.len()) && text.bytes().all(known)).then(|| Self(text.to_owned()))
    }

    /// The login.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OperatorLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::OperatorLogin;

    #[test]
    fn length_and_alphabet_count() {
        for good in ["abc", "a.b_c-1", "000", &"z".repeat(64)] {
            assert!(OperatorLogin::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "ab",
            &"z".repeat(65),
            "Abc",
            "a b",
            "имя",
            "abc\n",
            "a@b.c",
        ] {
            assert!(OperatorLogin::parse(bad).is_none(), "{bad:?}");
        }
    }
}

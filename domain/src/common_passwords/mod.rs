//! Weak passwords: common ones, simple sequences, and those made of the person's own data.
//! The list lives on the server only.

mod list;
mod own;

pub(crate) use list::contains;

use crate::keyboard::{is_repetitive, is_sequential, to_latin};

/// Why a password that meets the rules is still weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordWarning {
    /// Common, or a simple sequence: «Такой пароль легко подобрать».
    Common,
    /// Made of the person's own name, phone or e-mail.
    OwnAttribute,
}

impl PasswordWarning {
    /// Both warnings.
    pub const ALL: [Self; 2] = [Self::Common, Self::OwnAttribute];

    /// Code of the warning.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::OwnAttribute => "own_attribute",
        }
    }

    /// The warning with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|warning| warning.code() == code)
    }
}

/// Characters that are looked at: weakness does not begin later, and the cost stays small.
const LOOKED_AT: usize = 256;

/// Judges a password that meets the rules. `own` are the person's names, phone and e-mail.
#[must_use]
pub fn warning(password: &str, own: &[&str]) -> Option<PasswordWarning> {
    let lower: String = password
        .chars()
        .take(LOOKED_AT)
        .collect::<String>()
        .to_lowercase();
    if own.iter().any(|attribute| own::is_used(&lower, attribute)) {
        return Some(PasswordWarning::OwnAttribute);
    }
    is_common(&lower).then_some(PasswordWarning::Common)
}

/// Listed as it stands, or once the signs and digits that the rules demand are taken away.
fn is_common(lower: &str) -> bool {
    let bare: String = lower
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect();
    let trimmed = lower.trim_matches(|character: char| !character.is_alphanumeric());
    let word = lower.trim_matches(|character: char| !character.is_alphabetic());
    let bare_word = bare.trim_matches(|character: char| !character.is_alphabetic());
    [lower, trimmed, word, &bare, bare_word]
        .into_iter()
        .any(is_listed)
        || is_simple(&bare)
}

/// In the list, as typed, in the other layout, or with signs read as the letters they look like.
fn is_listed(text: &str) -> bool {
    contains(text) || contains(&to_latin(text)) || contains(&letters_for_signs(text))
}

/// `p@$$w0rd` is `password`.
fn letters_for_signs(text: &str) -> String {
    let letter = |character| match character {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// Made of sequences and repetitions but for two characters: `abcd1234`, `aaaa1111b`.
fn is_simple(bare: &str) -> bool {
    let is_weak = |run: &str| {
        run.chars().count() >= 3 && (is_sequential(run) || is_repetitive(run) || is_listed(run))
    };
    let weak: usize = runs(bare)
        .filter(|run| is_weak(run))
        .map(|run| run.chars().count())
        .sum();
    is_sequential(bare) || is_repetitive(bare) || (weak > 0 && weak + 2 >= bare.chars().count())
}

/// Runs of letters and runs of digits.
fn runs(bare: &str) -> impl Iterator<Item = &str> {
    let mut rest = bare;
    core::iter::from_fn(move || {
        let digits = rest.chars().next()?.is_ascii_digit();
        let end = rest
            .find(|character: char| character.is_ascii_digit() != digits)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_passwords_in_disguise_are_found() {
        for weak in [
            "Password1!",
            "P@ssw0rd",
            "P@$$w0rd1",
            "Qwerty123!",
            "1qaz@WSX",
            "Dragon2026!",
            "Gfhjkm123!",
            "Zaq12wsx!",
            "Abcd1234!",
            "Aaaa1111!",
            "123456Aa!",
            "Qwertyuiop1!",
            "Zxcvbn,1A",
            "!Pass-word1",
            "Qazwsx123$",
            "P-a-s-s-w-o-r-d-1",
        ] {
            assert_eq!(warning(weak, &[]), Some(PasswordWarning::Common), "{weak}");
        }
    }

    #[test]
    fn every_way_of_a_disguise_counts() {
        // As typed, without signs at its ends, without digits, without signs inside, and the word in that.
        for weak in [
            "password",
            "!m@rio66!",
            "77password",
            "pass-word",
            "77all4-me77",
        ] {
            assert!(is_common(weak), "{weak}");
        }
        // The list, the other layout, signs for letters; each alone is enough.
        for listed in ["dragon", "вкфпщт", "dr4g0n"] {
            assert!(is_listed(listed), "{listed}");
        }
        assert!(!is_listed("kolodec"));
        // Three signs are a run, two are none; two may be left over, three may not.
        for simple in ["abc", "abc99", "aaa9z", "qwerty", "90qw", "zq9zq9"] {
            assert!(is_simple(simple), "{simple}");
        }
        for other in ["abxq", "abc997", "aaa9zq", "zq"] {
            assert!(!is_simple(other), "{other}");
        }
    }

    /// With a sign in it, in two layouts at once.
    #[test]
    fn a_name_is_found_however_it_is_typed() {
        for own in ["ивано-в12", "иванjd12", "bdfyjd12", "ivanov12"] {
            let found = warning(own, &["Иванов"]);
            assert_eq!(found, Some(PasswordWarning::OwnAttribute), "{own}");
        }
    }

    #[test]
    fn warnings_have_codes() {
        let codes = PasswordWarning::ALL.map(PasswordWarning::code);
        assert_eq!(codes, ["common", "own_attribute"]);
        for warning in PasswordWarning::ALL {
            assert_eq!(PasswordWarning::from_code(warning.code()), Some(warning));
        }
        assert_eq!(PasswordWarning::from_code("other"), None);
    }

    #[test]
    fn others_are_left_alone() {
        for good in [
            "tIt8%Gora",
            "Les-v-tumane5",
            "K0lodec&sad",
            "9(Qwmzxt)",
            "Zx7!mnop",
            "Gorizont-nad-lesom-42!",
        ] {
            assert_eq!(
                warning(
                    good,
                    &["Иванов", "Пётр", "+79001234567", "petr@example.com"]
                ),
                None,
                "{good}"
            );
        }
    }

    #[test]
    fn own_data_is_found() {
        let own = [
            "Соловьёва",
            "Юлия",
            "+79001234567",
            "yu.solo-vey@example.com",
            "",
        ];
        for used in [
            "Soloveva85!",
            "Solovyova85!",
            "Cjkjdm`df85!",
            "Yulia_1990!",
            "Iuliia1990!",
            "A!a9001234567",
            "Zz-1234567",
            "Yu.Solo-Vey1",
            "Solo!Vey9Yu",
        ] {
            assert_eq!(
                warning(used, &own),
                Some(PasswordWarning::OwnAttribute),
                "{used}"
            );
        }
        assert_eq!(warning("Kolodec-42!", &own), None);
    }
}

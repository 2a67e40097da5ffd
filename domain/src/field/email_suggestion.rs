//! «Возможно, вы имели в виду …?»: slips of well-known mail domains.

use crate::slip::is_one_slip;

/// Domains that many people have their mailbox at.
const KNOWN: [&str; 18] = [
    "mail.ru",
    "yandex.ru",
    "gmail.com",
    "bk.ru",
    "list.ru",
    "inbox.ru",
    "internet.ru",
    "rambler.ru",
    "ya.ru",
    "yandex.com",
    "yandex.by",
    "yandex.kz",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "yahoo.com",
    "proton.me",
    "protonmail.com",
];

/// Domains one slip away from a known one that have mailboxes of their own.
const OTHERS: [&str; 9] = [
    "mail.com",
    "ymail.com",
    "email.com",
    "email.ru",
    "mail.by",
    "mail.kz",
    "mail.ee",
    "yandex.ua",
    "gmail.ru",
];

/// Shorter names have too many neighbours that are right.
const SHORTEST: usize = 7;

/// The known domain that this one is a slip of.
pub(super) fn known_domain_like(domain: &str) -> Option<&'static str> {
    if KNOWN.contains(&domain) || OTHERS.contains(&domain) {
        return None;
    }
    let mut long_names = KNOWN.into_iter().filter(|known| known.len() >= SHORTEST);
    long_names.find(|known| is_one_slip(known.as_bytes(), domain.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::known_domain_like;

    #[test]
    fn one_slip_is_found() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmal.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("mail.ry", "mail.ru"),
            ("maill.ru", "mail.ru"),
            ("amil.ru", "mail.ru"),
            ("yandx.ru", "yandex.ru"),
            ("yandex.rum", "yandex.ru"),
            ("rambelr.ru", "rambler.ru"),
        ] {
            assert_eq!(known_domain_like(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn right_and_distant_domains_are_left_alone() {
        for typed in [
            "gmail.com",
            "mail.com",
            "bk.ru",
            "bk.rs",
            "example.com",
            "",
            "m",
            "mail",
            "ru",
        ] {
            assert_eq!(known_domain_like(typed), None, "{typed}");
        }
    }
}

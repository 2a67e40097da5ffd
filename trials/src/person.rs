//! Synthetic citizens.

use std::sync::atomic::{AtomicU64, Ordering};

/// A citizen who does not exist. Two of different numbers share no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// «Фамилия»
    pub surname: String,
    /// «Имя»
    pub first_name: String,
    /// «Отчество»
    pub patronymic: String,
    /// E.164.
    pub phone: String,
    /// Address.
    pub email: String,
    /// A password that fits the rules.
    pub password: String,
}

/// Nine digits follow +79.
const NUMBERS: u64 = 1_000_000_000;
/// Prime to [`NUMBERS`], so that every number has another image; neighbours do not look alike.
const STRIDE: u64 = 618_033_989;
const SYLLABLES: [&str; 10] = ["ба", "ве", "го", "ди", "жу", "зе", "ки", "ло", "мю", "ня"];
const LETTERS: [char; 10] = ['b', 'd', 'f', 'g', 'h', 'k', 'm', 'p', 'r', 'z'];

impl Person {
    /// The next citizen of this process.
    #[must_use]
    pub fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self::number(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// The citizen of this number, below a thousand million.
    #[must_use]
    pub fn number(number: u64) -> Self {
        let mixed = (number % NUMBERS) * STRIDE % NUMBERS;
        let digits = format!("{mixed:09}");
        let places = || digits.bytes().map(|digit| usize::from(digit - b'0'));
        let syllables = |from: usize, count: usize| -> String {
            places()
                .skip(from)
                .take(count)
                .map(|place| SYLLABLES[place])
                .collect()
        };
        let letters: String = places().map(|place| LETTERS[place]).collect();
        Self {
            surname: format!("Про{}ов", syllables(0, 9)),
            first_name: format!("Тест{}", syllables(3, 6)),
            patronymic: format!("Тест{}ович", syllables(1, 7)),
            phone: format!("+79{digits}"),
            email: format!("{letters}@mail.example"),
            password: format!("Zq{letters}7!"),
        }
    }
}

impl Default for Person {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nobody_comes_twice() {
        let people: Vec<_> = (0..2_000).map(Person::number).collect();
        let phones: BTreeSet<_> = people.iter().map(|person| &person.phone).collect();
        let emails: BTreeSet<_> = people.iter().map(|person| &person.email).collect();
        assert_eq!((phones.len(), emails.len()), (2_000, 2_000));
        assert!(people.iter().all(|person| person.phone.len() == 12));
    }
}

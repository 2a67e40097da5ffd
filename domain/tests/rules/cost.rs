//! Long input: how often the rules ask Unicode's tables, which is where the time goes, and how
//! much text they hand over. Counted, so that no clock decides.

use std::cell::Cell;

use domain::Unicode;
use domain::judge::{FIELDS, judge_line};
use serde_json::json;
use unicode::Tables;

use crate::settings;

/// Counts characters handed to the tables.
#[derive(Default)]
struct Counted {
    characters: Cell<usize>,
}

impl Counted {
    fn count(&self, characters: usize) {
        self.characters.set(self.characters.get() + characters);
    }
}

impl Unicode for Counted {
    fn domain_to_ascii(&self, domain: &str) -> Option<String> {
        self.count(domain.chars().count());
        Tables.domain_to_ascii(domain)
    }

    fn domain_to_unicode(&self, domain: &str) -> String {
        self.count(domain.chars().count());
        Tables.domain_to_unicode(domain)
    }

    fn nfc(&self, text: &str) -> String {
        self.count(text.chars().count());
        Tables.nfc(text)
    }

    fn nfkc(&self, text: &str) -> String {
        self.count(text.chars().count());
        Tables.nfkc(text)
    }

    fn is_letter(&self, character: char) -> bool {
        self.count(1);
        Tables.is_letter(character)
    }

    fn is_number(&self, character: char) -> bool {
        self.count(1);
        Tables.is_number(character)
    }
}

fn cost(field: &str, input: &str) -> usize {
    let tables = Counted::default();
    let line = json!({ "input": input, "context": { "words": ["Иванов"] } }).to_string();
    judge_line(field, &line, &settings(), &tables).expect("a verdict");
    tables.characters.get()
}

const FILLINGS: [&str; 9] = ["9", " ", "я", "é", "\u{301}", "🙂", "\u{FDFA}", "@", "a."];

/// The most characters a field takes; a password has a limit of its own and is read to its end.
fn limit(field: &str) -> usize {
    match field {
        "email" | "person_name" | "plain_text" => 512,
        "password_nist" => 1024,
        _ => 256,
    }
}

#[test]
fn beyond_the_limit_nothing_is_asked() {
    for field in FIELDS.iter().filter(|&&field| field != "password") {
        for filling in FILLINGS {
            let input = filling.repeat(limit(field) + 1);
            assert_eq!(cost(field, &input), 0, "{field}: {filling:?}");
        }
    }
}

#[test]
fn within_the_limit_every_character_is_asked_about_a_few_times() {
    for field in FIELDS {
        for filling in FILLINGS {
            for (head, tail) in [("", ""), ("u@", ".com"), ("а", "б")] {
                let count = (limit(field) - 8) / filling.chars().count();
                let input = [head, &filling.repeat(count), tail].concat();
                let characters = input.chars().count();
                let cost = cost(field, &input);
                assert!(cost <= 4 * characters, "{field}: {filling:?} cost {cost}");
            }
        }
    }
}

#[test]
fn a_password_of_any_length_is_read_once() {
    for filling in FILLINGS {
        let input = filling.repeat(100_000);
        let characters = input.chars().count();
        assert!(cost("password", &input) <= characters, "{filling:?}");
    }
}

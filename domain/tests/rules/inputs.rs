//! What may be typed, for properties.

use domain::judge::FIELDS;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::vectors::vectors;

/// Pieces that the rules look at, thrown together; single characters of every kind between them.
const PIECES: &[&str] = &[
    "0",
    "7",
    "8",
    "9",
    "00",
    "810",
    "+",
    "+7",
    "№",
    "АВ",
    "AB",
    "RUS",
    "IV",
    "Ⅳ",
    "У",
    "17.03.1984",
    "2020-06-15",
    "29.02.",
    "000101",
    "101000",
    "4510",
    "77",
    "1",
    "5",
    "<",
    "/",
    "9000000001",
    "11223344595",
    "123456",
    " ",
    "-",
    ".",
    "(",
    ")",
    "'",
    "@",
    "\u{A0}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{2013}",
    "\u{2019}",
    "\u{2BC}",
    "\u{1FEF}",
    "\u{FF0B}",
    "\u{FF19}",
    "\u{FF21}",
    "\u{661}",
    "\u{2163}",
    "\u{301}",
    "\u{306}",
    "user",
    "example",
    "пример",
    ".com",
    ".рф",
    "xn--e1afmkfd",
    "xn--",
    "\u{3002}",
    "ß",
    "é",
    "Иван",
    "И.",
    "Ъ",
    "ё",
    "и\u{306}",
    "нет",
    "Smith",
    "і",
    "Ж",
    "Zx7!mnop",
    "password",
    "qwerty",
    "госуслуги",
    "abcd",
    "🙂",
    "\0",
    "\t",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// An input of the field's vectors with up to three changes.
fn known(field: &str) -> impl Strategy<Value = String> + use<> {
    let vectors = vectors(field);
    let cases = ["valid", "invalid"].map(|key| vectors[key].as_array().expect("cases").clone());
    let inputs: Vec<String> = cases
        .iter()
        .flatten()
        .map(|case| case["input"].as_str().expect("an input").to_owned())
        .collect();
    let change = (any::<prop::sample::Index>(), 0..2usize, piece());
    let changes = prop::collection::vec(change, 0..4);
    (prop::sample::select(inputs), changes).prop_map(|(input, changes)| {
        let mut signs: Vec<String> = input.chars().map(String::from).collect();
        for (place, removed, piece) in changes {
            let place = place.index(signs.len() + 1);
            let end = signs.len().min(place + removed);
            signs.splice(place..end, [piece]);
        }
        signs.concat()
    })
}

/// A field and what may be typed into it.
pub(crate) fn typed() -> impl Strategy<Value = (&'static str, String)> {
    prop::sample::select(FIELDS).prop_flat_map(|field| {
        let input = prop_oneof![1 => text(), 3 => known(field)];
        (Just(field), input)
    })
}

/// What may be known beside an input, right or wrong.
pub(crate) fn context() -> impl Strategy<Value = Value> {
    let part = prop::sample::select(&["last", "first", "patronymic", "zz"][..]);
    let citizenship = prop::sample::select(&["RU", "other"][..]);
    let date = prop::sample::select(&["2026-11-22", "2004-02-29", "1985-05-05", "zz"][..]);
    let dates = (date.clone(), date);
    (part, citizenship, dates, 0..20u32, text()).prop_map(
        |(part, citizenship, (today, birth), number, own)| {
            json!({
                "part": part, "citizenship": citizenship,
                "reference_date": today, "birth_date": birth,
                "min_length": number, "min_age": number, "limit": number,
                "words": [own], "numbers": [own],
            })
        },
    )
}

//! Phones, addresses, names and passwords.

use serde_json::{Value, json};

use super::{check, check_plain};

#[test]
fn prefixes_of_a_phone_number() {
    check_plain(
        "phone",
        &[
            ("0", Err("wrong_length")),
            ("00", Err("bad_country_code")),
            ("000", Err("bad_country_code")),
            ("0123456789", Err("bad_country_code")),
            ("012345678901234567890", Err("bad_country_code")),
            ("00 89 00 000 00 0", Ok("+8900000000")),
            ("00 8 900 000 00 01", Err("plus_eight")),
            ("8 10 8 900 000 00 01", Err("plus_eight")),
            ("+89 00 000 00 0", Ok("+8900000000")),
            ("8 10 900 00 012", Err("unknown_code")),
            ("8 10 900 00 0123", Ok("+900000123")),
            ("8 10 0 900 000 00 01", Err("bad_country_code")),
            ("+123456", Err("wrong_length")),
            ("+1234567", Ok("+1234567")),
            ("+123456789012345", Ok("+123456789012345")),
            ("1234567890", Err("wrong_length")),
            ("123456789012345", Err("missing_plus")),
            ("723456789012345", Err("wrong_length")),
            ("1234567890123456", Err("wrong_length")),
            ("(+7) 900 000 00 01", Ok("+79000000001")),
            ("++79000000001", Err("invalid_characters")),
        ],
    );
}

#[test]
fn domains_of_an_address() {
    check_plain(
        "email",
        &[
            ("u@ab--cd.com", Ok("u@ab--cd.com")),
            ("u@пример。рф", Ok("u@xn--e1afmkfd.xn--p1ai")),
            ("u@ｅｘａｍｐｌｅ.com", Ok("u@example.com")),
            ("u@xn--e1afmkfｄ.xn--p1ai", Ok("u@xn--e1afmkfd.xn--p1ai")),
            ("u@straße.example", Ok("u@xn--strae-oqa.example")),
            ("u@и\u{306}.рф", Ok("u@xn--i1a.xn--p1ai")),
            ("u@\u{306}и.рф", Err("invalid_domain")),
            ("u@xn--.com", Err("invalid_domain")),
            ("u@xn---p1ai.com", Err("invalid_domain")),
            ("u@в-1.рф", Ok("u@xn---1-dlc.xn--p1ai")),
            ("u@в－1.рф", Ok("u@xn---1-dlc.xn--p1ai")),
            ("u@xn---1-dlc.рф", Ok("u@xn---1-dlc.xn--p1ai")),
            ("u@в－.рф", Err("invalid_domain")),
            ("u@xn--a.com", Err("invalid_domain")),
            ("u@a=\u{338}b.com", Err("invalid_domain")),
            ("u@%41.com", Err("invalid_domain")),
            ("u@example.com:80", Err("invalid_domain")),
            ("u@example.0x7f", Ok("u@example.0x7f")),
            ("u@1", Err("domain_no_dot")),
            ("u@.", Err("invalid_domain")),
        ],
    );
}

/// An empty label is found by the shape of the labels, after their scripts.
#[test]
fn scripts_come_before_empty_labels() {
    check_plain(
        "email",
        &[
            ("u@.exаmple.com", Err("mixed_script")),
            ("u@рфy.", Err("mixed_script")),
            ("u@-.exаmple.com", Err("invalid_domain")),
            ("u@a..exаmple.com", Err("mixed_script")),
            ("u@пример..рф", Err("invalid_domain")),
            ("u@.пример.рф", Err("invalid_domain")),
            ("u@пример.рф.", Err("invalid_domain")),
        ],
    );
}

#[test]
fn initials_are_letters_with_a_full_stop_each() {
    let first = json!({ "part": "first" });
    check(
        "person_name",
        &[
            ("И.И.", first.clone(), Err("initials")),
            ("Б. А. В.", first.clone(), Err("initials")),
            ("J. R.", json!({ "citizenship": "other" }), Err("initials")),
            ("И. И", first.clone(), Ok("И. И")),
            ("И.И", first.clone(), Ok("И.И")),
            ("И. Иванов", first.clone(), Ok("И. Иванов")),
            ("И И", first, Ok("И И")),
        ],
    );
}

#[test]
fn letters_and_signs_of_a_name() {
    let other = json!({ "citizenship": "other" });
    check(
        "person_name",
        &[
            ("Αθηνα", other.clone(), Err("invalid_characters")),
            ("m\u{303}", other.clone(), Err("invalid_characters")),
            ("Jose\u{301}", other.clone(), Ok("José")),
            ("Ｓｍｉｔｈ", other.clone(), Ok("Smith")),
            ("Іванов", other.clone(), Err("non_russian_letter")),
            ("Іvan", other, Err("mixed_script")),
            ("О\u{1FEF}Нил", Value::Null, Ok("О'Нил")),
            ("О\u{374}Нил", Value::Null, Ok("О'Нил")),
            ("О\u{2BB}Нил", Value::Null, Err("invalid_characters")),
            ("ъиванов", Value::Null, Err("bad_start")),
            ("Иванов.-Петров", Value::Null, Err("bad_punctuation")),
            ("Иванов'", Value::Null, Ok("Иванов'")),
            ("Иван\u{2163}", Value::Null, Err("digits")),
        ],
    );
    let patronymic = json!({ "part": "patronymic" });
    check(
        "person_name",
        &[
            ("\u{200B} ", patronymic.clone(), Ok("")),
            ("НЕ  ИМЕЮ", patronymic.clone(), Err("placeholder")),
            ("– —", patronymic.clone(), Err("placeholder")),
            ("---", patronymic.clone(), Err("no_letters")),
            ("Нет", json!({ "part": "last" }), Ok("Нет")),
        ],
    );
}

#[test]
fn letters_of_a_password() {
    check_plain(
        "password",
        &[
            ("Zx7!mnopé", Err("other_letter")),
            ("Zx7!mnope\u{301}", Ok("Zx7!mnope\u{301}")),
            ("Zx7!mnop\u{2163}Ⓐ", Ok("Zx7!mnop\u{2163}Ⓐ")),
            (" Zx7!mno\t", Ok(" Zx7!mno\t")),
        ],
    );
}

/// What is left between digits and signs is compared as it stands: a letter among the digits
/// is not taken for the sign on its key.
#[test]
fn words_of_a_long_password() {
    let words = json!({ "words": ["Иванов", "Юля"] });
    check(
        "password_nist",
        &[
            ("gosuslugiЖ2026!!", words.clone(), Ok("gosuslugiЖ2026!!")),
            ("ujceckeub2026!!", words.clone(), Err("context_word")),
            ("1990!!!!!bdfyjd", words.clone(), Err("context_word")),
            ("Юля1990!!!!!!!!", words, Ok("Юля1990!!!!!!!!")),
            (
                "8 900 000-00-01",
                json!({ "numbers": ["+7 900 000-00-01"] }),
                Ok("8 900 000-00-01"),
            ),
            (
                "!!!!!???....,,,",
                json!({ "numbers": ["", "-"] }),
                Ok("!!!!!???....,,,"),
            ),
        ],
    );
}

//! Codes on paper (P-05).

use domain::paper_code::{LENGTH, PaperCode, PaperCodeError};
use proptest::prelude::*;

#[test]
fn either_keyboard_types_it() {
    let code = PaperCode::parse("AEKM-H24T").expect("a code");
    assert_eq!(code.value(), "AEKMH24T");
    assert_eq!(code.display(), "AEKM-H24T");
    for typed in ["аекмн24т", "АЕКМ Н24Т", " aekm–h24t ", "A-E-K-M-H-2-4-T"] {
        assert_eq!(PaperCode::parse(typed).as_ref(), Ok(&code), "{typed}");
    }
    assert_eq!(format!("{code:?}"), "PaperCode(…)");
}

#[test]
fn every_byte_of_chance_gives_a_sign() {
    let code = |byte: u8| PaperCode::from_random([byte; LENGTH]).value().to_owned();
    assert_eq!(code(0), "22222222");
    assert_eq!(code(1), "44444444");
    assert_eq!(code(15), "XXXXXXXX");
    assert_eq!(code(16), code(0));
    assert_eq!(code(255), code(15));
}

#[test]
fn what_is_none_is_named() {
    use PaperCodeError::{BadLength, BadSign, Empty};
    for (typed, error) in [
        ("", Empty),
        (" - — ", Empty),
        ("AEKMH24", BadLength),
        ("AEKMH24TT", BadLength),
        ("AEKMH240", BadSign('0')),
        ("ъEKMH24T", BadSign('ъ')),
        ("AEKMH24😀", BadSign('😀')),
        ("В2345679", BadSign('В')),
    ] {
        assert_eq!(PaperCode::parse(typed), Err(error), "{typed}");
    }
}

proptest! {
    #[test]
    fn every_code_is_read_again(bytes in any::<[u8; LENGTH]>()) {
        let code = PaperCode::from_random(bytes);
        let read = PaperCode::parse(&code.display());
        prop_assert_eq!(read.as_ref(), Ok(&code));
        let small = PaperCode::parse(&code.value().to_lowercase());
        prop_assert_eq!(small, Ok(code));
    }

    #[test]
    fn no_text_breaks_it(text in ".{0,40}") {
        if let Ok(code) = PaperCode::parse(&text) {
            prop_assert_eq!(PaperCode::parse(code.value()), Ok(code));
        }
    }
}

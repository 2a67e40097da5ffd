//! Further documents of the profile.

use domain::further_document::{FurtherDocument, FurtherDocumentError};

/// Each with a number as it is typed, kept and shown.
const NUMBERS: [(FurtherDocument, &str, &str, &str); 7] = [
    (
        FurtherDocument::TravelPassport,
        "71 № 1234567",
        "711234567",
        "71 1234567",
    ),
    (
        FurtherDocument::OmsPolicy,
        "8451 9991 2289 9990",
        "8451999122899990",
        "8451999122899990",
    ),
    (
        FurtherDocument::DriverLicence,
        "9915123456",
        "9915123456",
        "99 15 123456",
    ),
    (
        FurtherDocument::VehiclePlate,
        "a123bc77",
        "А123ВС77",
        "А123ВС77",
    ),
    (
        FurtherDocument::VehicleSts,
        "77ав654321",
        "77АВ654321",
        "77 АВ 654321",
    ),
    (
        FurtherDocument::MilitaryId,
        "ан1234567",
        "АН1234567",
        "АН 1234567",
    ),
    (
        FurtherDocument::BirthCertificate,
        "iv-аб 123456",
        "IV-АБ 123456",
        "IV-АБ 123456",
    ),
];

#[test]
fn each_is_read_by_its_own_rule() {
    assert_eq!(NUMBERS.map(|(kind, ..)| kind), FurtherDocument::ALL);
    for (kind, typed, canonical, shown) in NUMBERS {
        assert_eq!(kind.read(typed).as_deref(), Ok(canonical), "{kind:?}");
        assert_eq!(kind.display(canonical), shown, "{kind:?}");
        assert_eq!(kind.read(shown).as_deref(), Ok(canonical), "{kind:?}");
        assert_eq!(FurtherDocument::from_code(kind.code()), Some(kind));
    }
    assert_eq!(FurtherDocument::from_code("passport"), None);
}

#[test]
fn a_refusal_says_how_many_signs_and_which_letter() {
    let refused = |kind: FurtherDocument, typed: &str| kind.read(typed).expect_err("refused");
    for kind in FurtherDocument::ALL {
        let empty = refused(kind, " ");
        assert_eq!(
            (empty.code, empty.length, empty.letter),
            ("empty", None, None)
        );
    }
    let short = FurtherDocumentError {
        code: "wrong_length",
        length: Some(5),
        letter: None,
    };
    for kind in FurtherDocument::ALL {
        if kind != FurtherDocument::VehiclePlate {
            assert_eq!(refused(kind, "12345"), short, "{kind:?}");
        }
    }
    let letter = FurtherDocumentError {
        code: "bad_letter",
        length: None,
        letter: Some('Ж'),
    };
    assert_eq!(refused(FurtherDocument::VehiclePlate, "ж123вс77"), letter);
    assert_eq!(
        refused(FurtherDocument::OmsPolicy, "8451999122899991").code,
        "checksum"
    );
}

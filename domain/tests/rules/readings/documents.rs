//! Numbers with letters in them, and free text.

use domain::field::military_id::{MilitaryId, MilitaryIdError};
use serde_json::{Value, json};

use super::{check, check_plain};
use crate::outcome;

#[test]
fn shapes_of_a_plate() {
    check_plain(
        "vehicle_plate",
        &[
            ("0000АА77", Err("zero_number")),
            ("АА0000777", Err("zero_number")),
            ("А000АА00", Err("zero_number")),
            ("0001АА77", Ok("0001АА77")),
            ("АА1000777", Ok("АА1000777")),
            ("1234АВ777", Ok("1234АВ777")),
            ("1234АВ07", Ok("1234АВ07")),
            ("1234АВ007", Err("bad_region")),
            ("АВ123400", Err("bad_region")),
            ("АВ1234900", Err("bad_region")),
            ("АВ1234010", Err("bad_region")),
            ("АВ1234110", Ok("АВ1234110")),
            ("А123ВС77rus", Ok("А123ВС77")),
            ("А123ВС77 R.U.S", Ok("А123ВС77")),
            ("А123ВС77RUSRUS", Err("bad_letter")),
            ("RUSА123ВС77", Err("bad_letter")),
            ("А123ВС77РУС", Err("bad_format")),
            ("RUS", Err("bad_format")),
            ("-", Err("bad_format")),
            ("Ж_", Err("bad_letter")),
            ("_Ж", Err("invalid_characters")),
            ("іЖ", Err("invalid_characters")),
            ("АВС12377", Err("bad_format")),
            ("12345677", Err("bad_format")),
        ],
    );
}

#[test]
fn order_of_digits_and_letters() {
    check_plain(
        "driver_licence",
        &[
            ("00АВ000000", Err("bad_region")),
            ("01АВ000000", Err("bad_number")),
            ("77АВ100000", Ok("77АВ100000")),
            ("7710000000", Err("bad_number")),
            ("77А654321", Err("wrong_length")),
            ("АААААААААА", Err("bad_format")),
        ],
    );
    check_plain(
        "military_id",
        &[
            ("АН00000", Err("wrong_length")),
            ("АН0000010", Ok("АН0000010")),
            ("АН100000", Ok("АН100000")),
            ("АНННННННН", Err("bad_format")),
        ],
    );
    check_plain(
        "travel_passport",
        &[
            ("123456я", Err("invalid_characters")),
            ("12345678я", Err("invalid_characters")),
            ("0000000", Err("missing_series")),
            ("01 0000000", Err("bad_number")),
            ("10 0000010", Ok("100000010")),
        ],
    );
    let error = |input: &str| MilitaryId::parse(input).map(|_| ());
    assert_eq!(error("АН1"), Err(MilitaryIdError::WrongLength(Some(3))));
}

#[test]
fn countries_of_a_tracking_number() {
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|first| letters().map(move |second| (first, second)));
    let known = codes.filter(|(first, second)| {
        let input = format!("RA123456785{first}{second}");
        outcome("post_tracking_s10", &input, &Value::Null).is_ok()
    });
    assert_eq!(known.count(), 249);
    check_plain(
        "post_tracking_s10",
        &[
            ("RA123456785EU", Err("bad_country")),
            ("RA123456785SU", Err("bad_country")),
            ("RA123456785UK", Err("bad_country")),
            ("RA123456785AD", Ok("RA123456785AD")),
            ("RA123456785BQ", Ok("RA123456785BQ")),
            ("RA123456785BR", Ok("RA123456785BR")),
            ("RA123456785ZW", Ok("RA123456785ZW")),
        ],
    );
}

#[test]
fn a_plain_text_has_the_limit_of_its_context() {
    let limit = |limit: Value| json!({ "limit": limit });
    let at_most = "я".repeat(255);
    let above = "я".repeat(256);
    for context in [
        Value::Null,
        limit(json!("5")),
        limit(json!(-1)),
        limit(json!(5_000_000_000_u64)),
    ] {
        check(
            "plain_text",
            &[
                (&at_most, context.clone(), Ok(&at_most)),
                (&above, context, Err("too_long")),
            ],
        );
    }
    let read = "я".repeat(512);
    let unread = "я".to_owned() + &" ".repeat(512);
    check(
        "plain_text",
        &[
            (&read, limit(json!(512)), Ok(&read)),
            (&unread, limit(json!(600)), Err("too_long")),
            (&unread[..513], limit(json!(600)), Ok("я")),
            ("5", limit(json!(0)), Err("too_long")),
        ],
    );
}

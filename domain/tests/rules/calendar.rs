//! Dates, against the calendar counted day by day.

use domain::date::{Date, DateError, Month};
use proptest::prelude::*;

const DAY_MS: i64 = 86_400_000;
const MOSCOW_MS: i64 = 3 * 3_600_000;

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// The calendar repeats after 400 years of 146 097 days; ten thousand years are 25 of them.
#[test]
fn every_day_follows_the_one_before() {
    let mut day = date("0000-01-01");
    let mut count = 1u32;
    while day < Date::LAST {
        let next = day.plus_days(1);
        assert!(next > day);
        assert_eq!(next.weekday(), (day.weekday() + 1) % 7);
        let is_next_day = next.month() == day.month() && next.day() == day.day() + 1;
        let is_next_month = next.day() == 1
            && (next.month() == day.month() + 1 || (next.month(), day.month()) == (1, 12));
        assert!(is_next_day || is_next_month, "{}", next.iso());
        day = next;
        count += 1;
    }
    assert_eq!(count, 25 * 146_097);
    assert_eq!(date("1970-01-01").weekday(), 3, "a Thursday");
}

#[test]
fn lengths_of_the_months() {
    let days = |year| (1..=12).filter_map(move |month| Some(Month::new(year, month)?.days()));
    let common = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for year in [1900, 2023, 2100, 2200, 9999] {
        assert!(days(year).eq(common), "{year}");
    }
    let leap = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for year in [0, 1600, 2000, 2024, 2400, 9996] {
        assert!(days(year).eq(leap), "{year}");
    }
    assert_eq!(Month::new(2024, 0), None);
    assert_eq!(Month::new(2024, 13), None);
    assert_eq!(Month::new(10_000, 1), None);
}

#[test]
fn days_that_the_calendar_has() {
    assert_eq!(Date::new(2024, 2, 29), Some(date("29.02.2024")));
    for (year, month, day) in [
        (2023, 2, 29),
        (2024, 2, 30),
        (2024, 4, 31),
        (2024, 1, 0),
        (2024, 1, 32),
        (2024, 0, 1),
        (2024, 13, 1),
        (10_000, 1, 1),
    ] {
        assert_eq!(Date::new(year, month, day), None);
    }
    let day = date("1984-03-17");
    assert_eq!((day.year(), day.month(), day.day()), (1984, 3, 17));
    assert_eq!(Date::parse("1984-3-17"), Err(DateError::BadFormat));
    let april = Month::new(1990, 4);
    assert_eq!(Date::parse("31.04.1990"), Err(DateError::NotADate(april)));
}

/// Days change at midnight in Moscow, 21:00 UTC.
#[test]
fn the_day_in_moscow() {
    let mut day = date("1970-01-01");
    for number in 0..200 * 366 {
        let midnight = number * DAY_MS - MOSCOW_MS;
        assert_eq!(Date::in_moscow(midnight).iso(), day.iso());
        assert_eq!(Date::in_moscow(midnight + DAY_MS - 1).iso(), day.iso());
        assert_eq!(day.begins_in_moscow(), midnight);
        day = day.plus_days(1);
    }
    assert_eq!(Date::in_moscow(1_795_294_800_000).iso(), "2026-11-22");
    assert_eq!(Date::in_moscow(1_795_294_799_999).iso(), "2026-11-21");
    let early = Date::new(1969, 12, 31).map(Date::begins_in_moscow);
    assert_eq!(early, Some(-MOSCOW_MS));
}

#[test]
fn instants_beyond_the_calendar_count_as_its_ends() {
    let first = date("1970-01-01");
    assert_eq!(Date::in_moscow(-MOSCOW_MS - 1), first);
    assert_eq!(Date::in_moscow(i64::MIN), first);
    assert_eq!(Date::in_moscow(i64::MAX), Date::LAST);
    let end = 253_402_300_800_000 - MOSCOW_MS;
    assert_eq!(Date::in_moscow(end), Date::LAST);
    assert_eq!(Date::in_moscow(end - 1), Date::LAST);
    assert_eq!(Date::in_moscow(end - DAY_MS - 1).iso(), "9999-12-30");
}

#[test]
fn days_later() {
    let later = |text, days| date(text).plus_days(days).iso();
    assert_eq!(later("2024-02-28", 0), "2024-02-28");
    assert_eq!(later("2024-02-28", 1), "2024-02-29");
    assert_eq!(later("2023-02-28", 1), "2023-03-01");
    assert_eq!(later("2026-06-15", 90), "2026-09-13");
    assert_eq!(later("2023-12-31", 366), "2024-12-31");
    assert_eq!(later("9999-12-31", 1), "9999-12-31");
    assert_eq!(later("9999-11-30", 31), "9999-12-31");
    assert_eq!(later("0000-01-01", u32::MAX), "9999-12-31");
}

#[test]
fn birthdays() {
    let birthday = |text, age| date(text).birthday(age).iso();
    assert_eq!(birthday("2006-06-15", 0), "2006-06-15");
    assert_eq!(birthday("2006-06-15", 20), "2026-06-15");
    assert_eq!(birthday("2004-02-29", 14), "2018-02-28");
    assert_eq!(birthday("2004-02-29", 20), "2024-02-29");
    assert_eq!(birthday("2004-02-28", 20), "2024-02-28");
    assert_eq!(birthday("2004-03-31", 20), "2024-03-31");
    assert_eq!(birthday("9999-01-01", 1), "9999-12-31");
    assert_eq!(birthday("2004-02-29", u16::MAX), "9999-12-31");
}

#[test]
fn dates_as_people_and_files_write_them() {
    for (iso, display) in [
        ("1984-03-17", "17.03.1984"),
        ("0000-01-01", "01.01.0000"),
        ("0907-10-09", "09.10.0907"),
        ("9999-12-31", "31.12.9999"),
    ] {
        assert_eq!(date(display).iso(), iso);
        assert_eq!(date(iso).display(), display);
    }
}

proptest! {
    #[test]
    fn a_text_is_a_date_in_its_own_form_alone(text in "[0-9.-]{8,11}|[0-9]{2}\\.[01][0-9]\\.[0-9]{4}|[0-9]{4}-[01][0-9]-[0-9]{2}") {
        if let Ok(day) = Date::parse(&text) {
            prop_assert!(text == day.iso() || text == day.display());
            prop_assert_eq!(Date::parse(&day.iso()), Ok(day));
            prop_assert_eq!(Date::new(day.year(), day.month(), day.day()), Some(day));
        }
    }

    #[test]
    fn order_is_that_of_the_texts(days in 0..3_652_425u32, more in 0..3_652_425u32) {
        let first = date("0000-01-01");
        let (one, other) = (first.plus_days(days), first.plus_days(more));
        prop_assert_eq!(one.cmp(&other), days.cmp(&more));
        prop_assert_eq!(one.cmp(&other), one.iso().cmp(&other.iso()));
    }
}

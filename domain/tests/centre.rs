//! Opening hours (R-CTR-16).

use domain::centre::{DAY_MINUTES, Kind, LocalTime, Opening, Service, Span, Week, opening, slots};
use domain::date::Date;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn spans(texts: &[&str]) -> Vec<Span> {
    texts
        .iter()
        .map(|text| Span::parse(text).expect("a span"))
        .collect()
}

/// Monday to Friday with a break, Saturday until noon.
fn week() -> Week {
    let working = || spans(&["09:00-13:00", "14:00-18:00"]);
    let days = [
        working(),
        working(),
        working(),
        working(),
        working(),
        spans(&["10:00-12:00"]),
        Vec::new(),
    ];
    Week::new(days).expect("in order")
}

fn at(day: &str, hour: u16, minute: u16) -> LocalTime {
    LocalTime {
        date: date(day),
        minute: hour * 60 + minute,
    }
}

#[test]
fn a_week_is_told_from_monday_on() {
    let (week, days) = (week(), [2, 2, 2, 2, 2, 1, 0]);
    assert!(week.days().map(<[_]>::len).eq(days));
    assert!((0..7).all(|day| week.day(day).len() == days[usize::from(day)]));
}

#[test]
fn spans_are_two_times_of_a_day() {
    assert!(Span::parse("00:00-24:00").is_some());
    for wrong in [
        "",
        "-",
        "9:00-18:00",
        "09:00-09:00",
        "18:00-09:00",
        "09:00-24:01",
        "09:60-18:00",
        "09:00–18:00",
        "09:00-18:00 ",
        "aa:bb-cc:dd",
        "25:00-26:00",
    ] {
        assert_eq!(Span::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn days_keep_their_order() {
    let week = |day: &[&str]| {
        let mut days: [Vec<Span>; 7] = Default::default();
        days[3] = spans(day);
        Week::new(days)
    };
    assert!(week(&["09:00-13:00", "14:00-18:00"]).is_some());
    for wrong in [
        ["14:00-18:00", "09:00-13:00"],
        ["09:00-15:00", "14:00-18:00"],
        ["09:00-13:00", "13:00-18:00"],
    ] {
        assert_eq!(week(&wrong), None, "{wrong:?}");
    }
}

#[test]
fn the_door_says_until_or_from_when() {
    let open = |until: u16| Opening::Open { until: until * 60 };
    let opens = |day, hour| Opening::Closed {
        opens: Some(at(day, hour, 0)),
    };
    // 2026-11-27 is a Friday, Wednesday the 2nd a day of repairs.
    for (now, said) in [
        (at("2026-11-27", 8, 59), opens("2026-11-27", 9)),
        (at("2026-11-27", 9, 0), open(13)),
        (at("2026-11-27", 13, 0), opens("2026-11-27", 14)),
        (at("2026-11-27", 17, 59), open(18)),
        (at("2026-11-27", 18, 0), opens("2026-11-28", 10)),
        (at("2026-11-28", 12, 0), opens("2026-11-30", 9)),
        (at("2026-12-01", 20, 0), opens("2026-12-03", 9)),
        (at("2026-12-02", 10, 0), opens("2026-12-03", 9)),
    ] {
        let shut = |day| day == date("2026-12-02");
        assert_eq!(opening(&week(), shut, now), said);
    }
    let never = opening(&Week::default(), |_| false, at("2026-11-27", 9, 0));
    assert_eq!(never, Opening::Closed { opens: None });
}

#[test]
fn time_is_the_place_s() {
    // 2026-11-27T21:30:15Z
    let utc_ms = 1_795_815_015_000;
    assert_eq!(LocalTime::at(utc_ms, 0), at("2026-11-27", 21, 30));
    assert_eq!(LocalTime::at(utc_ms, 180), at("2026-11-28", 0, 30));
    assert_eq!(LocalTime::at(utc_ms, 720), at("2026-11-28", 9, 30));
}

#[test]
fn codes_come_back() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_code(kind.code()), Some(kind));
    }
    for service in Service::ALL {
        assert_eq!(Service::from_code(service.code()), Some(service));
    }
    assert_eq!(Kind::from_code("MFC"), None);
    assert_eq!(Service::from_code(""), None);
}

#[test]
fn visits_follow_one_another_within_the_hours() {
    let on = |day, minutes| {
        slots(
            &week(),
            |closed| closed == date("2026-12-02"),
            date(day),
            minutes,
        )
    };
    let saturday = on("2026-11-28", 15);
    assert_eq!(saturday, (600..720).step_by(15).collect::<Vec<_>>());
    let friday = on("2026-11-27", 50);
    assert_eq!(friday, [540, 590, 640, 690, 840, 890, 940, 990]);
    assert_eq!(on("2026-11-29", 15), [0; 0]);
    assert_eq!(on("2026-12-02", 15), [0; 0]);
    assert_eq!(on("2026-11-28", 121), [0; 0]);
    assert_eq!(on("2026-11-28", 0), [0; 0]);
}

proptest! {
    #[test]
    fn no_text_breaks_a_span(text in ".{0,20}") {
        if let Some(span) = Span::parse(&text) {
            prop_assert!(span.from() < span.to() && span.to() <= DAY_MINUTES);
        }
    }

    /// Who comes when the door says it opens finds it open, and nobody who comes earlier does.
    #[test]
    fn the_door_keeps_its_word(day in 0u32..4_000, minute in 0..DAY_MINUTES) {
        let shut = |day: Date| day.day() == 13;
        let now = LocalTime { date: date("2026-01-01").plus_days(day), minute };
        if let Opening::Closed { opens } = opening(&week(), shut, now) {
            let opens = opens.expect("soon");
            prop_assert!(opens > now);
            let is_open = |at| matches!(opening(&week(), shut, at), Opening::Open { .. });
            prop_assert!(is_open(opens));
            for earlier in now.minute..if opens.date == now.date { opens.minute } else { DAY_MINUTES } {
                let earlier = LocalTime { minute: earlier, ..now };
                prop_assert!(!is_open(earlier));
            }
        }
    }
}

//! Dates in Russian, in Moscow's time.

use accounts::clock::Instant;
use domain::centre::LocalTime;
use domain::date::Date;

const MOSCOW_S: i64 = 3 * 3600;
const DAY_S: i64 = 86_400;
/// From Monday on.
pub(crate) const WEEKDAYS: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
pub(crate) const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// «17 марта 2026»
pub(crate) fn day(instant: Instant) -> String {
    let (year, month, day) = civil(local(instant).div_euclid(DAY_S));
    format!("{day}\u{A0}{}\u{A0}{year}", MONTHS[month])
}

/// «17 марта 2026, 14:05»
pub(crate) fn day_and_time(instant: Instant) -> String {
    format!("{}, {}", day(instant), time(instant))
}

/// «17.03.2026 14:05:09»: for tables of many.
pub(crate) fn day_and_second(instant: Instant) -> String {
    let day = Date::in_moscow(instant.millis()).display();
    let second = local(instant).rem_euclid(60);
    format!("{day} {}:{second:02}", time(instant))
}

/// «14:05 17 марта»
pub(crate) fn until(instant: Instant) -> String {
    let (_, month, day) = civil(local(instant).div_euclid(DAY_S));
    format!("{} {day}\u{A0}{}", time(instant), MONTHS[month])
}

/// «пт, 27 ноября»
pub(crate) fn weekday_and_day(date: Date) -> String {
    let month = MONTHS[usize::from(date.month() - 1)];
    let weekday = WEEKDAYS[usize::from(date.weekday())];
    format!("{weekday}, {}\u{A0}{month}", date.day())
}

/// «17 марта, 14:05» at a place of its own time.
pub(crate) fn at_place(here: LocalTime) -> String {
    let time = format!("{}:{:02}", here.minute / 60, here.minute % 60);
    let month = MONTHS[usize::from(here.date.month() - 1)];
    format!("{}\u{A0}{month}, {time}", here.date.day())
}

/// «Черновик сохранён до 14:05 17 марта»: of drafts that live for days.
pub(crate) fn draft_until(instant: Instant) -> String {
    format!("Черновик сохранён до {}", until(instant))
}

/// «Черновик сохранён до 17 марта 2027»: of drafts that live for a year.
pub(crate) fn draft_until_day(instant: Instant) -> String {
    format!("Черновик сохранён до {}", day(instant))
}

fn time(instant: Instant) -> String {
    let second = local(instant).rem_euclid(DAY_S);
    format!("{:02}:{:02}", second / 3600, second % 3600 / 60)
}

fn local(instant: Instant) -> i64 {
    instant.seconds() + MOSCOW_S
}

/// Year, month from 0 and day of a count of days since 1970 (Howard Hinnant's `civil_from_days`).
fn civil(days: i64) -> (i64, usize, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 2
    } else {
        shifted_month - 10
    };
    let year = year_of_era + era * 400 + i64::from(month < 2);
    (year, usize::try_from(month).unwrap_or_default(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_millis(seconds * 1000)
    }

    #[test]
    fn days_and_times_are_moscow_s() {
        assert_eq!(day(at(0)), "1\u{A0}января\u{A0}1970");
        assert_eq!(
            day_and_time(at(1_773_745_500)),
            "17\u{A0}марта\u{A0}2026, 14:05"
        );
        assert_eq!(day_and_second(at(1_773_745_509)), "17.03.2026 14:05:09");
        assert_eq!(day(at(951_782_400)), "29\u{A0}февраля\u{A0}2000");
        assert_eq!(until(at(1_767_214_740)), "23:59 31\u{A0}декабря");
    }
}

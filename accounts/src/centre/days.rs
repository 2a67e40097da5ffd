//! Days on which a centre stays shut, as people type them: «31.12.2026, 10.01.2027–20.01.2027».

use domain::date::Date;

/// Most days of one centre.
const MOST: usize = 400;

/// Why days cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DaysFault {
    /// One of them is no day, or a span ends before it begins.
    Unreadable,
    /// More than [`MOST`].
    TooMany,
}

/// Reads days and spans of days between commas.
pub(crate) fn read(typed: &str) -> Result<Vec<Date>, DaysFault> {
    let mut days = Vec::new();
    let parts = typed
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    for part in parts {
        let (first, last) = part
            .split_once(['–', '—'])
            .or_else(|| part.split_once(" - "))
            .unwrap_or((part, part));
        let day = |text: &str| Date::parse(text.trim()).map_err(|_| DaysFault::Unreadable);
        let (mut day, last) = (day(first)?, day(last)?);
        if day > last {
            return Err(DaysFault::Unreadable);
        }
        while day <= last {
            if days.len() == MOST {
                return Err(DaysFault::TooMany);
            }
            days.push(day);
            if day == Date::LAST {
                break;
            }
            day = day.plus_days(1);
        }
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// The days as they are typed; days in a row as a span.
pub(crate) fn write(days: &[Date]) -> String {
    let mut spans: Vec<(Date, Date)> = Vec::new();
    for day in days {
        match spans.last_mut() {
            Some((_, last)) if last.plus_days(1) == *day => *last = *day,
            _ => spans.push((*day, *day)),
        }
    }
    let texts = spans.into_iter().map(|(first, last)| match first == last {
        true => first.display(),
        false => format!("{}–{}", first.display(), last.display()),
    });
    texts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        for text in ["", "31.12.2026", "31.12.2026, 10.01.2027–20.01.2027"] {
            let days = read(text).unwrap();
            assert_eq!(write(&days), text);
        }
        assert_eq!(read("10.01.2027–20.01.2027").map(|days| days.len()), Ok(11));
        assert_eq!(
            write(&read("2027-01-02, 01.01.2027,").unwrap()),
            "01.01.2027–02.01.2027"
        );
    }

    #[test]
    fn nonsense_is_no_day() {
        for text in [
            "завтра",
            "30.02.2027",
            "02.01.2027–01.01.2027",
            "01.01.2027-02.01.2027",
        ] {
            assert_eq!(read(text), Err(DaysFault::Unreadable), "{text}");
        }
        assert_eq!(read("01.01.2027–31.12.2028"), Err(DaysFault::TooMany));
    }
}

//! Hours of a day as people type them: «9:00–20:00, перерыв 13:00–14:00».

use domain::centre::Span;

const BREAK: &str = "перерыв";
const CLOSED: &str = "выходной";

/// Reads the hours of a day as the directory's files have them. Nothing, or «выходной»: shut. `None`: no hours, or a
/// break that is not inside them.
pub(crate) fn read(typed: &str) -> Option<Vec<String>> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() || typed == CLOSED {
        return Some(Vec::new());
    }
    let (open, breaks) = match typed.split_once(BREAK) {
        Some((open, breaks)) => (open, spans(breaks)?),
        None => (typed.as_str(), Vec::new()),
    };
    let mut open = spans(open)?;
    if open.is_empty() || (typed.contains(BREAK) && breaks.is_empty()) {
        return None;
    }
    for (from, to) in breaks {
        let place = open
            .iter()
            .position(|(opens, closes)| *opens < from && to < *closes)?;
        let (opens, closes) = open[place];
        open.splice(place..=place, [(opens, from), (to, closes)]);
    }
    let texts: Vec<_> = open
        .into_iter()
        .map(|(from, to)| format!("{}-{}", time(from, true), time(to, true)))
        .collect();
    let known: Option<Vec<_>> = texts.iter().map(|text| Span::parse(text)).collect();
    let in_order = known?.windows(2).all(|pair| pair[0].to() < pair[1].from());
    in_order.then_some(texts)
}

/// The hours of a day as they are typed.
pub(crate) fn write(day: &[Span]) -> String {
    let (Some(first), Some(last)) = (day.first(), day.last()) else {
        return CLOSED.to_owned();
    };
    let span = |from, to| format!("{}–{}", time(from, false), time(to, false));
    let mut text = span(first.from(), last.to());
    for (number, pair) in day.windows(2).enumerate() {
        let word = if number == 0 { "перерыв " } else { "" };
        text = format!("{text}, {word}{}", span(pair[0].to(), pair[1].from()));
    }
    text
}

/// Spans between commas, in minutes.
fn spans(text: &str) -> Option<Vec<(u16, u16)>> {
    let parts = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (from, to) = part.split_once(['-', '–', '—'])?;
            Some((minutes(from)?, minutes(to)?))
        })
        .collect()
}

/// `9:00`, `09:00`, `9`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), "00"));
    let digits = |text: &str, most: usize| {
        let right = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        right.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
    (minute < 60 && hour <= 24).then_some(hour * 60 + minute)
}

fn time(minute: u16, long: bool) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    match long {
        true => format!("{hour:02}:{minute:02}"),
        false => format!("{hour}:{minute:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("", vec![]),
            ("Выходной", vec![]),
            ("9:00–20:00", vec!["09:00-20:00"]),
            ("9-20", vec!["09:00-20:00"]),
            (
                "9:00–20:00, перерыв 13:00–14:00",
                vec!["09:00-13:00", "14:00-20:00"],
            ),
            (
                "8:00 — 20:00, перерыв 12:00-12:30, 16:00-16:15",
                vec!["08:00-12:00", "12:30-16:00", "16:15-20:00"],
            ),
            (
                "8:00-12:00, 13:00-24:00",
                vec!["08:00-12:00", "13:00-24:00"],
            ),
        ] {
            assert_eq!(
                read(typed),
                Some(expected.iter().map(|&e| e.into()).collect()),
                "{typed}"
            );
        }
    }

    #[test]
    fn nonsense_is_no_hours() {
        for typed in [
            "утром",
            "9:00",
            "20:00-9:00",
            "9:00-25:00",
            "9:60-10:00",
            "9:00-20:00, перерыв",
            "9:00-20:00, перерыв 8:00-10:00",
            "перерыв 13:00-14:00",
            "14:00-15:00, 9:00-10:00",
            "009:00-10:00",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let day = |spans: &[&str]| -> Vec<Span> {
            spans.iter().filter_map(|span| Span::parse(span)).collect()
        };
        for spans in [
            &[][..],
            &["09:00-20:00"],
            &["09:00-13:00", "14:00-20:00"],
            &["08:00-12:00", "12:30-16:00", "16:15-20:00"],
        ] {
            let text = write(&day(spans));
            assert_eq!(read(&text).unwrap_or_default(), spans, "{text}");
        }
        assert_eq!(
            write(&day(&["09:00-13:00", "14:00-20:00"])),
            "9:00–20:00, перерыв 13:00–14:00"
        );
    }
}

//! Words of the directory.

use accounts::centre::{Place, Town};
use domain::centre::{DAY_MINUTES, Kind, LocalTime, Opening, Service, Span, Week};
use domain::date::Date;

use crate::date::{MONTHS, WEEKDAYS};

/// «в понедельник»
const ON_DAYS: [&str; 7] = [
    "в понедельник",
    "во вторник",
    "в среду",
    "в четверг",
    "в пятницу",
    "в субботу",
    "в воскресенье",
];

pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Mfc => "МФЦ",
        Kind::Telecom => "Офисы связи",
        Kind::Post => "Почтовые отделения",
        Kind::Bank => "Отделения банков",
        Kind::Pension => "Пенсионный фонд",
    }
}

pub(crate) fn service(service: Service) -> &'static str {
    match service {
        Service::Confirmation => "Подтвердить личность",
        Service::Registration => "Зарегистрироваться без интернета",
        Service::Recovery => "Восстановить доступ",
        Service::IdentityCode => "Получить бумажный код",
        Service::Representative => "Прийти с доверенностью",
        Service::Signature => "Получить электронную подпись",
    }
}

/// What a centre does, in one sentence.
pub(super) fn services(services: &[Service]) -> String {
    if services.is_empty() {
        return "Личность здесь не подтверждают: у отделения нет соглашения".to_owned();
    }
    let offered = Service::ALL
        .into_iter()
        .filter(|own| services.contains(own));
    let offered: Vec<_> = offered.map(in_a_row).collect();
    format!("Здесь {}", offered.join(", "))
}

fn in_a_row(service: Service) -> &'static str {
    match service {
        Service::Confirmation => "подтверждают личность",
        Service::Registration => "регистрируют",
        Service::Recovery => "восстанавливают доступ",
        Service::IdentityCode => "выдают бумажный код",
        Service::Representative => "принимают по доверенности",
        Service::Signature => "выдают электронную подпись",
    }
}

/// «Тверь, Тверская область»
pub(super) fn town(town: &Town) -> String {
    match town.name == town.region {
        true => town.name.clone(),
        false => format!("{}, {}", town.name, town.region),
    }
}

/// The heading above list and map.
pub(super) fn found(place: &Place<'_>, count: usize) -> String {
    let at = match place {
        Place::Town(town) => format!("{}: ", town.name),
        Place::Everywhere | Place::Unknown(_) => "По всей стране: ".to_owned(),
    };
    match count {
        0 => format!("{at}ничего не нашлось"),
        count => format!("{at}{}", centres(count)),
    }
}

/// «21 центр», «3 центра», «11 центров»
pub(super) fn centres(count: usize) -> String {
    format!("{count}\u{A0}{}", of(count, ["центр", "центра", "центров"]))
}

/// «1 город», «2 города», «5 городов»
pub(super) fn towns(count: usize) -> String {
    format!("{count}\u{A0}{}", of(count, ["город", "города", "городов"]))
}

/// The form of a noun behind a number.
fn of(count: usize, [one, few, many]: [&'static str; 3]) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// «Ещё 4 центра в 100 км»
pub(super) fn wider(radius_km: u32, more: usize) -> String {
    match radius_km {
        10_000.. => format!("Ещё {} дальше", centres(more)),
        _ => format!("Ещё {} в пределах {radius_km}\u{A0}км", centres(more)),
    }
}

/// «800 м», «1 км», «1,2 км», «154 км»
pub(super) fn distance(km: f64) -> String {
    let tenths = (km * 10.0).round();
    match km {
        0.0..0.95 => format!("{:.0}\u{A0}м", tenths * 100.0),
        0.0..9.95 if tenths % 10.0 > 0.0 => format!("{km:.1}\u{A0}км").replace('.', ","),
        _ => format!("{km:.0}\u{A0}км"),
    }
}

/// «Открыто до 20:00», «Закрыто, откроется в понедельник в 9:00»
pub(super) fn opening(opening: Opening, now: LocalTime) -> String {
    let opens = match opening {
        Opening::Open { until } => return format!("Открыто до {}", time(until)),
        Opening::Closed { opens: None } => return "Закрыто".to_owned(),
        Opening::Closed { opens: Some(opens) } => opens,
    };
    let at = time(opens.minute);
    let days = |count| now.date.plus_days(count);
    if opens.date == now.date {
        return format!("Закрыто до {at}");
    }
    let day = match opens.date {
        date if date == days(1) => "завтра".to_owned(),
        date if date < days(7) => ON_DAYS[usize::from(date.weekday())].to_owned(),
        date => day(date),
    };
    format!("Закрыто, откроется {day} в\u{A0}{at}")
}

/// «31 декабря»
pub(super) fn day(date: Date) -> String {
    format!(
        "{}\u{A0}{}",
        date.day(),
        MONTHS[usize::from(date.month() - 1)]
    )
}

/// «пн–пт 9:00–13:00, 14:00–18:00; сб 10:00–12:00; вс выходной»
pub(super) fn week(week: &Week) -> String {
    let days: Vec<&[Span]> = week.days().collect();
    let mut parts = Vec::new();
    let mut from = 0;
    for group in days.chunk_by(|one, other| one == other) {
        let to = from + group.len() - 1;
        let named = match to == from {
            true => WEEKDAYS[from].to_owned(),
            false => format!("{}–{}", WEEKDAYS[from], WEEKDAYS[to]),
        };
        parts.push(format!("{named} {}", hours(group[0])));
        from = to + 1;
    }
    parts.join("; ")
}

fn hours(day: &[Span]) -> String {
    if day.is_empty() {
        return "выходной".to_owned();
    }
    let spans: Vec<_> = day
        .iter()
        .map(|span| format!("{}–{}", time(span.from()), time(span.to())))
        .collect();
    spans.join(", ")
}

/// «9:00»; midnight at the end of a day is «24:00».
fn time(minute: u16) -> String {
    let minute = minute.min(DAY_MINUTES);
    format!("{}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_nouns() {
        for (count, text) in [
            (1, "1 центр"),
            (2, "2 центра"),
            (5, "5 центров"),
            (11, "11 центров"),
        ] {
            assert_eq!(centres(count).replace('\u{A0}', " "), text);
        }
        for (count, text) in [(21, "21 город"), (112, "112 городов"), (104, "104 города")]
        {
            assert_eq!(towns(count).replace('\u{A0}', " "), text);
        }
    }

    #[test]
    fn distances_are_as_fine_as_one_walks() {
        for (km, text) in [
            (0.0, "0 м"),
            (0.26, "300 м"),
            (0.98, "1 км"),
            (1.24, "1,2 км"),
            (9.96, "10 км"),
            (154.4, "154 км"),
        ] {
            assert_eq!(distance(km).replace('\u{A0}', " "), text);
        }
    }

    #[test]
    fn equal_days_stand_together() {
        let spans = |texts: &[&str]| {
            texts
                .iter()
                .filter_map(|text| Span::parse(text))
                .collect::<Vec<_>>()
        };
        let working = spans(&["09:00-13:00", "14:00-18:00"]);
        let days = [
            working.clone(),
            working.clone(),
            working,
            Vec::new(),
            spans(&["00:00-24:00"]),
            Vec::new(),
            Vec::new(),
        ];
        let week = Week::new(days).expect("in order");
        let text = "пн–ср 9:00–13:00, 14:00–18:00; чт выходной; пт 0:00–24:00; сб–вс выходной";
        assert_eq!(super::week(&week), text);
    }

    #[test]
    fn the_door_speaks_of_days_as_people_do() {
        let at = |day: &str, minute| LocalTime {
            date: Date::parse(day).expect("a date"),
            minute,
        };
        let friday = at("2026-11-27", 1_200);
        let said = |opens| opening(Opening::Closed { opens }, friday).replace('\u{A0}', " ");
        assert_eq!(
            opening(Opening::Open { until: 1_230 }, friday),
            "Открыто до 20:30"
        );
        assert_eq!(said(None), "Закрыто");
        assert_eq!(said(Some(at("2026-11-27", 1_260))), "Закрыто до 21:00");
        assert_eq!(
            said(Some(at("2026-11-28", 600))),
            "Закрыто, откроется завтра в 10:00"
        );
        assert_eq!(
            said(Some(at("2026-12-01", 540))),
            "Закрыто, откроется во вторник в 9:00"
        );
        assert_eq!(
            said(Some(at("2026-12-04", 540))),
            "Закрыто, откроется 4 декабря в 9:00"
        );
    }
}

//! The directory's files: towns, centres and holidays as JSON.

use domain::centre::{Kind, Service, Span, Week};
use domain::date::Date;
use domain::map::Position;
use serde::{Deserialize, Serialize};

use super::holidays::Holidays;
use super::{Centre, Town};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TownRecord {
    id: String,
    name: String,
    region: String,
    lat: f64,
    lon: f64,
    utc_offset_minutes: i16,
}

/// A centre as the files and the changes have it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CentreRecord {
    pub(crate) id: String,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) town: String,
    pub(super) address: String,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) step_free: bool,
    pub(super) hours: HoursRecord,
    pub(super) closed_on: Vec<String>,
    pub(super) services: Vec<String>,
    pub(super) windows: u8,
    #[serde(default)]
    pub(super) hidden: bool,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HoursRecord {
    mon: Vec<String>,
    tue: Vec<String>,
    wed: Vec<String>,
    thu: Vec<String>,
    fri: Vec<String>,
    sat: Vec<String>,
    sun: Vec<String>,
}

/// Days on which everything is shut: `MM-DD` of every year, and single days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayRecord {
    recurring: Vec<String>,
    dates: Vec<String>,
}

/// Which entry is wrong, and what about it.
pub(super) type Wrong = (String, &'static str);

impl TownRecord {
    pub(super) fn read(self) -> Result<Town, Wrong> {
        let Some(position) = position(self.lat, self.lon) else {
            return Err((self.id, "lat and lon are no place"));
        };
        if self.utc_offset_minutes.abs() > 14 * 60 {
            return Err((self.id, "utc_offset_minutes is no time zone"));
        }
        named(&self.id, &[&self.name, &self.region])?;
        Ok(Town {
            id: self.id,
            name: self.name,
            region: self.region,
            position,
            ahead_minutes: self.utc_offset_minutes,
        })
    }
}

impl CentreRecord {
    pub(super) fn read(self, towns: &[Town]) -> Result<Centre, Wrong> {
        let wrong = |what| (self.id.clone(), what);
        named(&self.id, &[&self.name, &self.address])?;
        let town = towns.iter().position(|town| town.id == self.town);
        let services = self.services.iter().map(|code| Service::from_code(code));
        let days = self.closed_on.iter().map(|day| Date::parse(day).ok());
        if self.windows == 0 {
            return Err(wrong("windows is zero"));
        }
        Ok(Centre {
            kind: Kind::from_code(&self.kind).ok_or_else(|| wrong("kind is unknown"))?,
            town: town.ok_or_else(|| wrong("town is not among the towns"))?,
            position: position(self.lat, self.lon)
                .ok_or_else(|| wrong("lat and lon are no place"))?,
            week: self
                .hours
                .read()
                .ok_or_else(|| wrong("hours cannot be read or are out of order"))?,
            closed_on: days
                .collect::<Option<_>>()
                .ok_or_else(|| wrong("closed_on has no date"))?,
            services: services
                .collect::<Option<_>>()
                .ok_or_else(|| wrong("a service is unknown"))?,
            id: self.id,
            name: self.name,
            address: self.address,
            step_free: self.step_free,
            windows: self.windows,
            hidden: self.hidden,
        })
    }
}

impl HoursRecord {
    /// The hours of each day from Monday on.
    pub(super) fn of([mon, tue, wed, thu, fri, sat, sun]: [Vec<String>; 7]) -> Self {
        Self {
            mon,
            tue,
            wed,
            thu,
            fri,
            sat,
            sun,
        }
    }

    fn read(&self) -> Option<Week> {
        let day = |texts: &Vec<String>| -> Option<Vec<Span>> {
            texts.iter().map(|text| Span::parse(text)).collect()
        };
        let Self {
            mon,
            tue,
            wed,
            thu,
            fri,
            sat,
            sun,
        } = self;
        Week::new([
            day(mon)?,
            day(tue)?,
            day(wed)?,
            day(thu)?,
            day(fri)?,
            day(sat)?,
            day(sun)?,
        ])
    }
}

impl HolidayRecord {
    pub(super) fn read(self) -> Result<Holidays, Wrong> {
        // A leap year has every day there is.
        let recurring = self.recurring.iter().map(|day| {
            let date = Date::parse(&format!("2000-{day}"));
            date.map(|date| (date.month(), date.day()))
        });
        let dates = self.dates.iter().map(|day| Date::parse(day));
        match (recurring.collect(), dates.collect()) {
            (Ok(recurring), Ok(dates)) => Ok(Holidays { recurring, dates }),
            _ => Err(("holidays".into(), "a day cannot be read")),
        }
    }
}

/// Whether a text is made as ids are.
pub(super) fn is_id(text: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(sign)
}

/// Ids stand in addresses, names on pages.
fn named(id: &str, names: &[&str]) -> Result<(), Wrong> {
    if !is_id(id) {
        return Err((id.to_owned(), "an id is made of a-z, 0-9 and -"));
    }
    match names.iter().any(|name| name.trim().is_empty()) {
        true => Err((id.to_owned(), "a name is empty")),
        false => Ok(()),
    }
}

fn position(latitude: f64, longitude: f64) -> Option<Position> {
    let exists = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
    exists.then(|| Position::new(latitude, longitude))
}

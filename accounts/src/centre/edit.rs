//! A centre as an administrator types it.

use domain::centre::{Kind, Service};
use domain::date::Date;

use super::days::{self, DaysFault};
use super::record::{CentreRecord, HoursRecord, is_id};
use super::{Centre, Directory, hours};

/// Names of the fields for the hours, from Monday on.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Longest name, address or id, in characters.
const LONGEST: usize = 200;
/// Most visitors served at the same time.
const MOST_WINDOWS: u8 = 99;

/// A centre as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CentreInput {
    /// Its name in addresses; it never changes.
    pub id: String,
    /// Id of the town.
    pub town: String,
    /// Code of who keeps it.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Latitude, in degrees.
    pub lat: String,
    /// Longitude, in degrees.
    pub lon: String,
    /// One comes in without steps.
    pub step_free: bool,
    /// Hours from Monday on: «9:00–20:00, перерыв 13:00–14:00».
    pub days: [String; 7],
    /// Days on which it stays shut: «31.12.2026, 10.01.2027–20.01.2027».
    pub closed_on: String,
    /// Codes of what it does.
    pub services: Vec<String>,
    /// Visitors served at the same time.
    pub windows: String,
    /// Nobody finds it.
    pub hidden: bool,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CentreFault {
    /// Nothing is typed.
    Empty,
    /// More than 200 characters.
    TooLong,
    /// Not made of `a-z`, `0-9` and `-`.
    NoId,
    /// Another centre has the id.
    Taken,
    /// Nothing is chosen, or what is not offered.
    NoChoice,
    /// Not a latitude, or not a longitude.
    NoPlace,
    /// No hours of a day.
    NoHours,
    /// No days.
    NoDays,
    /// More days than a centre is shut.
    TooManyDays,
    /// Not 1 to 99.
    NoWindows,
}

/// A field and what is wrong with it.
pub(super) type Fault = (&'static str, CentreFault);

impl CentreInput {
    /// What a centre of the directory looks like in the form.
    #[must_use]
    pub fn of(directory: &Directory, centre: &Centre) -> Self {
        let mut days = centre.week.days().map(hours::write);
        let services = centre.services.iter().map(|one| one.code().to_owned());
        Self {
            id: centre.id.clone(),
            town: directory.town_of(centre).id.clone(),
            kind: centre.kind.code().to_owned(),
            name: centre.name.clone(),
            address: centre.address.clone(),
            lat: centre.position.latitude.to_string(),
            lon: centre.position.longitude.to_string(),
            step_free: centre.step_free,
            days: std::array::from_fn(|_| days.next().unwrap_or_default()),
            closed_on: days::write(&centre.closed_on),
            services: services.collect(),
            windows: centre.windows.to_string(),
            hidden: centre.hidden,
        }
    }

    /// The record, or field by field why there is none.
    pub(crate) fn judge(&self, directory: &Directory) -> Result<CentreRecord, Vec<Fault>> {
        let mut faults = Faults(Vec::new());
        self.judge_words(directory, &mut faults);
        let record = CentreRecord {
            id: self.id.clone(),
            kind: self.kind.clone(),
            name: self.name.trim().to_owned(),
            town: self.town.clone(),
            address: self.address.trim().to_owned(),
            lat: faults.or_none("lat", degrees(&self.lat, 90.0)),
            lon: faults.or_none("lon", degrees(&self.lon, 180.0)),
            step_free: self.step_free,
            hours: HoursRecord::of(self.week(&mut faults)),
            closed_on: faults.or_none("closed_on", closed_on(&self.closed_on)),
            services: faults.or_none("services", self.known_services()),
            windows: faults.or_none("windows", windows(&self.windows)),
            hidden: self.hidden,
        };
        match faults.0.is_empty() {
            true => Ok(record),
            false => Err(faults.0),
        }
    }

    fn judge_words(&self, directory: &Directory, faults: &mut Faults) {
        if !is_id(&self.id) {
            faults.0.push(("id", CentreFault::NoId));
        } else if self.id.len() > LONGEST {
            faults.0.push(("id", CentreFault::TooLong));
        }
        for (name, text) in [("name", &self.name), ("address", &self.address)] {
            match text.trim().chars().count() {
                0 => faults.0.push((name, CentreFault::Empty)),
                1..=LONGEST => {}
                _ => faults.0.push((name, CentreFault::TooLong)),
            }
        }
        let town = directory.towns().iter().any(|town| town.id == self.town);
        let kind = Kind::from_code(&self.kind).is_some();
        for (name, chosen) in [("town", town), ("kind", kind)] {
            if !chosen {
                faults.0.push((name, CentreFault::NoChoice));
            }
        }
    }

    fn week(&self, faults: &mut Faults) -> [Vec<String>; 7] {
        std::array::from_fn(|day| {
            let spans = hours::read(&self.days[day]).ok_or(CentreFault::NoHours);
            faults.or_none(DAYS[day], spans)
        })
    }

    fn known_services(&self) -> Result<Vec<String>, CentreFault> {
        let mut codes = self.services.iter();
        match codes.all(|code| Service::from_code(code).is_some()) {
            true => Ok(self.services.clone()),
            false => Err(CentreFault::NoChoice),
        }
    }
}

/// What is wrong so far.
struct Faults(Vec<Fault>);

impl Faults {
    /// The value, or nothing worth having, and what is wrong with the field.
    fn or_none<T: Default>(&mut self, name: &'static str, read: Result<T, CentreFault>) -> T {
        read.unwrap_or_else(|fault| {
            self.0.push((name, fault));
            T::default()
        })
    }
}

fn degrees(typed: &str, most: f64) -> Result<f64, CentreFault> {
    let number = typed.trim().replace(',', ".").parse::<f64>().ok();
    let number = number.filter(|number| number.abs() <= most);
    number.ok_or(CentreFault::NoPlace)
}

fn closed_on(typed: &str) -> Result<Vec<String>, CentreFault> {
    match days::read(typed) {
        Ok(days) => Ok(days.into_iter().map(Date::iso).collect()),
        Err(DaysFault::Unreadable) => Err(CentreFault::NoDays),
        Err(DaysFault::TooMany) => Err(CentreFault::TooManyDays),
    }
}

fn windows(typed: &str) -> Result<u8, CentreFault> {
    let count = typed.trim().parse().ok();
    let count = count.filter(|count| (1..=MOST_WINDOWS).contains(count));
    count.ok_or(CentreFault::NoWindows)
}

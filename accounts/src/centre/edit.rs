//! A centre as an administrator types it.

use domain::centre::{Kind, Service};

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
        let mut faults = Vec::new();
        if !is_id(&self.id) {
            faults.push(("id", CentreFault::NoId));
        }
        for (name, text) in [
            ("id", &self.id),
            ("name", &self.name),
            ("address", &self.address),
        ] {
            match text.trim().chars().count() {
                0 if name != "id" => faults.push((name, CentreFault::Empty)),
                0..=LONGEST => {}
                _ => faults.push((name, CentreFault::TooLong)),
            }
        }
        if !directory.towns().iter().any(|town| town.id == self.town) {
            faults.push(("town", CentreFault::NoChoice));
        }
        if Kind::from_code(&self.kind).is_none() {
            faults.push(("kind", CentreFault::NoChoice));
        }
        let mut degrees = |name, text: &str, most: f64| {
            let number = text.trim().replace(',', ".").parse::<f64>().ok();
            let number = number.filter(|number| number.abs() <= most);
            if number.is_none() {
                faults.push((name, CentreFault::NoPlace));
            }
            number.unwrap_or_default()
        };
        let (lat, lon) = (
            degrees("lat", &self.lat, 90.0),
            degrees("lon", &self.lon, 180.0),
        );
        let mut week = std::array::from_fn(|_| Vec::new());
        for (place, name) in DAYS.into_iter().enumerate() {
            match hours::read(&self.days[place]) {
                Some(spans) => week[place] = spans,
                None => faults.push((name, CentreFault::NoHours)),
            }
        }
        let closed_on = days::read(&self.closed_on).unwrap_or_else(|fault| {
            let fault = match fault {
                DaysFault::Unreadable => CentreFault::NoDays,
                DaysFault::TooMany => CentreFault::TooManyDays,
            };
            faults.push(("closed_on", fault));
            Vec::new()
        });
        if self
            .services
            .iter()
            .any(|code| Service::from_code(code).is_none())
        {
            faults.push(("services", CentreFault::NoChoice));
        }
        let windows = self.windows.trim().parse::<u8>().ok();
        let windows = windows.filter(|count| (1..=MOST_WINDOWS).contains(count));
        if windows.is_none() {
            faults.push(("windows", CentreFault::NoWindows));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(CentreRecord {
            id: self.id.clone(),
            kind: self.kind.clone(),
            name: self.name.trim().to_owned(),
            town: self.town.clone(),
            address: self.address.trim().to_owned(),
            lat,
            lon,
            step_free: self.step_free,
            hours: HoursRecord::of(week),
            closed_on: closed_on.into_iter().map(|day| day.iso()).collect(),
            services: self.services.clone(),
            windows: windows.unwrap_or(1),
            hidden: self.hidden,
        })
    }
}

//! The directory of centres: files that are read once, at the start.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use domain::centre::{LocalTime, Opening, opening};
use domain::date::Date;
use serde::de::DeserializeOwned;

use super::holidays::Holidays;
use super::record::{CentreRecord, HolidayRecord, TownRecord, Wrong};
use super::{Centre, Town};
use crate::clock::Instant;

const TOWNS: &str = "towns.json";
const CENTRES: &str = "centres.json";
const HOLIDAYS: &str = "holidays.json";

/// Why a directory cannot be loaded: file, entry and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}")]
pub struct DirectoryError {
    file: &'static str,
    what: String,
}

/// Towns, centres and holidays. Clones share them.
#[derive(Clone, Debug)]
pub struct Directory(Arc<Parts>);

#[derive(Clone, Debug, Default)]
struct Parts {
    towns: Vec<Town>,
    centres: Vec<Centre>,
    holidays: Holidays,
}

impl Default for Directory {
    /// The synthetic centres that come with the portal.
    fn default() -> Self {
        static BUILT_IN: LazyLock<Directory> = LazyLock::new(|| {
            let texts = [
                include_str!("../../data/centres/towns.json"),
                include_str!("../../data/centres/centres.json"),
                include_str!("../../data/centres/holidays.json"),
            ];
            Directory::parse(texts).unwrap_or_else(|_| Directory(Arc::default()))
        });
        BUILT_IN.clone()
    }
}

impl Directory {
    /// Reads `towns.json`, `centres.json` and `holidays.json` of a folder.
    ///
    /// # Errors
    /// What is wrong with which file.
    pub fn from_folder(folder: &Path) -> Result<Self, DirectoryError> {
        let read = |file: &'static str| {
            std::fs::read_to_string(folder.join(file)).map_err(|error| DirectoryError {
                file,
                what: error.to_string(),
            })
        };
        let texts = [read(TOWNS)?, read(CENTRES)?, read(HOLIDAYS)?];
        Self::parse(texts.each_ref().map(String::as_str))
    }

    /// Reads the texts of the three files.
    ///
    /// # Errors
    /// What is wrong with which file.
    pub(super) fn parse([towns, centres, holidays]: [&str; 3]) -> Result<Self, DirectoryError> {
        let towns: Vec<TownRecord> = json(TOWNS, towns)?;
        let towns = towns.into_iter().map(TownRecord::read);
        let towns: Vec<Town> = towns
            .collect::<Result<_, _>>()
            .map_err(|wrong| entry(TOWNS, wrong))?;
        once(TOWNS, towns.iter().map(|town| town.id.as_str()))?;
        let centres: Vec<CentreRecord> = json(CENTRES, centres)?;
        let centres = centres.into_iter().map(|centre| centre.read(&towns));
        let centres: Vec<Centre> = centres
            .collect::<Result<_, _>>()
            .map_err(|wrong| entry(CENTRES, wrong))?;
        once(CENTRES, centres.iter().map(|centre| centre.id.as_str()))?;
        let holidays: HolidayRecord = json(HOLIDAYS, holidays)?;
        let holidays = holidays.read().map_err(|wrong| entry(HOLIDAYS, wrong))?;
        Ok(Self(Arc::new(Parts {
            towns,
            centres,
            holidays,
        })))
    }

    /// The same with each of these centres in the place of the one with its id, or behind all others. One whose town is
    /// no longer in the files is left out, and said to be.
    pub(super) fn with(&self, records: Vec<CentreRecord>) -> Self {
        let mut parts = Parts::clone(&self.0);
        let places = parts.centres.iter().enumerate();
        let places: HashMap<String, usize> = places
            .map(|(place, centre)| (centre.id.clone(), place))
            .collect();
        for record in records {
            match record.read(&parts.towns) {
                Ok(centre) => match places.get(&centre.id) {
                    Some(place) => parts.centres[*place] = centre,
                    None => parts.centres.push(centre),
                },
                Err((id, what)) => tracing::warn!(%id, what, "a changed centre is left out"),
            }
        }
        Self(Arc::new(parts))
    }

    /// Every town.
    #[must_use]
    pub fn towns(&self) -> &[Town] {
        &self.0.towns
    }

    /// Every centre.
    #[must_use]
    pub fn centres(&self) -> &[Centre] {
        &self.0.centres
    }

    /// The centre with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Centre> {
        self.0.centres.iter().find(|centre| centre.id == id)
    }

    /// The town a centre stands in.
    #[must_use]
    pub fn town_of(&self, centre: &Centre) -> &Town {
        &self.0.towns[centre.town]
    }

    /// What the door of a centre says.
    #[must_use]
    pub fn opening(&self, centre: &Centre, now: Instant) -> Opening {
        let closed = |date: Date| self.is_closed(centre, date);
        opening(&centre.week, closed, self.local_time(centre, now))
    }

    /// The time where a centre stands.
    #[must_use]
    pub fn local_time(&self, centre: &Centre, now: Instant) -> LocalTime {
        LocalTime::at(now.millis(), self.town_of(centre).ahead_minutes)
    }

    /// Whether a centre stays shut on a day whatever its hours are.
    pub(crate) fn is_closed(&self, centre: &Centre, date: Date) -> bool {
        self.0.holidays.contains(date) || centre.closed_on.contains(&date)
    }
}

fn json<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, DirectoryError> {
    serde_json::from_str(text).map_err(|error| DirectoryError {
        file,
        what: error.to_string(),
    })
}

fn entry(file: &'static str, (id, what): Wrong) -> DirectoryError {
    DirectoryError {
        file,
        what: format!("{id}: {what}"),
    }
}

fn once<'a>(file: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<(), DirectoryError> {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(entry(file, (id.to_owned(), "the id is there twice")));
        }
    }
    Ok(())
}

//! Service centres: the directory that is loaded at the start, and what is found in it (R-CTR-02, R-CTR-03, R-CTR-16).

mod change;
mod days;
mod directory;
mod edit;
mod holidays;
mod hours;
mod live;
mod record;
mod search;
#[cfg(test)]
mod tests;
mod town;

use domain::centre::{Kind, Service, Week};
use domain::date::Date;
use domain::map::Position;

pub use change::load_changes;
pub use directory::{Directory, DirectoryError};
pub use edit::{CentreFault, CentreInput, DAYS};
pub use search::{Criteria, Found, Listed, search};
pub use town::Place;

pub(crate) use change::save;
pub(crate) use live::LiveDirectory;

/// A town that has centres.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Its name in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The subject of the federation it lies in.
    pub region: String,
    /// Where it lies.
    pub position: Position,
    /// How far its clocks are ahead of UTC, in minutes.
    pub ahead_minutes: i16,
}

/// A place where people are served.
#[derive(Clone, Debug, PartialEq)]
pub struct Centre {
    /// Its name in addresses.
    pub id: String,
    /// Who keeps it.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The town's place in the directory.
    town: usize,
    /// Street and number.
    pub address: String,
    /// Where it lies.
    pub position: Position,
    /// One comes in without steps.
    pub step_free: bool,
    /// Hours of a usual week.
    pub week: Week,
    /// Days on which it stays shut beside the holidays.
    pub closed_on: Vec<Date>,
    /// What it does; nothing, for a post office without the agreement (R-PST-01).
    pub services: Vec<Service>,
    /// Visitors served at the same time.
    pub windows: u8,
    /// Nobody finds it or books a visit there; what is booked stays, as long as it is open then.
    pub hidden: bool,
}

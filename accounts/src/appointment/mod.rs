//! Visits to service centres that citizens book (R-CTR-05): a time is looked for, held while it is being booked (P-16),
//! booked, moved and called off, by its citizen or because its centre is shut then. One person has one visit.

mod book;
mod call_off;
mod free;
mod hold;
mod row;
mod view;

use domain::date::Date;

use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

pub(crate) use book::over;
pub(crate) use call_off::{call_off, call_off_everywhere};
pub(crate) use row::place;
pub(crate) use view::booked;

/// Where visits are booked.
pub const PATH: &str = "/cabinet/identity/visit";

/// What the page of a visit shows.
#[derive(Clone, Debug)]
pub struct AppointmentView {
    /// The visit that is booked.
    pub booked: Option<Booked>,
    /// The time that is held.
    pub held: Option<Held>,
    /// Times of the centre that was asked for.
    pub offer: Option<Offer>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// Where a visit takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceView {
    /// Id of the centre.
    pub centre: String,
    /// Its name.
    pub name: String,
    /// Town, street and number.
    pub address: String,
    /// How far its clocks are ahead of UTC, in minutes.
    pub ahead_minutes: i16,
}

/// A booked visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    /// Where.
    pub place: PlaceView,
    /// When.
    pub starts_at: Instant,
    /// The code to show there, as people read it.
    pub code: String,
}

/// A time that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Where.
    pub place: PlaceView,
    /// When the visit begins.
    pub starts_at: Instant,
    /// How many seconds it is still held; 0: until somebody else wants it.
    pub left_s: i64,
}

/// Free times of a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where.
    pub place: PlaceView,
    /// Days with free times, in order.
    pub days: Vec<Date>,
    /// The day whose times are shown.
    pub day: Option<Date>,
    /// Its free times.
    pub times: Vec<Slot>,
    /// The free time that is nearest to one that somebody else has got.
    pub instead: Option<Slot>,
}

/// A time at which a visit can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The instant.
    pub starts_at: Instant,
    /// The day there.
    pub date: Date,
    /// Minutes since midnight there.
    pub minute: u16,
}

/// What the page of a visit shows; `centre` and `day` as they stand in the address.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(
    portal: &Portal,
    visit: &Visit,
    centre: String,
    day: String,
) -> Result<AppointmentView, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move { view::look(c, p, v, &centre, &day).await })
    })
    .await
}

/// Holds a time of a centre for the citizen, who gives back what they held before.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn hold(
    portal: &Portal,
    visit: &Visit,
    centre: String,
    starts_at: String,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { hold::hold(c, p, v, &centre, &starts_at).await })
    })
    .await
}

/// «Подтвердить запись»: the time that is held is booked, and takes the place of a visit that was booked before.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn book(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(book::book(c, p, v))).await
}

/// «Отменить запись»
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn cancel(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(book::cancel(c, p, v))).await
}

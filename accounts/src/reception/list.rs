//! `/desk/visits`: where citizens are looked up, what the operator has done in this shift, and what waits for a second one.

use super::row::{Kind, State};
use crate::appointment::{PlaceView, place};
use crate::clock::Instant;
use crate::desk;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::reception as sql;
use crate::task;
use crate::visit::Visit;

/// Longest shift.
const SHIFT_S: i64 = 14 * 3_600;
/// More receptions than a shift has.
const MOST: u32 = 200;

/// A reception of this shift, without a word about whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftRow {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// When it began.
    pub opened_at: Instant,
    /// When it ended.
    pub closed_at: Option<Instant>,
}

/// A restoration that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestorationRow {
    /// Id of its reception.
    pub id: String,
    /// The operator who began it.
    pub login: String,
    /// That is the one who asks.
    pub own: bool,
    /// Where.
    pub place: PlaceView,
    /// When it began.
    pub opened_at: Instant,
}

/// `/desk/visits`
#[derive(Clone, Debug)]
pub struct DeskView {
    /// Where the operator works.
    pub place: Option<PlaceView>,
    /// Receptions of this shift, newest first.
    pub shift: Vec<ShiftRow>,
    /// What waits for a second operator, oldest first.
    pub restorations: Vec<RestorationRow>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// What the page shows.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn desk(portal: &Portal, visit: &Visit) -> Result<DeskView, PortalError> {
    let mut view = task::read(portal, visit, |c, p, v| Box::pin(look(c, p, v))).await?;
    view.flash = flash::read(portal, visit).filter(|flash| flash.form == Form::DeskVisits);
    Ok(view)
}

async fn look(c: &mut Connection, portal: &Portal, visit: &Visit) -> Result<DeskView, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let now = portal.clock.now();
    let values = [
        seat.operator_id.as_str().into(),
        now.plus_s(-SHIFT_S).into(),
        MOST.into(),
    ];
    let mut shift = Vec::new();
    for row in c.fetch_all(sql::OF_OPERATOR, &values).await? {
        shift.push(ShiftRow {
            id: row.text(0)?,
            kind: Kind::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?,
            state: State::from_code(&row.text(2)?).ok_or(PortalError::Unavailable)?,
            opened_at: row.instant(3)?,
            closed_at: row.opt_instant(4)?,
        });
    }
    let since = now.plus_s(-portal.config.desk.restoration_s);
    let mut restorations = Vec::new();
    for row in c
        .fetch_all(sql::RESTORATIONS, &[since.into(), MOST.into()])
        .await?
    {
        restorations.push(RestorationRow {
            id: row.text(0)?,
            own: row.text(1)? == seat.operator_id,
            login: row.text(2)?,
            place: place(portal, &row.text(3)?),
            opened_at: row.instant(4)?,
        });
    }
    Ok(DeskView {
        place: seat.centre.map(|centre| place(portal, &centre)),
        shift,
        restorations,
        flash: None,
    })
}

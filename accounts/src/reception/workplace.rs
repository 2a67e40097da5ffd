//! Where an operator works. Who has no place of their own says where they are before they serve anybody.

use super::VISITS;
use super::act::{Actor, note};
use crate::appointment::{PlaceView, place};
use crate::desk::{self, Seat};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::journal::Event;
use crate::limits::{DeskCount, count_at_desk, look_at_desk};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::operator as sql;
use crate::task;
use crate::visit::Visit;

/// Where it is said.
pub const PATH: &str = "/desk/workplace";

/// `/desk/workplace`
#[derive(Clone, Debug)]
pub struct WorkplaceView {
    /// Where the operator works now.
    pub place: Option<PlaceView>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// What the page shows.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn workplace(portal: &Portal, visit: &Visit) -> Result<WorkplaceView, PortalError> {
    let seat = task::read(portal, visit, |c, p, v| {
        Box::pin(desk::require_operator(c, p, v))
    })
    .await?;
    Ok(WorkplaceView {
        place: seat.centre.map(|centre| place(portal, &centre)),
        flash: flash::read(portal, visit).filter(|flash| flash.form == Form::Workplace),
    })
}

/// Where the operator works from now on: id of a centre in the directory.
///
/// # Errors
/// As [`workplace`].
pub async fn choose(portal: &Portal, visit: &Visit, centre: String) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            let seat = desk::require_operator(c, p, v).await?;
            if !serves(p, &centre) {
                let flash = Flash::of(Form::Workplace).refuse("centre", Outcome::ChoiceMissing);
                return Done::with_flash(p, PATH, &flash);
            }
            let values = [seat.operator_id.as_str().into(), centre.into()];
            c.execute(sql::PLACE, &values).await?;
            let actor = Actor::of(&seat, v);
            note(c, p, actor, None, None, Event::WorkplaceChosen, &[]).await?;
            let flash = Flash::of(Form::DeskVisits).say(Outcome::WorkplaceChosen);
            Done::with_flash(p, VISITS, &flash)
        })
    })
    .await
}

/// Where this reception takes place: at the operator's own centre, else at the one where the citizen is expected.
pub(super) fn of(portal: &Portal, seat: &Seat, expected: Option<String>) -> Option<String> {
    let centre = seat.centre.clone().or(expected);
    centre.filter(|centre| serves(portal, centre))
}

/// Whether citizens are served there: offices without the agreement confirm nobody (R-PST-01).
fn serves(portal: &Portal, centre: &str) -> bool {
    let directory = portal.centres();
    let found = directory.find(centre);
    found.is_some_and(|centre| !centre.services.is_empty())
}

/// First the place has to be said.
pub(super) fn missing(portal: &Portal) -> Result<Done, PortalError> {
    let flash = Flash::of(Form::Workplace).say(Outcome::WorkplaceMissing);
    Done::with_flash(portal, PATH, &flash)
}

/// Counts what an operator does; `Some`: too often, seconds to wait.
pub(super) async fn count(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    what: DeskCount,
) -> Result<Option<i64>, PortalError> {
    let wait_s = count_at_desk(c, portal, &seat.operator_id, what).await?;
    alarm(c, portal, visit, seat, wait_s).await
}

/// The same for what was done before; counts nothing.
pub(super) async fn look(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    what: DeskCount,
) -> Result<Option<i64>, PortalError> {
    let wait_s = look_at_desk(c, portal, &seat.operator_id, what).await?;
    alarm(c, portal, visit, seat, wait_s).await
}

/// The first time that an operator has to wait is an alarm.
async fn alarm(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    wait_s: Option<i64>,
) -> Result<Option<i64>, PortalError> {
    let id = seat.operator_id.as_str();
    if wait_s.is_some()
        && count_at_desk(c, portal, id, DeskCount::Alarm)
            .await?
            .is_none()
    {
        tracing::warn!(operator = id, "an operator looks too many citizens up");
        let actor = Actor::of(seat, visit);
        note(c, portal, actor, None, None, Event::OperatorAlarm, &[]).await?;
    }
    Ok(wait_s)
}

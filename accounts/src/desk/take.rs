//! «Взять в работу»: one operator at a time, for a while.

use super::act::{Refused, page};
use super::case::{Hold, State, load};
use super::note::note_case;
use super::seat;
use crate::done::Done;
use crate::error::PortalError;
use crate::journal::Event;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::desk_review as sql;
use crate::task;
use crate::visit::Visit;

/// Takes a case for the time of `[desk] lease_s`; a repeat changes nothing. A case that waits for a second
/// operator is not taken by the first one.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn take(portal: &Portal, visit: &Visit, review: String) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(take_in(c, p, v, review))).await
}

async fn take_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    review: String,
) -> Result<Done, PortalError> {
    let seat = seat::require_specialist(c, portal, visit).await?;
    let Some(case) = load(c, &review).await? else {
        return Refused::nowhere().done(portal);
    };
    if case.state == State::Closed {
        return Refused::on(&case, Outcome::ReviewClosed).done(portal);
    }
    if case.is_proposed_by(&seat.operator_id) {
        return Refused::on(&case, Outcome::ReviewOwnProposal).done(portal);
    }
    match case.hold(portal, &seat.operator_id) {
        Hold::Theirs(until) => Refused::held(portal, &case, until).done(portal),
        Hold::Mine(_) => Ok(Done::on(page(&case.id))),
        Hold::Free => {
            let (id, operator_id) = (case.id.as_str(), seat.operator_id.as_str());
            let values = [id.into(), operator_id.into(), portal.clock.now().into()];
            c.execute(sql::TAKE, &values).await?;
            let event = Event::ReviewTaken;
            note_case(c, portal, visit, operator_id, &case, event, &[]).await?;
            Ok(Done::on(page(id)))
        }
    }
}

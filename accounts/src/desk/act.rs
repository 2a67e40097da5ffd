//! What every act on a case begins with, and how one that may not be is answered.

use super::case::{Case, Hold, State, load};
use super::seat::Seat;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;

/// The queue.
pub(super) const QUEUE: &str = "/desk";

/// An act that is not carried out: where that is said, and how.
pub(super) struct Refused {
    pub(super) next: String,
    pub(super) flash: Flash,
}

impl Refused {
    /// Said on the page of the case.
    pub(super) fn on(case: &Case, outcome: Outcome) -> Self {
        Self {
            next: page(&case.id),
            flash: flash(&case.id).say(outcome),
        }
    }

    /// There is no such case: said above the queue.
    pub(super) fn nowhere() -> Self {
        Self {
            next: QUEUE.to_owned(),
            flash: Flash::of(Form::DeskQueue).say(Outcome::ReviewClosed),
        }
    }

    /// Another operator has the case until then.
    pub(super) fn held(portal: &Portal, case: &Case, until: crate::clock::Instant) -> Self {
        let mut refused = Self::on(case, Outcome::ReviewHeld);
        refused.flash.wait_s = Some(until.seconds_left(portal.clock.now()));
        refused
    }

    /// The answer.
    pub(super) fn done(self, portal: &Portal) -> Result<Done, PortalError> {
        Done::with_flash(portal, self.next, &self.flash)
    }
}

/// The page of a case.
pub(super) fn page(id: &str) -> String {
    format!("/desk/reviews/{id}")
}

/// An outcome on its way to the page of a case, and to no other case's.
pub(super) fn flash(id: &str) -> Flash {
    Flash::of(Form::DeskReview).keep("review", id)
}

/// The case, if this operator has it and it is not closed.
pub(super) async fn held(
    c: &mut Connection,
    portal: &Portal,
    seat: &Seat,
    id: &str,
) -> Result<Result<Case, Refused>, PortalError> {
    let Some(case) = load(c, id).await? else {
        return Ok(Err(Refused::nowhere()));
    };
    if case.state == State::Closed {
        return Ok(Err(Refused::on(&case, Outcome::ReviewClosed)));
    }
    Ok(match case.hold(portal, &seat.operator_id) {
        Hold::Mine(_) => Ok(case),
        Hold::Theirs(until) => Err(Refused::held(portal, &case, until)),
        Hold::Free => Err(Refused::on(&case, Outcome::ReviewNotHeld)),
    })
}

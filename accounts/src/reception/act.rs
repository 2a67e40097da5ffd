//! What every act of a reception begins with, and how it is noted.

use super::row::{Reception, State, load};
use super::{VISITS, path};
use crate::account::{self, Account};
use crate::desk::Seat;
use crate::done::Done;
use crate::error::PortalError;
use crate::feed;
use crate::flash::{Flash, Form};
use crate::journal::{self, Entry, Event};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// An outcome on its way to the page of a reception, and to no other one's.
pub(super) fn flash(id: &str) -> Flash {
    Flash::of(Form::Reception).keep("reception", id)
}

/// Back to the page of a reception, which says this.
pub(super) fn back(portal: &Portal, id: &str, flash: &Flash) -> Result<Done, PortalError> {
    Done::with_flash(portal, path(id), flash)
}

/// There is nothing to do there: said where citizens are looked up.
pub(super) fn closed(portal: &Portal) -> Result<Done, PortalError> {
    let flash = Flash::of(Form::DeskVisits).say(Outcome::ReceptionClosed);
    Done::with_flash(portal, VISITS, &flash)
}

impl Reception {
    /// Whether the operator who has opened it may still look at it.
    pub(super) fn is_fresh(&self, portal: &Portal) -> bool {
        self.opened_at.plus_s(portal.config.desk.reception_s) > portal.clock.now()
    }

    /// The account it is about.
    pub(super) async fn account(
        &self,
        c: &mut Connection,
        portal: &Portal,
    ) -> Result<Option<Account>, PortalError> {
        match &self.account_id {
            Some(id) => account::load(c, portal, id).await.map(Some),
            None => Ok(None),
        }
    }
}

/// A reception of this operator, as long as they may look at it.
pub(super) async fn own(
    c: &mut Connection,
    portal: &Portal,
    seat: &Seat,
    id: &str,
) -> Result<Option<Reception>, PortalError> {
    let found = load(c, portal, id).await?;
    let own = |reception: &Reception| {
        reception.operator_id == seat.operator_id && reception.is_fresh(portal)
    };
    Ok(found.filter(own))
}

/// The same, where something can still be done.
pub(super) async fn own_open(
    c: &mut Connection,
    portal: &Portal,
    seat: &Seat,
    id: &str,
) -> Result<Option<Reception>, PortalError> {
    let found = own(c, portal, seat, id).await?;
    Ok(found.filter(|reception| reception.state == State::Open))
}

/// The same, where something can still be refused.
pub(super) async fn own_unfinished(
    c: &mut Connection,
    portal: &Portal,
    seat: &Seat,
    id: &str,
) -> Result<Option<Reception>, PortalError> {
    let found = own(c, portal, seat, id).await?;
    let is_unfinished = |own: &Reception| matches!(own.state, State::Open | State::Waiting);
    Ok(found.filter(is_unfinished))
}

/// Who acts: an operator in a visit, or the portal itself when the registries have answered.
#[derive(Clone, Copy)]
pub(super) struct Actor<'a> {
    pub(super) operator_id: &'a str,
    pub(super) visit: Option<&'a Visit>,
}

impl<'a> Actor<'a> {
    pub(super) fn of(seat: &'a Seat, visit: &'a Visit) -> Self {
        Self {
            operator_id: &seat.operator_id,
            visit: Some(visit),
        }
    }
}

/// Notes an act, in the part of the citizen whom it concerns, and tells it in their feed where it is news.
pub(super) async fn note(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    account_id: Option<&str>,
    reception_id: Option<&str>,
    event: Event,
    detail: &[(&'static str, &'static str)],
) -> Result<(), PortalError> {
    let reception = reception_id.map(|id| ("reception", id.to_owned()));
    let entry = Entry {
        at: portal.clock.now(),
        account_id: account_id.map(str::to_owned),
        event,
        detail: detail.to_vec(),
        ids: [("actor", actor.operator_id.to_owned())]
            .into_iter()
            .chain(reception)
            .collect(),
        origin: actor.visit.map(|visit| visit.request_id.clone()),
    };
    let seq = journal::append(c, entry).await?;
    match account_id.filter(|_| event.is_news()) {
        Some(account_id) => feed::add(c, portal, account_id, seq, event, detail).await,
        None => Ok(()),
    }
}

//! One step: what is typed is kept, judged, and led on from.

use domain::flow::{Flow, Step};
use domain::profile::Values;

use super::form::{Form, today};
use super::row::ProfileState;
use crate::account::{self, Account};
use crate::check;
use crate::done::Done;
use crate::draft::{self, DraftFlow};
use crate::enrolment::Saved;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::visit::Visit;

/// The step whose page has this address.
pub(super) fn named(path: &str) -> Result<Step, PortalError> {
    Step::from_path(path)
        .filter(|step| step.flow() == Flow::PersonalData && *step != Step::PersonalCheck)
        .ok_or(PortalError::Forbidden)
}

/// The signed-in account and its form.
pub(super) async fn opened(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<(Account, Form), PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let form = Form::load(c, portal, &account).await?;
    Ok((account, form))
}

impl Form {
    /// The registries are at it: nothing can be changed now.
    pub(super) fn is_checking(&self) -> bool {
        self.former
            .as_ref()
            .is_some_and(|former| former.state == ProfileState::Checking)
    }
}

/// While the registries are at it the timeline is the place to be.
pub(super) fn still_checking(portal: &Portal) -> Result<Done, PortalError> {
    Done::with_flash(
        portal,
        check::PATH,
        &Flash::of(flash::Form::Checks).say(Outcome::StillChecking),
    )
}

pub(super) async fn submit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    step: Step,
    typed: Values,
) -> Result<Done, PortalError> {
    let (account, mut form) = opened(c, portal, visit).await?;
    if form.is_checking() {
        return still_checking(portal);
    }
    let today = today(portal);
    form.take(step, typed);
    form.given.insert(step.path().to_owned());
    let right = form.is_right(step, today);
    form.refused = (!right).then_some(step);
    form.save(c, portal, &account).await?;
    Ok(Done::on(if right {
        form.furthest(today)
    } else {
        step.path()
    }))
}

pub(super) async fn save(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    step: Step,
    typed: Values,
) -> Result<Done, PortalError> {
    if keep(c, portal, visit, step, typed).await?.until.is_none() {
        return still_checking(portal);
    }
    Done::with_flash(
        portal,
        "/cabinet",
        &Flash::of(flash::Form::Cabinet).say(Outcome::Saved),
    )
}

pub(super) async fn autosave(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    step: Step,
    typed: Values,
) -> Result<Saved, PortalError> {
    keep(c, portal, visit, step, typed).await
}

/// Keeps what is typed, unjudged.
async fn keep(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    step: Step,
    typed: Values,
) -> Result<Saved, PortalError> {
    let (account, mut form) = opened(c, portal, visit).await?;
    if form.is_checking() {
        return Ok(Saved { until: None });
    }
    form.take(step, typed);
    form.save(c, portal, &account).await?;
    Ok(Saved {
        until: form.draft.map(|draft| draft.expires_at),
    })
}

pub(super) async fn discard(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Done, PortalError> {
    let (account, form) = opened(c, portal, visit).await?;
    if form.draft.is_some() {
        draft::end_of_account(c, portal, DraftFlow::PersonalData, &account.id).await?;
        note(
            c,
            portal,
            visit,
            Some(&account.id),
            Event::DraftDropped,
            &[],
        )
        .await?;
    }
    Done::with_flash(
        portal,
        "/cabinet/feed",
        &Flash::of(flash::Form::Feed).say(Outcome::DraftDropped),
    )
}

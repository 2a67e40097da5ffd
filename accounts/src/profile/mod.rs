//! The personal-data stage: from citizenship to what the registries check.

mod form;
mod page;
mod row;
mod steps;
mod submit;

use std::collections::BTreeSet;

use domain::flow::{Facts, Step};
use domain::profile::{ProfileField, Values};

pub use row::ProfileState;

pub(crate) use form::today;
pub(crate) use row::{Profile, find_latest, load, set_state};
pub(crate) use submit::begin;

use crate::cabinet::ContactRow;
use crate::clock::Instant;
use crate::done::Done;
use crate::enrolment::Saved;
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

/// What the pages of the personal-data stage show.
#[derive(Clone, Debug)]
pub struct ProfileView {
    /// What is true of the draft: the step table guards with it.
    pub facts: Facts,
    /// What was typed last, right or wrong.
    pub values: Values,
    /// The step whose last submission was refused: its page judges the values again and says why.
    pub refused: Option<Step>,
    /// Fields that a registry has found different, and that are what they were.
    pub marked: BTreeSet<ProfileField>,
    /// The registries are at it: nothing can be changed now.
    pub is_checking: bool,
    /// Until when the draft lives; `None`: nothing is begun.
    pub expires_at: Option<Instant>,
    /// Phone first, then e-mail (R-CNT-12).
    pub contacts: Vec<ContactRow>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// `POST` of a step: judges its fields and goes on to the next step that is open.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`] for no step of this flow, [`PortalError::Unavailable`].
pub async fn submit_step(
    portal: &Portal,
    visit: &Visit,
    step: String,
    typed: Values,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { steps::submit(c, p, v, steps::named(&step)?, typed).await })
    })
    .await
}

/// «Сохранить»: keeps what is typed, right or wrong, and goes to the cabinet.
///
/// # Errors
/// As [`submit_step`].
pub async fn save(
    portal: &Portal,
    visit: &Visit,
    step: String,
    typed: Values,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { steps::save(c, p, v, steps::named(&step)?, typed).await })
    })
    .await
}

/// Keeps what is typed so far.
///
/// # Errors
/// As [`submit_step`].
pub async fn autosave(
    portal: &Portal,
    visit: &Visit,
    step: String,
    typed: Values,
) -> Result<Saved, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { steps::autosave(c, p, v, steps::named(&step)?, typed).await })
    })
    .await
}

/// `POST` of the check page: judges everything again and sends it to the registries. A repeat sends nothing more.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn submit(portal: &Portal, visit: &Visit, consent: bool) -> Result<Done, PortalError> {
    let done = task::write(portal, visit, move |c, p, v| {
        Box::pin(submit::submit(c, p, v, consent))
    })
    .await?;
    portal.changes.wake();
    Ok(done)
}

/// Drops the draft (R-NTF-03). A repeat finds none and is told the same.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn discard(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(steps::discard(c, p, v))).await
}

/// What the pages show. Never writes.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<ProfileView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(page::view(c, p, v))).await
}

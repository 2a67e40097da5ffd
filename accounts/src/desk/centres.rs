//! `/desk/centres`: administrators keep the directory of centres.

use super::seat;
use crate::appointment;
use crate::centre::{self, CentreFault, CentreInput, Directory, load_changes};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::journal::{self, ACTOR, Entry, Event};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::task;
use crate::visit::Visit;

const PATH: &str = "/desk/centres";

/// The directory, for administrators, and the outcome of the last submission.
#[derive(Clone, Debug)]
pub struct CentresView {
    /// The directory as it is now.
    pub directory: Directory,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// What becomes of a centre that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CentreSaved {
    /// It is in the directory.
    Saved(Done),
    /// Field by field why it is not.
    Refused(Vec<(&'static str, CentreFault)>),
}

/// What the pages of the directory are made from, for administrators.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn centres(portal: &Portal, visit: &Visit) -> Result<CentresView, PortalError> {
    enter(portal, visit).await?;
    Ok(CentresView {
        directory: portal.centres(),
        flash: flash::read(portal, visit).filter(|flash| flash.form == Form::DeskCentre),
    })
}

/// Puts a centre into the directory, in the place of the one with its id; a `new` one takes nobody's place. Visits for
/// which it is shut now are called off.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn save_centre(
    portal: &Portal,
    visit: &Visit,
    input: CentreInput,
    new: bool,
) -> Result<CentreSaved, PortalError> {
    enter(portal, visit).await?;
    task::complete(save(portal.clone(), visit.clone(), input, new)).await
}

async fn save(
    portal: Portal,
    visit: Visit,
    input: CentreInput,
    new: bool,
) -> Result<CentreSaved, PortalError> {
    let directory = portal.centres();
    let record = match input.judge(&directory) {
        Ok(record) => record,
        Err(faults) => return Ok(CentreSaved::Refused(faults)),
    };
    let known = directory.find(&input.id).is_some();
    if new && known {
        return Ok(CentreSaved::Refused(vec![("id", CentreFault::Taken)]));
    }
    if !new && !known {
        return Ok(CentreSaved::Refused(vec![("id", CentreFault::NoChoice)]));
    }
    task::write(&portal, &visit, move |c, p, v| {
        Box::pin(async move {
            let operator_id = seat::administrator(c, p, v).await?;
            centre::save(c, p, &operator_id, &record).await?;
            let entry = Entry {
                at: p.clock.now(),
                account_id: None,
                event: Event::CentreChanged,
                detail: Vec::new(),
                ids: vec![(ACTOR, operator_id), ("centre", record.id)],
                origin: Some(v.request_id.clone()),
            };
            journal::append(c, entry).await?;
            Ok(())
        })
    })
    .await?;
    load_changes(&portal).await?;
    appointment::call_off(&portal, &input.id).await?;
    let flash = Flash::of(Form::DeskCentre).say(Outcome::CentreSaved);
    let next = format!("{PATH}/{}", input.id);
    Ok(CentreSaved::Saved(Done::with_flash(&portal, next, &flash)?))
}

async fn enter(portal: &Portal, visit: &Visit) -> Result<(), PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move { seat::administrator(c, p, v).await.map(drop) })
    })
    .await
}

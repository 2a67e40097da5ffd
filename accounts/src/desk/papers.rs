//! Files of a case: one is opened by who has it, and that is noted.

use super::act::held;
use super::note::note_case;
use super::seat;
use crate::check;
use crate::error::PortalError;
use crate::journal::Event;
use crate::portal::Portal;
use crate::task;
use crate::upload::{self, OpenedFile};
use crate::visit::Visit;

/// Opens a file that the citizen of a case has added. `None`: the operator does not have the case, or it has no such
/// file.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn open_file(
    portal: &Portal,
    visit: &Visit,
    review: String,
    upload_id: String,
) -> Result<Option<OpenedFile>, PortalError> {
    let wanted = upload_id.clone();
    let account_id = task::write(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let seat = seat::require_specialist(c, p, v).await?;
            let Ok(case) = held(c, p, &seat, &review).await? else {
                return Ok(None);
            };
            let papers = check::papers_of_review(c, p, &case.account_id, &case.id).await?;
            let files = papers.map(|papers| papers.files).unwrap_or_default();
            if !files.iter().any(|file| file.id == wanted) {
                return Ok(None);
            }
            let id = seat.operator_id.as_str();
            note_case(c, p, v, id, &case, Event::PapersOpened, &[]).await?;
            Ok(Some(case.account_id.clone()))
        })
    })
    .await?;
    match account_id {
        Some(account_id) => upload::open(portal, &account_id, &upload_id).await,
        None => Ok(None),
    }
}

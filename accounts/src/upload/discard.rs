//! A citizen takes a file back.

use super::{request, row};
use crate::error::PortalError;
use crate::journal::Event;
use crate::portal::Portal;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// The row first: an object without a row is swept, a row without an object would be a file that cannot be
/// opened.
pub(super) async fn discard(
    portal: Portal,
    visit: Visit,
    request_id: String,
    upload_id: String,
) -> Result<(), PortalError> {
    let id = upload_id.clone();
    let found = task::write(&portal, &visit, |c, p, v| {
        Box::pin(delete(c, p, v, request_id, upload_id))
    })
    .await?;
    if found {
        portal.uploads.forget(&id).await;
    }
    Ok(())
}

async fn delete(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    request_id: String,
    upload_id: String,
) -> Result<bool, PortalError> {
    let sender = request::require_open(c, portal, visit, &request_id).await?;
    let found = row::delete(c, &upload_id, &request_id, &sender.account_id).await?;
    if found {
        let event = Event::UploadDiscarded;
        sender
            .note(c, portal, visit, &request_id, event, &[])
            .await?;
    }
    Ok(found)
}

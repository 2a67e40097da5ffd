//! What an account is asked for. Other use cases open and close requests in their own transactions.

use super::row;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::store::statement::upload as sql;
use crate::task;
use crate::visit::Visit;

/// Asks an account for files, in the transaction of what needs them; answers the request's id, which the form
/// posts to (`/uploads/{id}`). `purpose` is a code of the program.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn open_request(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    purpose: &'static str,
) -> Result<String, PortalError> {
    let id = new_id(&*portal.clock, &*portal.rng);
    let values = [
        id.as_str().into(),
        account_id.into(),
        purpose.into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::OPEN_REQUEST, &values).await?;
    Ok(id)
}

/// Takes no more files for a request, in the transaction of what had needed them; its files stay. Tells
/// whether it was open.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn close_request(
    c: &mut Connection,
    portal: &Portal,
    request_id: &str,
) -> Result<bool, PortalError> {
    let values = [request_id.into(), portal.clock.now().into()];
    Ok(c.execute(sql::CLOSE_REQUEST, &values).await? > 0)
}

/// Whether the visit may send files for a request: nobody's bytes are read before.
///
/// # Errors
/// [`PortalError::NotSignedIn`]; [`PortalError::Forbidden`] unless the request is open and the citizen's own;
/// [`PortalError::Unavailable`].
pub async fn is_asked(
    portal: &Portal,
    visit: &Visit,
    request_id: String,
) -> Result<(), PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move { require_open(c, p, v, &request_id).await.map(drop) })
    })
    .await
}

/// The account of this visit, which must be asked for files by this very request.
pub(super) async fn require_open(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    request_id: &str,
) -> Result<String, PortalError> {
    let session = session::require(c, portal, visit).await?;
    if row::is_open(c, request_id, &session.account_id).await? {
        Ok(session.account_id)
    } else {
        Err(PortalError::Forbidden)
    }
}

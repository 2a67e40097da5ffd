//! What an account is asked for. Other use cases open and close requests in their own transactions.

use super::row;
use crate::error::PortalError;
use crate::id::new_id;
use crate::journal::{self, Entry, Event};
use crate::note::note;
use crate::portal::Portal;
use crate::reception;
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
    open_request_as(c, portal, &id, account_id, purpose).await?;
    Ok(id)
}

/// The same under the id of what needs the files.
pub(crate) async fn open_request_as(
    c: &mut Connection,
    portal: &Portal,
    id: &str,
    account_id: &str,
    purpose: &'static str,
) -> Result<(), PortalError> {
    let values = [
        id.into(),
        account_id.into(),
        purpose.into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::OPEN_REQUEST, &values).await?;
    Ok(())
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
/// [`PortalError::NotSignedIn`]; [`PortalError::Forbidden`] unless the request is open and the citizen's own, or that of
/// the operator's reception; [`PortalError::Unavailable`].
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

/// Who adds files, and to which account.
pub(super) struct Sender {
    pub(super) account_id: String,
    /// The operator who scans for the citizen (R-UPL-09); `None`: the citizen.
    operator_id: Option<String>,
}

/// Who this visit adds files for: the citizen who is asked by this very request, or the operator of its reception.
pub(super) async fn require_open(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    request_id: &str,
) -> Result<Sender, PortalError> {
    let sender = match reception::scanned_for(c, portal, visit, request_id).await? {
        Some((operator_id, account_id)) => Sender {
            account_id,
            operator_id: Some(operator_id),
        },
        None => Sender {
            account_id: session::require(c, portal, visit).await?.account_id,
            operator_id: None,
        },
    };
    let purpose = row::open_purpose(c, request_id, &sender.account_id).await?;
    let is_scan = purpose.as_deref() == Some(reception::SCANS);
    match purpose.is_some() && is_scan == sender.operator_id.is_some() {
        true => Ok(sender),
        false => Err(PortalError::Forbidden),
    }
}

impl Sender {
    /// Notes what became of a file: with the operator's name, where it was an operator.
    pub(super) async fn note(
        &self,
        c: &mut Connection,
        portal: &Portal,
        visit: &Visit,
        request_id: &str,
        event: Event,
        detail: &[(&'static str, &'static str)],
    ) -> Result<(), PortalError> {
        let Some(operator_id) = &self.operator_id else {
            return note(c, portal, visit, Some(&self.account_id), event, detail).await;
        };
        let entry = Entry {
            at: portal.clock.now(),
            account_id: Some(self.account_id.clone()),
            event,
            detail: detail.to_vec(),
            ids: vec![
                ("actor", operator_id.clone()),
                ("reception", request_id.to_owned()),
            ],
            origin: Some(visit.request_id.clone()),
        };
        Ok(journal::append(c, entry).await.map(drop)?)
    }
}

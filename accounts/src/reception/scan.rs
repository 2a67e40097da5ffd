//! Scans of what was on the table (R-UPL-09): added once the comparison is over, by the operator who has made it.

use super::act::own;
use super::row::{Reception, State};
use crate::desk;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::upload::{self, PapersView};
use crate::visit::Visit;

/// What files are asked for, in the store. The request has the id of its reception.
pub(crate) const SCANS: &str = "reception";

/// A reception has an account: files can belong to it.
pub(super) async fn allow(
    c: &mut Connection,
    portal: &Portal,
    reception_id: &str,
    account_id: &str,
) -> Result<(), PortalError> {
    upload::open_request_as(c, portal, reception_id, account_id, SCANS).await
}

/// The operator of this visit and the account of their reception, when it takes scans.
pub(crate) async fn scanned_for(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    reception_id: &str,
) -> Result<Option<(String, String)>, PortalError> {
    let seat = match desk::require_operator(c, portal, visit).await {
        Ok(seat) => seat,
        Err(PortalError::NotSignedIn | PortalError::Forbidden) => return Ok(None),
        Err(error) => return Err(error),
    };
    let found = own(c, portal, &seat, reception_id).await?;
    let found = found.filter(|reception| reception.state != State::Open);
    let account_id = found.and_then(|reception| reception.account_id);
    Ok(account_id.map(|account_id| (seat.operator_id, account_id)))
}

/// What has been scanned; `None`: not the time for it.
pub(super) async fn scans(
    c: &mut Connection,
    portal: &Portal,
    reception: &Reception,
) -> Result<Option<PapersView>, PortalError> {
    match &reception.account_id {
        Some(account_id) if reception.state != State::Open => {
            let request = reception.id.clone();
            let papers = upload::papers(c, portal, account_id, request, true).await?;
            Ok(Some(papers))
        }
        _ => Ok(None),
    }
}

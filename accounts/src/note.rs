//! Journal entries of the use cases.

use crate::error::PortalError;
use crate::journal::{self, Entry, Event};
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// Notes what happened, in the transaction in which it happens. Particulars are codes of the program.
pub(crate) async fn note(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: Option<&str>,
    event: Event,
    detail: &[(&'static str, &'static str)],
) -> Result<(), PortalError> {
    let entry = Entry {
        at: portal.clock.now(),
        account_id: account_id.map(str::to_owned),
        event,
        detail: detail.to_vec(),
        ids: Vec::new(),
        origin: Some(visit.request_id.clone()),
    };
    Ok(journal::append(c, entry).await?)
}

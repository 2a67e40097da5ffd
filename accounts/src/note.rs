//! Noting what happened: in the journal, and in the citizen's feed where it is news.

use crate::error::PortalError;
use crate::feed;
use crate::journal::{self, Entry, Event};
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// Notes what happened in a visit, in the transaction in which it happens. Particulars are codes of the program.
pub(crate) async fn note(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: Option<&str>,
    event: Event,
    detail: &[(&'static str, &'static str)],
) -> Result<(), PortalError> {
    let origin = Some(visit.request_id.clone());
    record(c, portal, origin, account_id, event, detail).await
}

/// The same for what nobody's visit has brought about.
pub(crate) async fn note_unasked(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    event: Event,
    detail: &[(&'static str, &'static str)],
) -> Result<(), PortalError> {
    record(c, portal, None, Some(account_id), event, detail).await
}

async fn record(
    c: &mut Connection,
    portal: &Portal,
    origin: Option<String>,
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
        origin,
    };
    let seq = journal::append(c, entry).await?;
    match account_id.filter(|_| event.is_news()) {
        Some(account_id) => feed::add(c, portal, account_id, seq, event, detail).await,
        None => Ok(()),
    }
}

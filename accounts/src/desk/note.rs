//! Journal entries of the desk: every one names the operator who acted.

use crate::error::PortalError;
use crate::journal::{self, Entry, Event};
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

use super::case::Case;

/// Notes an act that concerns no citizen. `None`: nobody known.
pub(super) async fn note(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    operator_id: Option<&str>,
    event: Event,
) -> Result<(), PortalError> {
    let ids = operator_id.map(|id| ("actor", id.to_owned()));
    let entry = Entry {
        at: portal.clock.now(),
        account_id: None,
        event,
        detail: Vec::new(),
        ids: ids.into_iter().collect(),
        origin: Some(visit.request_id.clone()),
    };
    journal::append(c, entry).await?;
    Ok(())
}

/// Notes an act on a case, in the part of the citizen whom it concerns. Particulars are codes of the program.
pub(super) async fn note_case(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    operator_id: &str,
    case: &Case,
    event: Event,
    detail: &[(&'static str, &'static str)],
) -> Result<(), PortalError> {
    let mut detail = detail.to_vec();
    detail.push(("registry", case.registry.code()));
    let entry = Entry {
        at: portal.clock.now(),
        account_id: Some(case.account_id.clone()),
        event,
        detail,
        ids: vec![
            ("actor", operator_id.to_owned()),
            ("review", case.id.clone()),
        ],
        origin: Some(visit.request_id.clone()),
    };
    journal::append(c, entry).await?;
    Ok(())
}

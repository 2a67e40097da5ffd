//! The citizen's feed: what happened, newest first (R-NTF-01), and the drafts that can be resumed (R-NTF-03).

use std::collections::BTreeMap;

use crate::clock::Instant;
use crate::done::Done;
use crate::draft::{self, DraftFlow};
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::journal::Event;
use crate::portal::Portal;
use crate::session;
use crate::store::statement::feed as sql;
use crate::store::{Connection, StoreError};
use crate::task;
use crate::visit::Visit;

/// Where the feed is shown.
const PATH: &str = "/cabinet/feed";
/// Entries that one page shows.
const ROWS: u32 = 100;
/// More unread entries than anybody counts.
const MOST_UNREAD: u32 = 99;

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedRow {
    /// What happened.
    pub event: Event,
    /// Particulars, by name; codes of the program.
    pub detail: BTreeMap<String, String>,
    /// When.
    pub at: Instant,
    /// Not read yet.
    pub unread: bool,
}

/// `/cabinet/feed`
#[derive(Clone, Debug)]
pub struct FeedView {
    /// Newest first.
    pub rows: Vec<FeedRow>,
    /// Until when the begun personal data are kept.
    pub profile_draft: Option<Instant>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// Adds an entry under the number of its journal entry, in the transaction of what it tells.
pub(crate) async fn add(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    seq: i64,
    event: Event,
    detail: &[(&'static str, &'static str)],
) -> Result<(), PortalError> {
    let detail: BTreeMap<_, _> = detail.iter().copied().collect();
    let detail = serde_json::to_string(&detail).map_err(|_| PortalError::Unavailable)?;
    let values = [
        seq.into(),
        account_id.into(),
        event.code().into(),
        detail.into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(())
}

/// What the feed shows.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<FeedView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(look(c, p, v))).await
}

async fn look(c: &mut Connection, portal: &Portal, visit: &Visit) -> Result<FeedView, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let id = session.account_id.as_str();
    let mut rows = Vec::new();
    for row in c.fetch_all(sql::LIST, &[id.into(), ROWS.into()]).await? {
        // Events of a newer version are left out.
        let Some(event) = Event::from_code(&row.text(0)?) else {
            continue;
        };
        rows.push(FeedRow {
            event,
            detail: serde_json::from_str(&row.text(1)?)
                .map_err(|_| StoreError::Corrupt("feed detail"))?,
            at: row.instant(2)?,
            unread: row.opt_int(3)?.is_none(),
        });
    }
    let draft = draft::find_by_account(c, portal, DraftFlow::PersonalData, id).await?;
    Ok(FeedView {
        rows,
        profile_draft: draft.map(|draft| draft.expires_at),
        flash: flash::read(portal, visit),
    })
}

/// How many entries an account has not read; 99 means that or more.
pub(crate) async fn unread(c: &mut Connection, account_id: &str) -> Result<usize, PortalError> {
    let values = [account_id.into(), MOST_UNREAD.into()];
    Ok(c.fetch_all(sql::LIST_UNREAD, &values).await?.len())
}

/// «Отметить прочитанным»
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn mark_read(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let values = [session.account_id.as_str().into(), p.clock.now().into()];
            c.execute(sql::MARK_READ, &values).await?;
            Ok(Done::on(PATH))
        })
    })
    .await
}

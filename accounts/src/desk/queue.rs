//! The queue: open cases without a word about whom they concern.

use domain::registry::Registry;

use super::case::{Hold, State};
use super::seat;
use super::view::HoldView;
use crate::check::Cause;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::portal::Portal;
use crate::store::statement::desk_review as sql;
use crate::store::{Connection, Row};
use crate::task;
use crate::visit::Visit;

/// Cases on one page.
const PAGE: u32 = 25;
/// More pages than anybody turns.
const LAST_PAGE: u32 = 1_000_000;

/// In which order the queue is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The case that waits longest first.
    #[default]
    Oldest,
    /// The newest first.
    Newest,
    /// By cause, of each the one that waits longest first.
    Cause,
    /// The same backwards.
    CauseBackwards,
}

impl Order {
    fn statement(self) -> &'static str {
        match self {
            Self::Oldest => sql::QUEUE,
            Self::Newest => sql::QUEUE_NEWEST,
            Self::Cause => sql::QUEUE_BY_CAUSE,
            Self::CauseBackwards => sql::QUEUE_BY_CAUSE_BACKWARDS,
        }
    }
}

/// One case in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// Id of the review.
    pub id: String,
    /// Why specialists look at it.
    pub cause: Cause,
    /// Whose answer is missing.
    pub registry: Registry,
    /// Seconds since it was opened.
    pub waiting_s: i64,
    /// A decision is proposed: it waits for a second operator.
    pub proposed: bool,
    /// Who has it.
    pub hold: HoldView,
}

/// `/desk`.
#[derive(Clone, Debug)]
pub struct QueueView {
    /// The cases of this page.
    pub rows: Vec<QueueRow>,
    /// Number of the page, from 1.
    pub page: u32,
    /// There is a page after this one.
    pub more: bool,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// A page of the queue, for those who decide cases.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn queue(
    portal: &Portal,
    visit: &Visit,
    order: Order,
    page: u32,
) -> Result<QueueView, PortalError> {
    let page = page.clamp(1, LAST_PAGE);
    let rows = task::read(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let seat = seat::require_specialist(c, p, v).await?;
            list(c, p, &seat.operator_id, order, page).await
        })
    });
    let mut rows = rows.await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    Ok(QueueView {
        rows,
        page,
        more,
        flash: flash::read(portal, visit),
    })
}

/// One case more than a page holds tells whether there is another page.
async fn list(
    c: &mut Connection,
    portal: &Portal,
    operator_id: &str,
    order: Order,
    page: u32,
) -> Result<Vec<QueueRow>, PortalError> {
    let limits = [(PAGE + 1).into(), i64::from(PAGE * (page - 1)).into()];
    let rows = c.fetch_all(order.statement(), &limits).await?;
    rows.iter()
        .map(|row| read(portal, operator_id, row))
        .collect()
}

fn read(portal: &Portal, operator_id: &str, row: &Row) -> Result<QueueRow, PortalError> {
    let (taken_by, taken_at) = (row.opt_text(4)?, row.opt_instant(5)?);
    let hold = Hold::of(portal, operator_id, taken_by.as_deref(), taken_at);
    let now = portal.clock.now();
    Ok(QueueRow {
        id: row.text(0)?,
        cause: Cause::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?,
        proposed: State::from_code(&row.text(2)?) == Some(State::Proposed),
        waiting_s: (now.millis_since(row.instant(3)?) / 1000).max(0),
        hold: HoldView::of(hold, now),
        registry: Registry::from_code(&row.text(6)?).ok_or(PortalError::Unavailable)?,
    })
}

//! A page of the journal. Whoever reads it is written down in it.

use super::check::{self, ChainCheck};
use super::filter::{Fault, FilterFault, JournalFilter, Wanted};
use super::line::{JournalLine, Names, lines};
use crate::clock::Instant;
use crate::desk::seat;
use crate::error::PortalError;
use crate::journal;
use crate::operator::Role;
use crate::portal::Portal;
use crate::store::statement::journal_page as sql;
use crate::store::{Connection, Row, Value};
use crate::task;
use crate::throttle::{self, Allowance, Key, Verdict};
use crate::visit::Visit;

/// Entries on one page.
const PAGE: usize = 50;
/// A reader is noted once in this time, in seconds, as long as the filter is the same.
const NOTE_EVERY_S: i64 = 60;
/// By how much a clock may once have been set back, in seconds: so much further the entries of a day are looked for.
const SLACK_S: i64 = 3_600;

/// `/desk/journal`.
#[derive(Clone, Debug)]
pub struct JournalView {
    /// The entries of this page, the newest first.
    pub lines: Vec<JournalLine>,
    /// Where the next page begins: [`JournalFilter::before`].
    pub next: Option<i64>,
    /// What is wrong with the filter, by the names of its fields; nothing is shown then.
    pub faults: Vec<(&'static str, FilterFault)>,
    /// Logins of every operator.
    pub operators: Vec<String>,
    /// The newest check of the chain.
    pub checked: Option<ChainCheck>,
}

/// A page of the journal, for those who read it. The look itself is noted, once in a minute for the same filter.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn journal(
    portal: &Portal,
    visit: &Visit,
    filter: JournalFilter,
) -> Result<JournalView, PortalError> {
    let wanted = task::write(portal, visit, |c, p, v| {
        Box::pin(async move { enter(c, p, v, &filter).await })
    });
    let wanted = wanted.await?;
    task::read(portal, visit, |c, _, _| Box::pin(look(c, wanted))).await
}

/// Lets in whoever may read, and notes it.
async fn enter(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    filter: &JournalFilter,
) -> Result<Result<Wanted, Vec<Fault>>, PortalError> {
    let seat = seat::require_role(c, portal, visit, Role::reads_journal).await?;
    let names = Names::load(c).await?;
    let wanted = match Wanted::read(c, filter, &names).await? {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(Err(faults)),
    };
    let entry = wanted.entry(portal, visit, &seat.operator_id);
    let account = entry.account_id.as_deref().unwrap_or_default();
    let subject = format!("{account} {}", entry.particulars()?);
    let key = Key::new(portal, "journal_read", subject.as_bytes());
    let once = Allowance {
        limit: 1,
        window_s: NOTE_EVERY_S,
    };
    if throttle::spend(c, portal, &key, once).await? == Verdict::Allowed {
        journal::append(c, entry).await?;
    }
    Ok(Ok(wanted))
}

async fn look(
    c: &mut Connection,
    wanted: Result<Wanted, Vec<Fault>>,
) -> Result<JournalView, PortalError> {
    let names = Names::load(c).await?;
    let mut view = JournalView {
        lines: Vec::new(),
        next: None,
        faults: Vec::new(),
        operators: names.logins(),
        checked: check::newest(c).await?,
    };
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err(faults) => {
            view.faults = faults;
            return Ok(view);
        }
    };
    let mut rows = fetch(c, &wanted).await?;
    if rows.len() > PAGE {
        rows.truncate(PAGE);
        view.next = rows.last().map(|row| row.int(0)).transpose()?;
    }
    view.lines = lines(c, &names, &rows).await?;
    Ok(view)
}

async fn fetch(c: &mut Connection, wanted: &Wanted) -> Result<Vec<Row>, PortalError> {
    let Some(mut values) = bounds(c, wanted).await? else {
        return Ok(Vec::new());
    };
    let event = wanted.event.map(journal::Event::code);
    let optional = |text: Option<&str>| Value::from(text.unwrap_or_default());
    let statement = match (&wanted.account_id, &wanted.operator_id, event) {
        (Some(account), operator, event) => {
            values.extend([
                account.into(),
                optional(event),
                optional(operator.as_deref()),
            ]);
            sql::OF_ACCOUNT
        }
        (None, Some(operator), event) => {
            values.extend([operator.into(), optional(event)]);
            sql::OF_OPERATOR
        }
        (None, None, Some(event)) => {
            values.push(event.into());
            sql::OF_EVENT
        }
        (None, None, None) => sql::NEWEST,
    };
    Ok(c.fetch_all(statement, &values).await?)
}

/// Between which numbers and moments the entries lie; `None`: there are none.
async fn bounds(c: &mut Connection, wanted: &Wanted) -> Result<Option<Vec<Value>>, PortalError> {
    let since = wanted
        .from
        .map(|day| Instant::from_millis(day.begins_in_moscow()));
    let until = wanted
        .until
        .map(|day| Instant::from_millis(day.plus_days(1).begins_in_moscow()));
    let mut first = 0;
    if let Some(since) = since {
        let from = since.plus_s(-SLACK_S);
        let Some(row) = c.fetch_optional(sql::FIRST_SINCE, &[from.into()]).await? else {
            return Ok(None);
        };
        first = row.int(0)?;
    }
    let mut before = wanted.before.unwrap_or(i64::MAX);
    if let Some(until) = until {
        let to = until.plus_s(SLACK_S);
        let Some(row) = c.fetch_optional(sql::LAST_BEFORE, &[to.into()]).await? else {
            return Ok(None);
        };
        before = before.min(row.int(0)?.saturating_add(1));
    }
    let earliest = Instant::from_millis(i64::MIN);
    let latest = Instant::from_millis(i64::MAX);
    Ok(Some(vec![
        before.into(),
        first.into(),
        since.unwrap_or(earliest).into(),
        until.unwrap_or(latest).into(),
    ]))
}

//! What somebody wants to see of the journal: as it was typed, and as the store is asked for it.

use domain::date::Date;

use super::line::Names;
use crate::error::PortalError;
use crate::journal::{ACTOR, Entry, Event};
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::account;
use crate::visit::Visit;

/// A filter as it was typed; what is left empty hides nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Login of the operator who acted.
    pub operator: String,
    /// Code of an [`Event`].
    pub event: String,
    /// Reference number of an account.
    pub account: String,
    /// The first day, in Moscow.
    pub from: String,
    /// The last day, in Moscow.
    pub until: String,
    /// Only entries before this number; `None`: from the newest on.
    pub before: Option<i64>,
}

/// What is wrong with a field of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterFault {
    /// Nobody has this login.
    NoSuchOperator,
    /// No event has this code.
    NoSuchEvent,
    /// No account has this number.
    NoSuchAccount,
    /// This is no day.
    NoDay,
    /// The last day is before the first one.
    Backwards,
}

/// A filter that was understood.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) operator_id: Option<String>,
    pub(super) event: Option<Event>,
    pub(super) account_id: Option<String>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) before: Option<i64>,
}

/// A field of the form and what is wrong with it.
pub(super) type Fault = (&'static str, FilterFault);

impl Wanted {
    /// Understands a filter, or says field by field why not.
    pub(super) async fn read(
        c: &mut Connection,
        filter: &JournalFilter,
        names: &Names,
    ) -> Result<Result<Self, Vec<Fault>>, PortalError> {
        let mut faults = Vec::new();
        let mut missing = |asked: bool, found: bool, fault: Fault| {
            if asked && !found {
                faults.push(fault);
            }
        };
        let operator_id = names.id_of(&filter.operator).map(str::to_owned);
        let event = Event::from_code(&filter.event);
        let digits: String = filter.account.split_whitespace().collect();
        let account_id = account_of(c, &digits).await?;
        let [from, until] = [&filter.from, &filter.until].map(|day| Date::parse(day.trim()).ok());
        let backwards = from.zip(until).is_some_and(|(from, until)| from > until);
        let typed = |text: &str| !text.trim().is_empty();
        missing(
            typed(&filter.operator),
            operator_id.is_some(),
            ("operator", FilterFault::NoSuchOperator),
        );
        missing(
            typed(&filter.event),
            event.is_some(),
            ("event", FilterFault::NoSuchEvent),
        );
        missing(
            typed(&filter.account),
            account_id.is_some(),
            ("account", FilterFault::NoSuchAccount),
        );
        missing(
            typed(&filter.from),
            from.is_some(),
            ("from", FilterFault::NoDay),
        );
        missing(
            typed(&filter.until),
            until.is_some(),
            ("until", FilterFault::NoDay),
        );
        missing(backwards, false, ("until", FilterFault::Backwards));
        if !faults.is_empty() {
            return Ok(Err(faults));
        }
        Ok(Ok(Self {
            operator_id,
            event,
            account_id,
            from,
            until,
            before: filter.before,
        }))
    }

    /// The entry that says who read the journal by this filter. Where it was one account's part, it stands there, and
    /// the citizen sees it.
    pub(super) fn entry(&self, portal: &Portal, visit: &Visit, reader: &str) -> Entry {
        let days = [("from", self.from), ("until", self.until)];
        let days = days
            .into_iter()
            .filter_map(|(name, day)| Some((name, day?.iso())));
        let operator = self.operator_id.clone().map(|id| ("operator", id));
        Entry {
            at: portal.clock.now(),
            account_id: self.account_id.clone(),
            event: Event::JournalRead,
            detail: self
                .event
                .map(|event| ("event", event.code()))
                .into_iter()
                .collect(),
            ids: std::iter::once((ACTOR, reader.to_owned()))
                .chain(operator)
                .chain(days)
                .collect(),
            origin: Some(visit.request_id.clone()),
        }
    }
}

async fn account_of(c: &mut Connection, reference: &str) -> Result<Option<String>, PortalError> {
    let row = c
        .fetch_optional(account::FIND_REFERENCE, &[reference.into()])
        .await?;
    Ok(row.map(|row| row.text(0)).transpose()?)
}

//! «Проверить цепочку»: whether the journal is what was written.

use std::collections::BTreeMap;

use crate::clock::Instant;
use crate::desk::seat;
use crate::done::Done;
use crate::error::PortalError;
use crate::journal::{self, ACTOR, Entry, Event, VerifyError};
use crate::operator::Role;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::journal_page as sql;
use crate::task;
use crate::throttle::{self, Allowance, Key, Verdict};
use crate::visit::Visit;

const PATH: &str = "/desk/journal";
/// Every entry is read: one operator has that done once in this time, in seconds.
const EVERY_S: i64 = 60;
const WHOLE: &str = "whole";
const BROKEN: &str = "broken";

/// What a check has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainState {
    /// Every one of so many entries is what was written.
    Whole {
        /// How many.
        entries: i64,
    },
    /// This entry was changed, removed or moved.
    Broken {
        /// Its number.
        entry: i64,
    },
}

/// A check of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainCheck {
    /// When it ended.
    pub at: Instant,
    /// What it has found.
    pub state: ChainState,
}

/// The newest check, as the journal itself tells it.
pub(super) async fn newest(c: &mut Connection) -> Result<Option<ChainCheck>, PortalError> {
    let event = Event::JournalVerified.code();
    let Some(row) = c
        .fetch_optional(sql::NEWEST_OF_EVENT, &[event.into()])
        .await?
    else {
        return Ok(None);
    };
    let detail: BTreeMap<String, String> = serde_json::from_str(&row.text(1)?).unwrap_or_default();
    let number = |name: &str| detail.get(name).and_then(|text| text.parse().ok());
    let state = match detail.get("chain").map(String::as_str) {
        Some(WHOLE) => number("entries").map(|entries| ChainState::Whole { entries }),
        _ => number("entry").map(|entry| ChainState::Broken { entry }),
    };
    let at = row.instant(0)?;
    Ok(state.map(|state| ChainCheck { at, state }))
}

/// Checks every entry and notes what was found. Within a minute of the last time nothing is done: the page says what was
/// found then.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn check_chain(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::complete(check(portal.clone(), visit.clone())).await
}

async fn check(portal: Portal, visit: Visit) -> Result<Done, PortalError> {
    let begun = task::write(&portal, &visit, |c, p, v| {
        Box::pin(async move {
            let seat = seat::require_role(c, p, v, Role::reads_journal).await?;
            let key = Key::new(p, "journal_check", seat.operator_id.as_bytes());
            let once = Allowance {
                limit: 1,
                window_s: EVERY_S,
            };
            let verdict = throttle::spend(c, p, &key, once).await?;
            Ok((verdict == Verdict::Allowed).then_some(seat.operator_id))
        })
    });
    let Some(operator_id) = begun.await? else {
        return Ok(Done::on(PATH));
    };
    let state = match journal::verify(&portal.store).await {
        Ok(count) => ChainState::Whole {
            entries: i64::try_from(count).unwrap_or(i64::MAX),
        },
        Err(VerifyError::BrokenAt(entry)) => ChainState::Broken { entry },
        Err(VerifyError::Store(error)) => return Err(error.into()),
    };
    task::write(&portal, &visit, move |c, p, v| {
        Box::pin(async move {
            journal::append(c, entry(p, v, operator_id, state)).await?;
            Ok(Done::on(PATH))
        })
    })
    .await
}

fn entry(portal: &Portal, visit: &Visit, operator_id: String, state: ChainState) -> Entry {
    let (word, (name, number)) = match state {
        ChainState::Whole { entries } => (WHOLE, ("entries", entries)),
        ChainState::Broken { entry } => (BROKEN, ("entry", entry)),
    };
    Entry {
        at: portal.clock.now(),
        account_id: None,
        event: Event::JournalVerified,
        detail: vec![("chain", word)],
        ids: vec![(ACTOR, operator_id), (name, number.to_string())],
        origin: Some(visit.request_id.clone()),
    }
}

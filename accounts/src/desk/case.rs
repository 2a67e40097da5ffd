//! A case: a review, its check, and the version of the profile it is about.

use domain::registry::{Outcome as RegistryOutcome, Registry};
use zeroize::Zeroizing;

use super::field;
use crate::account;
use crate::check::Cause;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::statement::desk_review as sql;
use crate::store::{Connection, Row};
use crate::vault::{AccountKey, Cell};

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It waits for a decision.
    Open,
    /// A decision waits for a second operator.
    Proposed,
    /// It is decided, or its check was replaced by a newer one.
    Closed,
}

impl State {
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "open" => Self::Open,
            "proposed" => Self::Proposed,
            "closed" => Self::Closed,
            _ => return None,
        })
    }
}

/// Who has a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// Nobody, or nobody any more.
    Free,
    /// The operator who asks, until then.
    Mine(Instant),
    /// Another one, until then.
    Theirs(Instant),
}

impl Hold {
    /// Who has what was taken by `taken_by` at `taken_at`, seen by an operator.
    pub(super) fn of(
        portal: &Portal,
        operator_id: &str,
        taken_by: Option<&str>,
        taken_at: Option<Instant>,
    ) -> Self {
        let (Some(by), Some(at)) = (taken_by, taken_at) else {
            return Self::Free;
        };
        let until = at.plus_s(portal.config.desk.lease_s);
        match () {
            () if until <= portal.clock.now() => Self::Free,
            () if by == operator_id => Self::Mine(until),
            () => Self::Theirs(until),
        }
    }
}

/// A case.
pub(super) struct Case {
    pub(super) id: String,
    pub(super) check_id: String,
    pub(super) account_id: String,
    pub(super) cause: Cause,
    pub(super) state: State,
    pub(super) opened_at: Instant,
    pub(super) taken_by: Option<String>,
    pub(super) taken_at: Option<Instant>,
    pub(super) proposed_by: Option<String>,
    reason: Option<Vec<u8>>,
    answer: Option<Vec<u8>>,
    pub(super) registry: Registry,
    /// What the registry has answered; `None`: nothing yet.
    pub(super) outcome: Option<RegistryOutcome>,
    /// The fields that the answer names.
    pub(super) named: Vec<&'static str>,
    profile_id: String,
    payload: Vec<u8>,
}

/// One case.
pub(super) async fn load(c: &mut Connection, id: &str) -> Result<Option<Case>, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[id.into()]).await?;
    row.map(|row| read(&row)).transpose()
}

fn read(row: &Row) -> Result<Case, PortalError> {
    let registry = Registry::from_code(&row.text(11)?).ok_or(PortalError::Unavailable)?;
    let replaced = row.text(12)? == "superseded";
    let state = State::from_code(&row.text(4)?).ok_or(PortalError::Unavailable)?;
    Ok(Case {
        id: row.text(0)?,
        check_id: row.text(1)?,
        account_id: row.text(2)?,
        cause: Cause::from_code(&row.text(3)?).ok_or(PortalError::Unavailable)?,
        state: if replaced { State::Closed } else { state },
        opened_at: row.instant(5)?,
        taken_by: row.opt_text(6)?,
        taken_at: row.opt_instant(7)?,
        proposed_by: row.opt_text(8)?,
        reason: row.opt_blob(9)?,
        answer: row.opt_blob(10)?,
        registry,
        outcome: row
            .opt_text(13)?
            .and_then(|code| RegistryOutcome::from_code(&code)),
        named: field::read(registry, &row.text(14)?),
        profile_id: row.text(15)?,
        payload: row.blob(16)?,
    })
}

impl Case {
    /// Who has it, seen by an operator.
    pub(super) fn hold(&self, portal: &Portal, operator_id: &str) -> Hold {
        Hold::of(portal, operator_id, self.taken_by.as_deref(), self.taken_at)
    }

    /// Whether the registry has said that the data are wrong: «Данные верны» goes against it.
    pub(super) fn is_denied(&self) -> bool {
        matches!(
            self.outcome,
            Some(RegistryOutcome::Mismatch | RegistryOutcome::NotFound)
        )
    }

    /// Whether it waits for somebody to agree with this operator.
    pub(super) fn is_proposed_by(&self, operator_id: &str) -> bool {
        self.state == State::Proposed && self.proposed_by.as_deref() == Some(operator_id)
    }

    /// The key of the citizen's account.
    pub(super) async fn key(
        &self,
        c: &mut Connection,
        portal: &Portal,
    ) -> Result<AccountKey, PortalError> {
        Ok(account::load(c, portal, &self.account_id).await?.key)
    }

    /// What the citizen typed: values by the codes of fields.
    pub(super) fn values(&self, key: &AccountKey) -> Result<Values, PortalError> {
        let plain = key.open(cell("profile", "payload", &self.profile_id), &self.payload)?;
        let values: serde_json::Map<String, serde_json::Value> =
            serde_json::from_slice(&plain).map_err(|_| PortalError::Unavailable)?;
        Ok(Values(values))
    }

    /// Why the decision was proposed.
    pub(super) fn reason(&self, key: &AccountKey) -> Result<Option<String>, PortalError> {
        self.text(key, "reason", self.reason.as_deref())
    }

    /// Why the proposal was rejected.
    pub(super) fn answer(&self, key: &AccountKey) -> Result<Option<String>, PortalError> {
        self.text(key, "answer", self.answer.as_deref())
    }

    fn text(
        &self,
        key: &AccountKey,
        column: &str,
        sealed: Option<&[u8]>,
    ) -> Result<Option<String>, PortalError> {
        let Some(sealed) = sealed else {
            return Ok(None);
        };
        let plain: Zeroizing<Vec<u8>> = key.open(cell("review", column, &self.id), sealed)?;
        Ok(Some(String::from_utf8_lossy(&plain).into_owned()))
    }

    /// A written reason as the store keeps it: it may speak of the citizen.
    pub(super) fn seal(
        &self,
        portal: &Portal,
        key: &AccountKey,
        column: &str,
        text: &str,
    ) -> Vec<u8> {
        let place = cell("review", column, &self.id);
        key.seal(place, text.as_bytes(), &*portal.rng)
    }
}

/// Values of a profile.
pub(super) struct Values(serde_json::Map<String, serde_json::Value>);

impl Values {
    /// The value of a field; `None`: left empty.
    pub(super) fn get(&self, field: &str) -> Option<&str> {
        let value = self.0.get(field)?.as_str()?;
        (!value.is_empty()).then_some(value)
    }
}

fn cell<'a>(table: &'a str, column: &'a str, row: &'a str) -> Cell<'a> {
    Cell { table, column, row }
}

//! A specialist is to look at a check (D-04).

use domain::check::is_refusal;
use domain::registry::{Outcome as Said, Registry};

use super::row::{self, Check};
use super::{PATH, settle};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::id::new_id;
use crate::journal::Event;
use crate::note::{note, note_unasked};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::profile::{self, ProfileState};
use crate::session;
use crate::store::Connection;
use crate::store::statement::{registry_check as sql, review as review_sql};
use crate::visit::Visit;

/// Why a specialist looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The registry could not say.
    Unclear,
    /// The registry failed again and again.
    Failing,
    /// The registry did not answer in time.
    Late,
    /// The citizen does not agree with the registry (R-CHK-16).
    Appeal,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 4] = [Self::Unclear, Self::Failing, Self::Late, Self::Appeal];

    /// Name in the store.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unclear => "unclear",
            Self::Failing => "failing",
            Self::Late => "late",
            Self::Appeal => "appeal",
        }
    }

    /// The cause with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }

    /// What the registry has said by it, where that is not known already.
    fn said(self) -> Option<&'static str> {
        match self {
            Self::Unclear => Some(Said::Unclear.code()),
            Self::Failing => Some(Said::Error.code()),
            Self::Late | Self::Appeal => None,
        }
    }
}

/// Hands a check to the specialists. A check that is with them already stays where it is.
pub(super) async fn open(
    c: &mut Connection,
    portal: &Portal,
    check: &Check,
    account_id: &str,
    cause: Cause,
) -> Result<bool, PortalError> {
    let values = [check.id.as_str().into(), cause.said().into()];
    if c.execute(sql::TO_REVIEW, &values).await? == 0 {
        return Ok(false);
    }
    let values = [
        new_id(&*portal.clock, &*portal.rng).into(),
        check.id.as_str().into(),
        account_id.into(),
        cause.code().into(),
        portal.clock.now().into(),
    ];
    c.execute(review_sql::INSERT, &values).await?;
    let detail = [("registry", check.registry.code()), ("cause", cause.code())];
    note_unasked(c, portal, account_id, Event::ReviewOpened, &detail).await?;
    Ok(true)
}

/// «Данные точны»: the citizen asks for a specialist where a registry has said no. A repeat changes nothing.
pub(super) async fn appeal(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    registry: &str,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let registry = Registry::from_code(registry).ok_or(PortalError::Forbidden)?;
    let Some(latest) = profile::find_latest(c, &session.account_id).await? else {
        return Ok(Done::on(PATH));
    };
    let open_to_appeal = matches!(
        latest.state,
        ProfileState::Failed | ProfileState::Checking | ProfileState::Passed
    );
    let checks = row::list(c, &latest.id).await?;
    let refused = checks
        .iter()
        .find(|check| check.registry == registry && check.stage.is_some_and(is_refusal));
    let Some(check) = refused.filter(|_| open_to_appeal) else {
        return Ok(Done::on(PATH));
    };
    let id = session.account_id.as_str();
    open(c, portal, check, id, Cause::Appeal).await?;
    let detail = [("registry", registry.code())];
    note(c, portal, visit, Some(id), Event::AppealMade, &detail).await?;
    settle::conclude(c, portal, &latest).await?;
    Done::with_flash(
        portal,
        PATH,
        &Flash::of(Form::Checks).say(Outcome::AppealMade),
    )
}

//! Checks of profiles by the registries: begun with a version, carried out by the worker, shown on the timeline.

mod advance;
mod begin;
pub mod callback;
mod pace;
mod papers;
mod review;
mod row;
mod settle;
pub(crate) mod worker;

pub use review::Cause;

pub(crate) use begin::begin;
pub(crate) use papers::{ask as ask_papers, close as close_papers, of_review as papers_of_review};
pub(crate) use row::{Check, ask_anew, list, load};
pub(crate) use settle::{conclude, settle};

use domain::check::Stage;
use domain::level::AssuranceLevel;
use domain::profile::ProfileField;
use domain::registry::{Outcome, Registry};

use crate::account;
use crate::clock::Instant;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::portal::Portal;
use crate::profile::{self, ProfileState};
use crate::session;
use crate::store::Connection;
use crate::task;
use crate::upload::PapersView;
use crate::visit::Visit;

/// Where the timeline is shown.
pub const PATH: &str = "/cabinet/checks";

/// `/cabinet/checks`
#[derive(Clone, Debug)]
pub struct ChecksView {
    /// Level of the account.
    pub level: AssuranceLevel,
    /// The version that is or was checked; `None`: nothing was sent yet.
    pub profile: Option<CheckedProfile>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// A version of a profile and its checks.
#[derive(Clone, Debug)]
pub struct CheckedProfile {
    /// Which version: 1 is the first.
    pub number: i64,
    /// What has become of it.
    pub state: ProfileState,
    /// When it was sent.
    pub submitted_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// One for each registry that is asked.
    pub rows: Vec<CheckRow>,
}

/// What one registry was asked and answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// The registry.
    pub registry: Registry,
    /// Where its part stands.
    pub stage: Stage,
    /// What the registry itself has said, also while a specialist looks.
    pub outcome: Option<Outcome>,
    /// The fields that differ.
    pub fields: Vec<ProfileField>,
    /// When it was to be asked first.
    pub begun_at: Instant,
    /// When the registry took the request.
    pub asked_at: Option<Instant>,
    /// When the answer came.
    pub answered_at: Option<Instant>,
    /// Until when an answer usually comes.
    pub usual_until: Instant,
    /// When a specialist takes over, if none has come.
    pub review_at: Instant,
    /// The files that the citizen was asked for.
    pub papers: Option<PapersView>,
    /// It takes so long that the page names the ways to people (R-CHK-17).
    pub is_slow: bool,
}

/// What the timeline shows.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<ChecksView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(look(c, p, v))).await
}

async fn look(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<ChecksView, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    Ok(ChecksView {
        level: account.level,
        profile: latest(c, portal, &account.id).await?,
        flash: flash::read(portal, visit),
    })
}

async fn latest(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<Option<CheckedProfile>, PortalError> {
    let Some(latest) = profile::find_latest(c, account_id).await? else {
        return Ok(None);
    };
    Ok(Some(CheckedProfile {
        number: latest.number,
        state: latest.state,
        submitted_at: latest.submitted_at,
        decided_at: latest.decided_at,
        rows: rows_of(c, portal, account_id, &latest.id).await?,
    }))
}

impl CheckedProfile {
    /// Where all of it stands, in a few letters that differ when it does and can stand in an address.
    #[must_use]
    pub fn stamp(&self) -> String {
        let mut stamp = format!("{}-{}", self.number, self.state.code());
        for row in &self.rows {
            let papers = row
                .papers
                .as_ref()
                .map_or("", |papers| match papers.is_open {
                    true => "-asked",
                    false => "-handed-in",
                });
            stamp.push_str(&format!("-{:?}{papers}", row.stage));
        }
        stamp
    }
}

/// Whose timeline this is and its [`CheckedProfile::stamp`]; `None`: nobody is signed in.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn stamp(
    portal: &Portal,
    visit: &Visit,
) -> Result<Option<(String, String)>, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let Some(session) = session::find(c, p, v.session.as_ref()).await? else {
                return Ok(None);
            };
            let latest = latest(c, p, &session.account_id).await?;
            let stamp = latest.map(|latest| latest.stamp()).unwrap_or_default();
            Ok(Some((session.account_id, stamp)))
        })
    })
    .await
}

pub(crate) async fn rows_of(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    profile_id: &str,
) -> Result<Vec<CheckRow>, PortalError> {
    let mut rows = Vec::new();
    for check in list(c, profile_id).await? {
        let papers = papers::of_check(c, portal, account_id, &check.id).await?;
        rows.extend(row_of(portal, check).map(|row| CheckRow { papers, ..row }));
    }
    Ok(rows)
}

fn row_of(portal: &Portal, check: Check) -> Option<CheckRow> {
    let settings = &portal.config.checks;
    Some(CheckRow {
        registry: check.registry,
        stage: check.stage?,
        outcome: check.outcome,
        fields: check.fields,
        begun_at: check.begun_at,
        asked_at: check.asked_at,
        answered_at: check.answered_at,
        usual_until: check.begun_at.plus_s(settings.usual_s),
        review_at: check.begun_at.plus_s(settings.review_after_s),
        papers: None,
        is_slow: portal.clock.now() >= check.begun_at.plus_s(settings.hint_after_s),
    })
}

/// «Данные точны»: hands the refusal of a registry to a specialist (R-CHK-16).
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`] for no registry, [`PortalError::Unavailable`].
pub async fn appeal(portal: &Portal, visit: &Visit, registry: String) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { review::appeal(c, p, v, &registry).await })
    })
    .await
}

/// «Отправить специалисту»: the files that were asked for are handed in.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn hand_in_papers(
    portal: &Portal,
    visit: &Visit,
    request: String,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { papers::hand_in(c, p, v, &request).await })
    })
    .await
}

//! An answer has come: what it means for its check, for the profile, and for the account.

use domain::check::{Stage, Verdict, verdict};
use domain::level::AssuranceLevel;
use domain::profile::ProfileField;
use domain::registry::{Outcome, Registry};

use super::row::{self, Check, written_fields};
use crate::account::{self, Account};
use crate::error::PortalError;
use crate::journal::Event;
use crate::note::note_unasked;
use crate::outbox::NoticeKind;
use crate::portal::Portal;
use crate::profile::{self, Profile, ProfileState};
use crate::reception;
use crate::snils::{self, Claim};
use crate::store::Connection;
use crate::store::statement::{account as account_sql, registry_check as sql};
use crate::tell::tell_everywhere;

/// Puts an answer on a check that is still open, and draws the conclusions. A later answer to the same check,
/// a contradiction or a repeat, changes nothing.
pub(crate) async fn settle(
    c: &mut Connection,
    portal: &Portal,
    check: &Check,
    outcome: Outcome,
    fields: &[ProfileField],
) -> Result<(), PortalError> {
    let values = [
        check.id.as_str().into(),
        outcome.code().into(),
        written_fields(fields).into(),
        portal.clock.now().into(),
    ];
    if c.execute(sql::ANSWER, &values).await? == 0 {
        return Ok(());
    }
    // The next version may have taken the check over while the registry was asked.
    let profile_id = row::load(c, &check.id).await?.profile_id;
    let profile = profile::load(c, &profile_id).await?;
    let detail = [
        ("registry", check.registry.code()),
        ("outcome", outcome.code()),
    ];
    let id = profile.account_id.as_str();
    note_unasked(c, portal, id, Event::RegistryAnswered, &detail).await?;
    conclude(c, portal, &profile).await
}

/// What the parts make of the profile now.
pub(crate) async fn conclude(
    c: &mut Connection,
    portal: &Portal,
    profile: &Profile,
) -> Result<(), PortalError> {
    if !matches!(profile.state, ProfileState::Checking | ProfileState::Failed) {
        return Ok(());
    }
    let parts: Vec<(Registry, Stage)> = row::list(c, &profile.id)
        .await?
        .iter()
        .filter_map(|check| Some((check.registry, check.stage?)))
        .collect();
    match verdict(&parts) {
        Verdict::Open if profile.state == ProfileState::Failed => {
            profile::set_state(c, portal, &profile.id, ProfileState::Checking).await
        }
        Verdict::Open => Ok(()),
        Verdict::Failed if profile.state == ProfileState::Failed => Ok(()),
        Verdict::Failed => {
            let account = account::load(c, portal, &profile.account_id).await?;
            end(c, portal, profile, &account, Ending::Failed).await
        }
        Verdict::Passed => pass(c, portal, profile).await,
    }
}

/// How the check of a profile ends.
#[derive(Clone, Copy)]
enum Ending {
    Failed,
    Claimed,
    Passed,
}

impl Ending {
    fn parts(self) -> (ProfileState, Event, NoticeKind) {
        match self {
            Self::Failed => (
                ProfileState::Failed,
                Event::ChecksFailed,
                NoticeKind::ChecksFailed,
            ),
            Self::Claimed => (
                ProfileState::Claimed,
                Event::SnilsClaimed,
                NoticeKind::SnilsClaimed,
            ),
            Self::Passed => (
                ProfileState::Passed,
                Event::ChecksPassed,
                NoticeKind::ChecksPassed,
            ),
        }
    }
}

/// The end of the check, noted and told at every confirmed contact (D-08).
async fn end(
    c: &mut Connection,
    portal: &Portal,
    profile: &Profile,
    account: &Account,
    ending: Ending,
) -> Result<(), PortalError> {
    let (state, event, notice) = ending.parts();
    profile::set_state(c, portal, &profile.id, state).await?;
    if state != ProfileState::Passed {
        reception::checks_failed(c, &profile.id).await?;
    }
    note_unasked(c, portal, &account.id, event, &[]).await?;
    tell_everywhere(c, portal, &account.id, &account.key, notice).await
}

/// The person is who they say: the SNILS becomes theirs, the data the account's, the level rises. Only here, where
/// the registry has confirmed that the SNILS is the person's, does it show whether another account has it (V9).
async fn pass(c: &mut Connection, portal: &Portal, profile: &Profile) -> Result<(), PortalError> {
    let account = account::load(c, portal, &profile.account_id).await?;
    let values = profile.values(&account.key)?;
    if snils::claim(c, portal, &account.id, &values).await? == Claim::Taken {
        return end(c, portal, profile, &account, Ending::Claimed).await;
    }
    account::replace_attributes(c, portal, &account, &values).await?;
    end(c, portal, profile, &account, Ending::Passed).await?;
    let (from, to) = (AssuranceLevel::Simplified, AssuranceLevel::Standard);
    let raise = [
        account.id.as_str().into(),
        to.code().into(),
        from.code().into(),
    ];
    if c.execute(account_sql::RAISE_LEVEL, &raise).await? > 0 {
        let detail = [("level", to.code())];
        note_unasked(c, portal, &account.id, Event::LevelChanged, &detail).await?;
    }
    let standard = account::load(c, portal, &account.id).await?;
    reception::checks_passed(c, portal, &standard, &profile.id).await
}

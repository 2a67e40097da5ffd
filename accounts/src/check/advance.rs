//! One turn of one check: the registry is asked, or asked for its answer.

use std::collections::BTreeMap;

use domain::check::Stage;
use domain::profile::{field_named, subject, value};
use domain::registry::{Outcome, Registry};

use super::review::{self, Cause};
use super::row::Check;
use super::{callback, pace, settle};
use crate::account;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::profile;
use crate::store::Connection;
use crate::store::statement::registry_check as sql;
use crate::world::{Answer, Failure, Question, Registries};

/// What a turn has brought.
enum Turn {
    /// The registry has taken the request.
    Asked(String),
    /// Nothing new, or no connection; the registry wants to be left alone for so many seconds.
    Nothing(u32),
    /// An answer.
    Answered(Answer),
    /// The registry does not know the ticket any more: a new request.
    Forgotten,
    /// The registry will never take this request.
    Refused,
    /// The time is over.
    Late,
}

/// Takes a leased check one step further. When even noting that fails, the lease runs out and the step is made again
/// with the same key.
pub(super) async fn advance(
    portal: Portal,
    registries: std::sync::Arc<dyn Registries>,
    owner: String,
    check: Check,
) {
    let turn = match turn(&portal, &*registries, &check).await {
        Ok(turn) => turn,
        Err(error) => {
            tracing::warn!(%error, "check");
            return;
        }
    };
    let inner = portal.clone();
    let noted: Result<String, PortalError> = portal
        .store
        .write(move |c| {
            Box::pin(async move {
                note(c, &inner, &owner, &check, turn).await?;
                Ok(profile::load(c, &check.profile_id).await?.account_id)
            })
        })
        .await;
    match noted {
        Ok(account_id) => portal.changes.tell(&account_id),
        Err(error) => tracing::warn!(%error, "check"),
    }
}

async fn turn(
    portal: &Portal,
    registries: &dyn Registries,
    check: &Check,
) -> Result<Turn, PortalError> {
    let late_at = check.begun_at.plus_s(portal.config.checks.review_after_s);
    if portal.clock.now() >= late_at {
        return Ok(Turn::Late);
    }
    let registry = check.registry;
    let failed = |failure: Failure, permanent: Turn| match failure {
        Failure::Temporary(error) => {
            tracing::warn!(registry = registry.code(), error, "registry");
            Turn::Nothing(0)
        }
        Failure::Busy { code, after_s } => {
            tracing::warn!(
                registry = registry.code(),
                error = code,
                after_s,
                "registry"
            );
            Turn::Nothing(after_s)
        }
        Failure::Permanent(error) => {
            tracing::error!(registry = registry.code(), error, "registry");
            permanent
        }
    };
    Ok(match &check.ticket {
        None => {
            let question = question(portal, check).await?;
            match registries.ask(registry, &check.key, &question).await {
                Ok(ticket) => Turn::Asked(ticket),
                Err(failure) => failed(failure, Turn::Refused),
            }
        }
        Some(ticket) => match registries.poll(registry, ticket).await {
            Ok(Some(answer)) => Turn::Answered(answer),
            Ok(None) => Turn::Nothing(0),
            Err(failure) => failed(failure, Turn::Forgotten),
        },
    })
}

/// The question about a version: the number, and what is to be compared.
async fn question(portal: &Portal, check: &Check) -> Result<Question, PortalError> {
    let (inner, profile_id) = (portal.clone(), check.profile_id.clone());
    let values = portal
        .store
        .read(move |c| {
            Box::pin(async move {
                let profile = profile::load(c, &profile_id).await?;
                let account = account::load(c, &inner, &profile.account_id).await?;
                profile.values(&account.key)
            })
        })
        .await?;
    let fields = subject(check.registry);
    let attributes: BTreeMap<&'static str, String> = fields[1..]
        .iter()
        .map(|&field| (field.code(), value(&values, field).to_owned()))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    Ok(Question {
        number: value(&values, fields[0]).to_owned(),
        attributes,
        callback: Some(callback::of(portal, &check.key)),
    })
}

async fn note(
    c: &mut Connection,
    portal: &Portal,
    owner: &str,
    check: &Check,
    turn: Turn,
) -> Result<(), PortalError> {
    let now = portal.clock.now();
    match turn {
        Turn::Asked(ticket) => {
            let first = now.plus_ms(pace::poll_ms(portal, 0));
            let values = [
                check.id.as_str().into(),
                owner.into(),
                ticket.into(),
                check.asked_at.unwrap_or(now).into(),
                first.into(),
            ];
            c.execute(sql::ASKED, &values).await?;
            Ok(())
        }
        Turn::Nothing(after_s) => {
            let pause_ms = match check.stage {
                Some(Stage::Waiting) => pace::poll_ms(portal, check.polls),
                _ => pace::retry_ms(portal, check.polls),
            };
            let next = now.plus_ms(pause_ms).max(now.plus_s(after_s.into()));
            let next = within(portal, check, next);
            let values = [check.id.as_str().into(), owner.into(), next.into()];
            c.execute(sql::LATER, &values).await?;
            Ok(())
        }
        Turn::Forgotten => ask_again(c, portal, check, check.failures).await,
        Turn::Refused => to_review(c, portal, check, Cause::Failing).await,
        Turn::Late => to_review(c, portal, check, Cause::Late).await,
        Turn::Answered(answer) => answered(c, portal, check, answer).await,
    }
}

async fn answered(
    c: &mut Connection,
    portal: &Portal,
    check: &Check,
    answer: Answer,
) -> Result<(), PortalError> {
    match answer.outcome {
        Outcome::Match | Outcome::NotFound => {
            settle::settle(c, portal, check, answer.outcome, &[]).await
        }
        Outcome::Mismatch => {
            let fields = named(check.registry, &answer.fields);
            settle::settle(c, portal, check, Outcome::Mismatch, &fields).await
        }
        Outcome::Unclear => to_review(c, portal, check, Cause::Unclear).await,
        Outcome::Error => {
            let failures = check.failures + 1;
            if failures >= i64::from(portal.config.checks.failures) {
                to_review(c, portal, check, Cause::Failing).await
            } else {
                ask_again(c, portal, check, failures).await
            }
        }
    }
}

/// The fields a registry names, in its own words. One that names none it was asked about means all of them.
fn named(registry: Registry, names: &[String]) -> Vec<domain::profile::ProfileField> {
    let own = subject(registry);
    let mut fields: Vec<_> = names
        .iter()
        .filter_map(|name| field_named(registry, name))
        .filter(|field| own.contains(field))
        .collect();
    fields.sort_unstable();
    fields.dedup();
    if fields.is_empty() {
        fields.push(own[0]);
    }
    fields
}

async fn ask_again(
    c: &mut Connection,
    portal: &Portal,
    check: &Check,
    failures: i64,
) -> Result<(), PortalError> {
    let pause_ms = pace::retry_ms(portal, failures);
    let next = within(portal, check, portal.clock.now().plus_ms(pause_ms));
    let values = [
        check.id.as_str().into(),
        new_id(&*portal.clock, &*portal.rng).into(),
        failures.into(),
        next.into(),
    ];
    c.execute(sql::ASK_AGAIN, &values).await?;
    Ok(())
}

async fn to_review(
    c: &mut Connection,
    portal: &Portal,
    check: &Check,
    cause: Cause,
) -> Result<(), PortalError> {
    let profile = profile::load(c, &check.profile_id).await?;
    review::open(c, portal, check, &profile.account_id, cause).await?;
    Ok(())
}

/// The next turn comes no later than the end of the check's time.
fn within(portal: &Portal, check: &Check, next: Instant) -> Instant {
    next.min(check.begun_at.plus_s(portal.config.checks.review_after_s))
}

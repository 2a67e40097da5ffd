//! Personal data, their checks, the feed.

use std::collections::BTreeMap;

use accounts::{check, feed, profile, session};
use domain::flow::Step;
use leptos::prelude::*;

use super::{answer, answer_on, refuse, visit};
use crate::date;
use crate::model::{Next, Saved};

/// A step of the personal-data stage; its fields by name.
#[server(prefix = "/api", endpoint = "profile")]
pub async fn profile(
    step: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = profile::submit_step(&context.site.portal, &visit, step.clone(), typed).await;
    Ok(answer_on(&context, done, &step))
}

/// «Сохранить»
#[server(prefix = "/api", endpoint = "profile/save")]
pub async fn profile_save(
    step: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = profile::save(&context.site.portal, &visit, step.clone(), typed).await;
    Ok(answer_on(&context, done, &step))
}

/// Keeps what is typed so far.
#[server(prefix = "/api", endpoint = "profile/autosave")]
pub async fn profile_autosave(
    step: String,
    #[server(flatten)] typed: BTreeMap<String, String>,
) -> Result<Saved, ServerFnError> {
    let (context, visit) = visit();
    Ok(
        match profile::autosave(&context.site.portal, &visit, step, typed).await {
            Ok(saved) => Saved {
                text: saved.until.map(date::draft_until_day).unwrap_or_default(),
            },
            Err(error) => {
                refuse(error);
                Saved::default()
            }
        },
    )
}

/// `/cabinet/personal-data/check`
#[server(prefix = "/api", endpoint = "profile/submit")]
pub async fn profile_submit(#[server(default)] consent: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = profile::submit(&context.site.portal, &visit, !consent.is_empty()).await;
    Ok(answer_on(&context, done, Step::PersonalCheck.path()))
}

/// «Удалить черновик»
#[server(prefix = "/api", endpoint = "profile/discard")]
pub async fn profile_discard() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = profile::discard(&context.site.portal, &visit).await;
    Ok(answer_on(&context, done, "/cabinet/feed"))
}

/// «Данные точны»
#[server(prefix = "/api", endpoint = "checks/appeal")]
pub async fn checks_appeal(registry: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = check::appeal(&context.site.portal, &visit, registry).await;
    Ok(answer(&context, done))
}

/// «Отправить специалисту»
#[server(prefix = "/api", endpoint = "checks/papers")]
pub async fn checks_papers(request: String) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = check::hand_in_papers(&context.site.portal, &visit, request).await;
    Ok(answer(&context, done))
}

/// «Отметить прочитанным»
#[server(prefix = "/api", endpoint = "feed/read")]
pub async fn feed_read() -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = feed::mark_read(&context.site.portal, &visit).await;
    Ok(answer(&context, done))
}

/// The new level for the open session, by the password in place.
#[server(prefix = "/api", endpoint = "session/raise")]
pub async fn session_raise(
    password: String,
    #[server(default)] return_to: String,
) -> Result<Next, ServerFnError> {
    let (context, visit) = visit();
    let done = session::raise(&context.site.portal, &visit, password, return_to).await;
    Ok(answer(&context, done))
}

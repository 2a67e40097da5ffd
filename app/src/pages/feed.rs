//! `/cabinet/feed`: what happened, newest first, and the drafts (R-NTF-01, R-NTF-03).

use accounts::PortalError;
use accounts::feed::{self, FeedRow};
use accounts::flash::Form as FlashForm;
use accounts::journal::Event;
use domain::flow::Step;
use domain::registry::{Outcome, Registry};
use leptos::prelude::*;

use super::{Request, checks, flash, titled};
use crate::components::plain::{Badge, InlineForm, Tab, Tabs, Tone, part};
use crate::date;
use crate::model::Screen;

/// The page.
pub(crate) async fn page(request: &Request<'_>) -> Result<Screen, PortalError> {
    let view = feed::view(&request.context.site.portal, request.visit).await?;
    let mut parts = flash::notices(flash::of(view.flash.as_ref(), FlashForm::Feed));
    let unread = view.rows.iter().any(|row| row.unread);
    let draft = view.profile_draft.map(|until| {
        let until = date::day(until);
        view! {
            <section class="draft" aria-labelledby="draft">
                <h2 id="draft">"Черновик: личные данные"</h2>
                <p>{format!("Хранится до {until}.")}</p>
                <p><a href=Step::PersonalCheck.path()>"Продолжить заполнение"</a></p>
                <details class="sheet__more">
                    <summary>"Удалить черновик"</summary>
                    <p>"Введённые личные данные будут удалены, вернуть их нельзя."</p>
                    <InlineForm action="/api/profile/discard" text="Удалить черновик личных данных" look="secondary"/>
                </details>
            </section>
        }
    });
    let rows: Vec<_> = view.rows.iter().map(entry).collect();
    let empty = rows.is_empty();
    parts.push(part(view! {
        <h1 tabindex="-1">"Лента уведомлений"</h1>
        <Tabs current=Tab::Feed/>
        {draft}
        {unread.then(|| view! { <InlineForm action="/api/feed/read" text="Отметить всё прочитанным" look="secondary"/> })}
        {empty.then(|| view! { <p class="lead">"Пока пусто. Здесь будет всё, что происходит с учётной записью."</p> })}
        <ol class="feed">{rows}</ol>
    }));
    Ok(titled(None, "Лента уведомлений", parts))
}

fn entry(row: &FeedRow) -> AnyView {
    let unread = row
        .unread
        .then(|| view! { <Badge tone=Tone::Neutral text="Новое"/> });
    let link = leads_to(row.event);
    let text = words(row);
    view! {
        <li class="feed__item">
            <p class="feed__text">{text}" "{unread}</p>
            <p class="feed__time">{date::day_and_time(row.at)}</p>
            {link.map(|(path, text)| view! { <p><a href=path>{text}</a></p> })}
        </li>
    }
    .into_any()
}

/// Where an entry leads.
fn leads_to(event: Event) -> Option<(&'static str, &'static str)> {
    match event {
        Event::ProfileSubmitted
        | Event::RegistryAnswered
        | Event::ReviewOpened
        | Event::ChecksFailed
        | Event::ChecksPassed
        | Event::SnilsClaimed
        | Event::PapersAsked
        | Event::PapersHandedIn => Some(("/cabinet/checks", "Проверка данных")),
        Event::AppointmentBooked | Event::AppointmentCancelled | Event::AppointmentCalledOff => {
            Some((accounts::appointment::PATH, "Запись в центр"))
        }
        Event::RouteBegun
        | Event::RouteWithdrawn
        | Event::IdentityCodeGiven
        | Event::IdentityProven
        | Event::IdentityRefused => Some((accounts::proofing::PATH, "Подтверждение личности")),
        Event::AccessRestored | Event::RestorationAgreed => {
            Some(("/cabinet/security", "Настройки безопасности"))
        }
        _ => None,
    }
}

/// What an entry says.
fn words(row: &FeedRow) -> String {
    let named = |key: &str| row.detail.get(key).map(String::as_str).unwrap_or_default();
    match row.event {
        Event::RegistryAnswered => {
            let registry = Registry::from_code(named("registry"));
            let outcome = Outcome::from_code(named("outcome"));
            let who = registry.map(checks::body).unwrap_or_default();
            let what = match outcome {
                Some(Outcome::Match) => "данные совпали",
                Some(Outcome::Mismatch) => "данные не совпали",
                Some(Outcome::NotFound) => "номер не найден",
                _ => "ответа нет",
            };
            format!("{who} — {what}")
        }
        Event::ReviewOpened => {
            let registry = Registry::from_code(named("registry"));
            let who = registry.map(checks::body).unwrap_or_default();
            format!("{who} — проверку смотрит специалист")
        }
        Event::LevelChanged if named("level") == "confirmed" => {
            "Учётная запись стала подтверждённой".to_owned()
        }
        Event::LevelChanged => "Учётная запись стала стандартной".to_owned(),
        event => super::security::words(event).to_owned(),
    }
}

//! `/desk/journal`: who did what.

use accounts::PortalError;
use accounts::desk::{
    self, ChainCheck, ChainState, FilterFault, JournalFilter, JournalLine, JournalView, Who,
};
use domain::date::Date;
use leptos::prelude::*;

use super::control::{Group, Line, List};
use super::{Request, Shown, journal_words as words, shown, summary};
use crate::components::live::Failure;
use crate::components::plain::{InlineForm, part};
use crate::date;
use crate::query::push;

const PATH: &str = "/desk/journal";
/// Longest value that is shown again as it was typed, in characters.
const LONGEST: usize = 100;

/// The page.
pub(super) async fn page(request: &Request<'_>) -> Result<Shown, PortalError> {
    let typed = |name| request.query.get(name).chars().take(LONGEST).collect();
    let filter = JournalFilter {
        operator: typed("operator"),
        event: typed("event"),
        account: typed("account"),
        from: typed("from"),
        until: typed("until"),
        before: request.query.get("before").parse().ok(),
    };
    let portal = &request.context.site.portal;
    let view = desk::journal(portal, request.visit, filter.clone()).await?;
    let failures = view.faults.iter().map(|(field, fault)| Failure {
        id: (*field).to_owned(),
        message: words::fault(*fault).to_owned(),
    });
    let content = match view.lines.is_empty() {
        true if view.faults.is_empty() => {
            view! { <p class="lead">"Таких записей нет."</p> }.into_any()
        }
        true => ().into_any(),
        false => table(&view, &filter).into_any(),
    };
    let parts = vec![
        summary(failures.collect()),
        part(view! {
            <h1 tabindex="-1" id="journal">"Журнал"</h1>
            {chain(view.checked)}
            {form(&view, &filter)}
            {content}
            {pages(&view, &filter)}
        }),
    ];
    Ok(Shown {
        wide: true,
        failed: !view.faults.is_empty(),
        ..shown("Журнал", parts)
    })
}

/// What the newest check of the chain has found, and the button for another one.
fn chain(checked: Option<ChainCheck>) -> impl IntoView {
    let text = match checked {
        None => "Цепочку ещё не проверяли.".to_owned(),
        Some(check) => {
            let when = date::day_and_time(check.at);
            match check.state {
                ChainState::Whole { entries } => {
                    format!("Цепочка цела. Проверено {when}, записей: {entries}.")
                }
                ChainState::Broken { entry } => {
                    format!("Цепочка нарушена на записи {entry}. Проверено {when}.")
                }
            }
        }
    };
    view! {
        <div class="desk-line">
            <p>{text}</p>
            <InlineForm action="/api/desk/journal/check" text="Проверить цепочку" look="secondary"/>
        </div>
    }
}

fn form(view: &JournalView, filter: &JournalFilter) -> impl IntoView + use<> {
    let error = |name: &str| {
        let found = view.faults.iter().find(|(field, _)| *field == name);
        found.map_or(String::new(), |(_, fault): &(_, FilterFault)| {
            words::fault(*fault).to_owned()
        })
    };
    let logins = view.operators.iter();
    let operator = List {
        name: "operator".into(),
        label: "Сотрудник".into(),
        empty: "Любой".into(),
        groups: vec![Group {
            heading: String::new(),
            options: logins.map(|login| (login.clone(), login.clone())).collect(),
        }],
        chosen: filter.operator.clone(),
        error: error("operator"),
        ..List::default()
    };
    let event = List {
        name: "event".into(),
        label: "Событие".into(),
        empty: "Любое".into(),
        groups: words::groups(),
        chosen: filter.event.clone(),
        error: error("event"),
        ..List::default()
    };
    let line = |name: &str, label: &str, value: &str| Line {
        name: name.to_owned(),
        label: label.to_owned(),
        value: value.to_owned(),
        error: error(name),
        longest: LONGEST,
        ..Line::default()
    };
    // A calendar understands no other spelling.
    let day = |name: &str, label: &str, value: &str| {
        let iso = Date::parse(value.trim()).map(Date::iso);
        Line {
            day: true,
            ..line(name, label, iso.as_deref().unwrap_or(value))
        }
    };
    view! {
        <form class="desk-filter" method="get" action=PATH role="search" aria-label="Отбор записей" novalidate>
            {operator.view()}
            {event.view()}
            {line("account", "Номер учётной записи", &filter.account).view()}
            {day("from", "С", &filter.from).view()}
            {day("until", "По", &filter.until).view()}
            <div class="desk-filter__actions">
                <button type="submit" class="button button--primary">"Показать"</button>
                <a class="button button--secondary" href=PATH>"Сбросить"</a>
            </div>
        </form>
    }
}

fn table(view: &JournalView, filter: &JournalFilter) -> impl IntoView + use<> {
    let rows = view.lines.iter().map(|line| row(line, filter));
    view! {
        <div class="table" role="region" aria-labelledby="journal" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col">"№"</th>
                        <th scope="col">"Когда"</th>
                        <th scope="col">"Кто"</th>
                        <th scope="col">"Что"</th>
                        <th scope="col">"Подробности"</th>
                        <th scope="col">"Учётная запись"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(line: &JournalLine, filter: &JournalFilter) -> impl IntoView + use<> {
    let who = match &line.who {
        Who::Operator(login) => login.clone(),
        Who::Citizen => "гражданин".to_owned(),
        Who::Visitor => "посетитель".to_owned(),
        Who::Portal => "система".to_owned(),
    };
    let account = line.reference.as_ref().map(|reference| {
        let own = JournalFilter {
            account: reference.clone(),
            before: None,
            ..filter.clone()
        };
        view! { <a href=address(&own)>{reference.clone()}</a> }
    });
    view! {
        <tr>
            <th scope="row">{line.seq}</th>
            <td>{date::day_and_second(line.at)}</td>
            <td>{who}</td>
            <td>{words::what(line)}</td>
            <td>{words::particulars(line)}</td>
            <td>{account}</td>
        </tr>
    }
}

/// The address of what a filter shows.
fn address(filter: &JournalFilter) -> String {
    let mut address = PATH.to_owned();
    for (name, value) in [
        ("operator", &filter.operator),
        ("event", &filter.event),
        ("account", &filter.account),
        ("from", &filter.from),
        ("until", &filter.until),
    ] {
        if !value.is_empty() {
            push(&mut address, name, value);
        }
    }
    if let Some(before) = filter.before {
        push(&mut address, "before", &before.to_string());
    }
    address
}

fn pages(view: &JournalView, filter: &JournalFilter) -> impl IntoView + use<> {
    let at = |before| {
        address(&JournalFilter {
            before,
            ..filter.clone()
        })
    };
    let newest = filter.before.map(|_| {
        view! { <a class="button button--secondary" href=at(None)>"К новым записям"</a> }
    });
    let earlier = view.next.map(|next| {
        view! { <a class="button button--secondary" href=at(Some(next))>"Более ранние записи"</a> }
    });
    (newest.is_some() || earlier.is_some()).then(|| {
        view! { <nav class="pages" aria-label="Страницы журнала">{newest}{earlier}</nav> }
    })
}

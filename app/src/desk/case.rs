//! `/desk/reviews/{id}`: a case.

use accounts::PortalError;
use accounts::desk::{self, CaseView, HoldView};
use leptos::prelude::*;

use super::{Request, Shown, case_forms, case_table, queue, refusal, shown, summary, words};
use crate::components::plain::{InlineForm, Row, SummaryList, part};
use crate::date;
use crate::pages::flash;

/// The page; `None`: there is no such case.
pub(super) async fn page(
    request: &Request<'_>,
    review: &str,
) -> Result<Option<Shown>, PortalError> {
    let portal = &request.context.site.portal;
    let Some(view) = desk::view(portal, request.visit, review).await? else {
        return Ok(None);
    };
    let failures = refusal::all(&view);
    let failed = !failures.is_empty();
    let mut parts = vec![part(
        view! { <p><a class="back-link" href="/desk">"Назад"</a></p> },
    )];
    parts.extend(flash::notices(view.flash.as_ref()));
    parts.push(summary(failures));
    let heading = format!(
        "Дело {}: {}",
        queue::short(&view.id),
        words::registry(view.registry)
    );
    let title = heading.clone();
    parts.push(part(view! {
        <h1 tabindex="-1">{heading}</h1>
        <SummaryList rows=facts(&view)/>
        {take(&view)}
        <h2 id="values">"Данные гражданина и ответ реестра"</h2>
        {case_table::table(&view)}
        {papers(&view)}
        {case_forms::form(&view)}
    }));
    Ok(Some(Shown {
        wide: true,
        failed,
        ..shown(&title, parts)
    }))
}

fn facts(view: &CaseView) -> Vec<Row> {
    let who = match view.hold {
        _ if view.closed => "Дело закрыто".to_owned(),
        HoldView::Free => "Никто".to_owned(),
        HoldView::Mine { left_s } => format!("Вы, ещё {}", words::waiting(left_s)),
        HoldView::Theirs { left_s } => {
            format!("Другой специалист, ещё {}", words::waiting(left_s))
        }
    };
    let mut rows = vec![
        Row::text("Причина", words::cause(view.cause)),
        Row::text("Ответ реестра", words::outcome(view.outcome)),
        Row::text("Открыто", date::day_and_time(view.opened_at)),
        Row::text("Кто работает", who),
    ];
    if let Some(proposal) = &view.proposal {
        let text = match proposal.own {
            true => "Вы предложили «Данные верны», решает другой специалист",
            false => "Коллега предложил «Данные верны»",
        };
        rows.push(Row::text("Предложение", text));
        rows.extend(
            proposal
                .reason
                .iter()
                .map(|reason| Row::text("Причина предложения", reason.as_str())),
        );
    }
    rows.extend(
        view.rejection
            .iter()
            .map(|reason| Row::text("Прошлое предложение отклонено", reason.as_str())),
    );
    rows
}

/// «Взять в работу», where the case can be taken.
fn take(view: &CaseView) -> impl IntoView + use<> {
    let own = view.proposal.as_ref().is_some_and(|proposal| proposal.own);
    let free = !view.closed && view.hold == HoldView::Free && !own;
    let hidden = vec![("review", view.id.clone())];
    free.then(|| view! { <InlineForm action="/api/desk/take" text="Взять в работу" look="primary" hidden/> })
}

/// The documents that the citizen has added, for who has the case.
fn papers(view: &CaseView) -> Option<AnyView> {
    let papers = view.papers.as_ref()?;
    let mine = matches!(view.hold, HoldView::Mine { .. });
    let state = match (papers.is_open, papers.files.is_empty()) {
        (true, true) => "Документ запрошен, гражданин ещё ничего не добавил.",
        (true, false) => "Гражданин добавляет документы и ещё не отправил их.",
        (false, _) => "Гражданин отправил документы.",
    };
    let action = format!("/desk/files/{}", view.id);
    let files: Vec<_> = papers
        .files
        .iter()
        .map(|file| {
            let (name, id, action) = (file.name.clone(), file.id.clone(), action.clone());
            let open = mine.then(|| {
                view! {
                    <form class="inline-form" method="post" action=action>
                        <input type="hidden" name="upload" value=id/>
                        <button type="submit" class="button button--secondary">
                            "Открыть"<span class="visually-hidden">{format!(": {name}")}</span>
                        </button>
                    </form>
                }
            });
            view! { <li class="papers__file"><span>{name.clone()}</span>{open}</li> }
        })
        .collect();
    Some(
        view! {
            <h2>"Документы"</h2>
            <p>{state}</p>
            <ul class="papers__files">{files}</ul>
        }
        .into_any(),
    )
}

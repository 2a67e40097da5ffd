//! What the citizen typed beside what the registry answered.

use accounts::desk::{CaseView, FieldView, HoldView, RevealReason, Shown};
use domain::registry::Outcome;
use leptos::prelude::*;

use super::{refusal, words};
use crate::components::plain::Select;

/// The table; «Показать» is for who has the case.
pub(super) fn table(view: &CaseView) -> impl IntoView + use<> {
    let mine = matches!(view.hold, HoldView::Mine { .. });
    let rows = view.fields.iter().map(|field| row(view, field, mine));
    view! {
        <div class="table" role="region" aria-labelledby="values" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col">"Поле"</th>
                        <th scope="col">"Указал гражданин"</th>
                        <th scope="col">"Ответил реестр"</th>
                        {mine.then(|| view! { <th scope="col">"Показать значение"</th> })}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(view: &CaseView, field: &FieldView, mine: bool) -> impl IntoView + use<> {
    let value = match &field.shown {
        Shown::Empty => view! { <span>"Не указано"</span> }.into_any(),
        Shown::Masked => view! {
            <span aria-hidden="true">"••••••"</span>
            <span class="visually-hidden">"Скрыто"</span>
        }
        .into_any(),
        Shown::Value(value) => view! { <span>{value.clone()}</span> }.into_any(),
    };
    let action = mine.then(|| {
        let masked = field.shown == Shown::Masked;
        view! { <td>{masked.then(|| reveal(view, field.code))}</td> }
    });
    view! {
        <tr>
            <th scope="row">{words::field(field.code)}</th>
            <td id=format!("value-{}", field.code) tabindex="-1">{value}</td>
            <td>{answer(view, field)}</td>
            {action}
        </tr>
    }
}

/// What the registry's answer means for one field.
fn answer(view: &CaseView, field: &FieldView) -> &'static str {
    match view.outcome {
        Some(Outcome::Match) => "Совпадает",
        Some(Outcome::Mismatch) if field.named => "Расходится",
        Some(Outcome::Mismatch) => "Не названо",
        Some(Outcome::NotFound) => "Не найдено",
        Some(Outcome::Unclear | Outcome::Error) | None => "Нет ответа",
    }
}

/// «Показать» with the reason for it.
fn reveal(view: &CaseView, code: &'static str) -> impl IntoView + use<> {
    let id = format!("reason-{code}");
    let error = refusal::beside(view, &id);
    let options = RevealReason::ALL.map(|reason| (reason.code(), words::reveal_reason(reason)));
    let (label, name) = (format!("Зачем: {}", words::field(code)), words::field(code));
    view! {
        <form class="reveal" method="post" action="/api/desk/reveal" novalidate>
            <input type="hidden" name="review" value=view.id.clone()/>
            <input type="hidden" name="field" value=code/>
            <div class="reveal__reason">
                <Select id name="reason" label empty="Выберите причину" options=options.into() error/>
            </div>
            <button type="submit" class="button button--secondary">
                "Показать"<span class="visually-hidden">{format!(": {name}")}</span>
            </button>
        </form>
    }
}

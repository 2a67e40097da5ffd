//! The forms of a case: a decision, or the answer to a proposed one.

use accounts::desk::{CaseView, HoldView, REASON_LENGTH};
use leptos::prelude::*;

use super::{refusal, words};
use crate::components::plain::{Choice, Choices, TextArea};

/// The form for who has the case; nobody else has one.
pub(super) fn form(view: &CaseView) -> AnyView {
    match (&view.proposal, view.hold) {
        (Some(_), HoldView::Mine { .. }) => answer(view).into_any(),
        (None, HoldView::Mine { .. }) => decision(view).into_any(),
        _ => ().into_any(),
    }
}

fn decision(view: &CaseView) -> impl IntoView + use<> {
    let kept = |name: &'static str| {
        let flash = view.flash.iter().flat_map(|flash| &flash.kept);
        flash
            .filter(move |(own, _)| own == name)
            .map(|(_, value)| value.clone())
            .collect::<Vec<_>>()
    };
    let (chosen, ticked) = (kept("decision"), kept("fields"));
    let decisions = [
        ("match", "Данные верны"),
        ("mismatch", "Есть расхождение"),
        ("ask_again", "Вернуть в реестр"),
        ("ask_papers", "Попросить документ"),
    ];
    let decisions = decisions.map(|(value, label)| Choice {
        value,
        label,
        chosen: chosen.iter().any(|own| own == value),
    });
    let fields = view.fields.iter().map(|field| Choice {
        value: field.code,
        label: words::field(field.code),
        chosen: ticked.iter().any(|own| own == field.code),
    });
    let two = view.takes_two.then(|| {
        view! { <p>"Реестр ответил иначе: решение «Данные верны» вступит в силу, когда с ним согласится второй специалист."</p> }
    });
    view! {
        <h2>"Решение"</h2>
        {two}
        <form class="form" method="post" action="/api/desk/decide" novalidate>
            <input type="hidden" name="review" value=view.id.clone()/>
            <Choices
                id="decision"
                name="decision"
                legend="Что решено"
                choices=decisions.into()
                error=refusal::beside(view, "decision")
            />
            <Choices
                id="fields"
                name="fields[]"
                legend="Поля с расхождением"
                hint="Только для решения «Есть расхождение»"
                several=true
                choices=fields.collect()
                error=refusal::beside(view, "fields")
            />
            {reason(view, "Причина решения")}
            <div class="form__actions">
                <button type="submit" class="button button--primary">"Принять решение"</button>
            </div>
        </form>
    }
}

fn answer(view: &CaseView) -> impl IntoView + use<> {
    view! {
        <h2>"Ответ на предложение"</h2>
        <form class="form" method="post" action="/api/desk/agree" novalidate>
            <input type="hidden" name="review" value=view.id.clone()/>
            {reason(view, "Причина ответа")}
            <div class="form__actions">
                <button type="submit" class="button button--primary">"Согласиться"</button>
                <button type="submit" class="button button--secondary" formaction="/api/desk/reject">
                    "Отклонить"
                </button>
            </div>
        </form>
    }
}

fn reason(view: &CaseView, label: &'static str) -> impl IntoView + use<> {
    let (least, longest) = (*REASON_LENGTH.start(), *REASON_LENGTH.end());
    let hint = format!("От {least} до {longest} символов. Хранится в зашифрованном виде");
    let kept = view.flash.as_ref().and_then(|flash| flash.kept("reason"));
    let (value, error) = (kept.map(str::to_owned), refusal::beside(view, "reason"));
    view! { <TextArea name="reason" label hint longest value error/> }
}

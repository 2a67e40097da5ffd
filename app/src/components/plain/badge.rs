//! A state in one or two words; colour only underlines it.

use leptos::prelude::*;

/// What a badge tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Done, confirmed.
    Success,
    /// Not yet.
    Neutral,
}

/// «Подтверждён», «Не подтверждён».
#[component]
pub fn Badge(
    /// What it tells.
    tone: Tone,
    /// The word.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let class = match tone {
        Tone::Success => "badge badge--success",
        Tone::Neutral => "badge badge--neutral",
    };
    view! { <span class=class>{text}</span> }
}

//! A word about what has just happened, or what to know.

use leptos::prelude::*;

/// A notice. `fresh`: it answers the last submission and takes focus.
#[component]
pub fn Notice(
    /// `info`, `success`, `warning` or `error`.
    tone: &'static str,
    /// What it says.
    #[prop(into)]
    text: String,
    /// It answers the last submission.
    #[prop(optional)]
    fresh: bool,
) -> impl IntoView {
    view! {
        <div
            class=format!("notice notice--{tone}")
            role=fresh.then_some("status")
            tabindex=fresh.then_some("-1")
            data-focus=fresh.then_some("")
        >
            <p class="notice__text">{text}</p>
        </div>
    }
}

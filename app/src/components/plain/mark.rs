//! The mark: three rising bars and the name.

use leptos::prelude::*;

/// The mark, in the colour of the text around it.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark__bars" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <rect x="2" y="14" width="5" height="8" rx="1" fill="currentColor"></rect>
            <rect x="9.5" y="8" width="5" height="14" rx="1" fill="currentColor"></rect>
            <rect x="17" y="2" width="5" height="20" rx="1" fill="currentColor"></rect>
        </svg>
        <span class="mark__name">"Ступени"</span>
    }
}

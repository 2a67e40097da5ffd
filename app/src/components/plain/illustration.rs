//! Pictures of rectangles that rise and a circle that climbs them. They adorn and say nothing;
//! colours come from the style sheet.

use leptos::prelude::*;

/// On the start page: three steps are behind, the next one waits.
#[component]
pub fn Climb() -> impl IntoView {
    view! {
        <svg class="art" viewBox="0 0 380 280" aria-hidden="true" focusable="false">
            <rect class="art__bar art__bar--low" x="0" y="216" width="86" height="64" rx="8"></rect>
            <rect class="art__bar art__bar--middle" x="98" y="160" width="86" height="120" rx="8"></rect>
            <rect class="art__bar" x="196" y="104" width="86" height="176" rx="8"></rect>
            <rect class="art__next" x="295" y="49" width="84" height="230" rx="8"></rect>
            <circle class="art__ball art__ball--first" cx="43" cy="194" r="18"></circle>
            <circle class="art__ball art__ball--second" cx="141" cy="138" r="18"></circle>
            <circle class="art__ball" cx="239" cy="82" r="18"></circle>
        </svg>
    }
}

/// On error pages: a step is missing.
#[component]
pub fn Gap() -> impl IntoView {
    view! {
        <svg class="art art--small" viewBox="0 0 282 176" aria-hidden="true" focusable="false">
            <rect class="art__bar" x="0" y="112" width="86" height="64" rx="8"></rect>
            <rect class="art__next" x="99" y="57" width="84" height="118" rx="8"></rect>
            <rect class="art__bar art__bar--low" x="196" y="0" width="86" height="176" rx="8"></rect>
            <circle class="art__ball" cx="43" cy="90" r="18"></circle>
        </svg>
    }
}

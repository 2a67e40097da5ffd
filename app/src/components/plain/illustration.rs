//! Pictures of rectangles that rise and a circle that climbs them. They adorn and say nothing;
//! colours come from the style sheet.

use leptos::prelude::*;

/// On the start page: three steps are behind, the next one waits.
#[component]
pub fn Climb() -> impl IntoView {
    view! {
        <svg class="art" viewBox="0 0 400 300" aria-hidden="true" focusable="false">
            <rect class="art__bar art__bar--low" x="0" y="236" width="97" height="64"></rect>
            <rect class="art__bar art__bar--middle" x="101" y="172" width="97" height="128"></rect>
            <rect class="art__bar" x="202" y="108" width="97" height="192"></rect>
            <rect class="art__next" x="304" y="45" width="95" height="254"></rect>
            <circle class="art__ball" cx="270" cy="84" r="24"></circle>
        </svg>
    }
}

/// On error pages: a step is missing.
#[component]
pub fn Gap() -> impl IntoView {
    view! {
        <svg class="art art--small" viewBox="0 0 299 192" aria-hidden="true" focusable="false">
            <rect class="art__bar" x="0" y="128" width="97" height="64"></rect>
            <rect class="art__next" x="102" y="65" width="95" height="126"></rect>
            <rect class="art__bar art__bar--low" x="202" y="0" width="97" height="192"></rect>
            <circle class="art__ball" cx="68" cy="104" r="24"></circle>
        </svg>
    }
}

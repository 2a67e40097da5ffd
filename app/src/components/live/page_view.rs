//! A page's parts, in order.

use leptos::prelude::*;

use super::{ClockView, FormView, SummaryView, summary};
#[cfg(feature = "cabinet")]
use crate::browser::events;
use crate::model::{Page, Part};

/// What stands in `main`.
#[component]
pub fn PageView(
    /// The page.
    page: Page,
) -> AnyView {
    summary::provide(&page);
    page.parts
        .into_iter()
        .map(part)
        .collect::<Vec<_>>()
        .into_any()
}

fn part(part: Part) -> AnyView {
    match part {
        Part::Static(html) => view! { <div class="part" inner_html=html></div> }.into_any(),
        Part::Summary => view! { <SummaryView/> }.into_any(),
        Part::Form(form) => view! { <FormView form/> }.into_any(),
        Part::Clock(clock) => view! { <ClockView clock/> }.into_any(),
        Part::Watch(watch) => {
            #[cfg(feature = "cabinet")]
            events::watch(watch.events);
            #[cfg(not(feature = "cabinet"))]
            drop(watch);
            ().into_any()
        }
    }
}

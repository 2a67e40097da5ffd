//! The error summary (V3).

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::focus;
use crate::model::{Page, Part};

/// A faulty field: id of its input, and the message word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Id of the input.
    pub id: String,
    /// The field's message.
    pub message: String,
}

/// The faulty fields of the page's form, in order.
#[derive(Clone, Copy)]
pub struct Failures(pub RwSignal<Vec<Failure>>);

/// Gives the page's components its failures.
pub(super) fn provide(page: &Page) {
    let mut failures = Vec::new();
    for part in &page.parts {
        if let Part::Form(form) = part {
            for field in &form.fields {
                if !field.error.is_empty() {
                    failures.push(Failure {
                        id: field.name.clone(),
                        message: field.error.clone(),
                    });
                }
            }
        }
    }
    provide_context(Failures(RwSignal::new(failures)));
}

/// «Нужно исправить» with a link to each faulty input. Nothing while nothing is wrong.
#[component]
pub fn SummaryView() -> AnyView {
    let Failures(failures) = expect_context();
    let empty = move || failures.with(Vec::is_empty);
    view! {
        <div
            id="summary"
            class="error-summary"
            role="alert"
            aria-labelledby="summary-title"
            tabindex="-1"
            autofocus=!untrack(empty)
            hidden=empty
        >
            <h2 id="summary-title" class="error-summary__title">"Нужно исправить"</h2>
            <ul class="error-summary__list">
                {move || failures.get().into_iter().map(item).collect::<Vec<_>>()}
            </ul>
        </div>
    }
    .into_any()
}

fn item(failure: Failure) -> AnyView {
    let id = failure.id.clone();
    let go = move |event: MouseEvent| {
        event.prevent_default();
        focus::on(&["#", &id].concat());
    };
    view! { <li><a href=["#", &failure.id].concat() on:click=go>{failure.message}</a></li> }
        .into_any()
}

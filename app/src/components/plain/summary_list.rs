//! Names and values, with what can be done about each (C2).

use leptos::prelude::*;

/// One row.
pub struct Row {
    /// What it is.
    pub term: String,
    /// Its value: HTML.
    pub value: String,
    /// What can be done: HTML.
    pub actions: String,
}

impl Row {
    /// A row without actions; the value is text.
    pub fn text(term: &str, value: impl Into<String>) -> Self {
        Self {
            term: term.to_owned(),
            value: super::html(value.into()),
            actions: String::new(),
        }
    }
}

/// The list.
#[component]
pub fn SummaryList(
    /// Its rows.
    rows: Vec<Row>,
) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let actions = (!row.actions.is_empty())
            .then(|| view! { <dd class="summary-list__actions" inner_html=row.actions></dd> });
        view! {
            <div class="summary-list__row">
                <dt class="summary-list__term">{row.term}</dt>
                <dd class="summary-list__value" inner_html=row.value></dd>
                {actions}
            </div>
        }
    });
    view! { <dl class="summary-list">{rows.collect_view()}</dl> }
}

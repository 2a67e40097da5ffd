//! One of several, in one line: for rows of a table.

use leptos::prelude::*;

use super::field_error;

/// The control; its label is for those who do not see the row.
#[component]
pub fn Select(
    /// Id of the control.
    id: String,
    /// Name in the form.
    name: &'static str,
    /// The label.
    label: String,
    /// What stands there before anything is chosen.
    empty: &'static str,
    /// Values and words.
    options: Vec<(&'static str, &'static str)>,
    /// What is wrong; empty: nothing.
    error: String,
) -> impl IntoView {
    let wrong = (!error.is_empty()).then_some("true");
    let described = format!("{id}-error");
    let options = options
        .into_iter()
        .map(|(value, text)| view! { <option value=value>{text}</option> });
    view! {
        <label class="visually-hidden" for=id.clone()>{label}</label>
        {field_error(&id, error)}
        <select
            id=id
            class="input"
            name=name
            aria-describedby=described
            aria-invalid=wrong
        >
            <option value="">{empty}</option>
            {options.collect_view()}
        </select>
    }
}

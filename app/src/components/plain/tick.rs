//! One box to tick.

use leptos::prelude::*;

use super::field_error;

/// The box. Its id is its name.
#[component]
pub fn Tick(
    /// Name in the form, and the id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// It is ticked.
    #[prop(default = false)]
    ticked: bool,
    /// What is wrong; empty: nothing.
    #[prop(into, optional)]
    error: String,
    /// More of the label, for those who do not see the row it stands in.
    #[prop(optional)]
    about: &'static str,
) -> impl IntoView {
    let wrong = (!error.is_empty()).then_some("true");
    let described = wrong.map(|_| format!("{name}-error"));
    let error = wrong.map(|_| field_error(&name, error));
    let about = (!about.is_empty())
        .then(|| view! { <span class="visually-hidden">{format!(": {about}")}</span> });
    view! {
        {error}
        <div class="check">
            <input
                id=name.clone()
                class="check__input"
                name=name.clone()
                type="checkbox"
                value="true"
                checked=ticked
                aria-describedby=described
                aria-invalid=wrong
            />
            <label class="check__label" for=name>{label}{about}</label>
        </div>
    }
}

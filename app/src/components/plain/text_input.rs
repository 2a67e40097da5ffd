//! One line of text that nothing judges in the browser.

use leptos::prelude::*;

use super::field_error;

/// The field. Its id is its name.
#[component]
pub fn TextInput(
    /// Name in the form, and the id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// One sentence under the label; empty: none.
    #[prop(default = "")]
    hint: &'static str,
    /// What was typed before.
    #[prop(into, optional)]
    value: String,
    /// What is wrong; empty: nothing.
    #[prop(into, optional)]
    error: String,
    /// The label is for those who do not see the row it stands in.
    #[prop(default = false)]
    in_row: bool,
    /// `code`, `number`, `date` or nothing: how wide it is, and which keyboard serves it.
    #[prop(default = "")]
    look: &'static str,
) -> impl IntoView {
    let wrong = (!error.is_empty()).then_some("true");
    let class = match look {
        "" => "input".to_owned(),
        look => format!("input input--{look}"),
    };
    let keyboard = matches!(look, "number" | "date").then_some("numeric");
    let label_class = if in_row {
        "visually-hidden"
    } else {
        "field__label"
    };
    let hinted = !hint.is_empty();
    let described = match hinted {
        true => format!("{name}-hint {name}-error"),
        false => format!("{name}-error"),
    };
    view! {
        <div class=if in_row { "field field--row" } else { "field field--plain" }>
            <label class=label_class for=name.clone()>{label}</label>
            {hinted.then(|| view! { <p class="field__hint" id=format!("{name}-hint")>{hint}</p> })}
            {field_error(&name, error)}
            <div class="field__control">
                <input
                    id=name.clone()
                    class=class
                    name=name
                    type="text"
                    inputmode=keyboard
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    value=value
                    aria-describedby=described
                    aria-invalid=wrong
                />
            </div>
        </div>
    }
}

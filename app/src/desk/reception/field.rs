//! The control into which an operator types what a document says.

use domain::profile::{Context, ProfileField};
use leptos::prelude::*;

use crate::components::plain::TextInput;
use crate::messages::profile::{hint, label};
use crate::pages::fields;

/// A field of a document: a list where the field has one.
pub(super) fn control(
    field: ProfileField,
    typed: &str,
    error: String,
    context: &Context,
    in_row: bool,
) -> AnyView {
    let shown = fields::shown(field, typed);
    let listed = fields::choices(field);
    if !listed.is_empty() {
        return list(field, &shown, error, listed, in_row);
    }
    let label = match in_row {
        true => format!("{} в документе", label(field)),
        false => label(field).to_owned(),
    };
    let hint = if in_row {
        ""
    } else {
        hint(field, context.is_russian)
    };
    let look = fields::look(field);
    view! { <TextInput name=field.code() label hint value=shown error in_row look/> }.into_any()
}

fn list(
    field: ProfileField,
    chosen: &str,
    error: String,
    options: Vec<(String, String)>,
    in_row: bool,
) -> AnyView {
    let id = field.code();
    let wrong = (!error.is_empty()).then_some("true");
    let class = if in_row {
        "visually-hidden"
    } else {
        "field__label"
    };
    let text = match in_row {
        true => format!("{} в документе", label(field)),
        false => label(field).to_owned(),
    };
    // In a row nothing chosen means that nothing differs.
    let empty = (in_row && options.iter().all(|(value, _)| !value.is_empty()))
        .then(|| view! { <option value="">"—"</option> });
    let options = options.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    let hidden = error.is_empty();
    view! {
        <div class=if in_row { "field field--row" } else { "field field--plain" }>
            <label class=class for=id>{text}</label>
            <p class="field__error" id=format!("{id}-error") hidden=hidden>
                <span class="visually-hidden">"Ошибка: "</span>
                <span>{error}</span>
            </p>
            <select
                id=id
                name=id
                class="input input--select"
                autocomplete="off"
                aria-describedby=format!("{id}-error")
                aria-invalid=wrong
            >
                {empty}
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

//! What is wrong with a field, in its place between hint and control (V4).

use leptos::prelude::*;

/// The line of the field with this id; hidden while nothing is wrong.
pub(crate) fn field_error(id: &str, error: String) -> impl IntoView + use<> {
    let right = error.is_empty();
    view! {
        <p class="field__error" id=format!("{id}-error") hidden=right>
            <span class="visually-hidden">"Ошибка: "</span>
            <span>{error}</span>
        </p>
    }
}

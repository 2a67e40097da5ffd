//! A list to choose from: the server has made it, what is wrong with it is told as of every input.

use leptos::prelude::*;

use super::field::error;
use super::{LiveField, LiveForm};
use crate::browser::input;
use crate::model::Field;

/// The field.
pub(super) fn view(field: LiveField, form: LiveForm, model: Field) -> AnyView {
    let Field {
        name,
        label,
        control,
        ..
    } = model;
    let error_id = [&name, "-error"].concat();
    let for_label = name.clone();
    Effect::new(move |_| input::set_invalid(&name, !field.error.with(String::is_empty)));
    view! {
        <div class="field">
            <label class="field__label" for=for_label>{label}</label>
            {error(field, error_id)}
            <div class="field__control" inner_html=control on:change=move |_| form.typed(field)></div>
        </div>
    }
    .into_any()
}

//! A form.

use leptos::prelude::*;

use super::{FieldView, LiveForm};
use crate::browser::{autosave, submit};
use crate::model::{Button, Form};

/// A form that works by itself and is enhanced in place.
#[component]
pub fn FormView(
    /// The form.
    form: Form,
) -> AnyView {
    let live = LiveForm::new(&form);
    let saved = RwSignal::new(form.saved);
    let autosave = autosave::to(form.autosave, saved);
    let fields = live
        .fields
        .get_value()
        .into_iter()
        .map(|field| view! { <FieldView field form=live/> }.into_any());
    let buttons = form
        .buttons
        .into_iter()
        .enumerate()
        .map(|(place, one)| button(place == 0, one));
    view! {
        <form
            class="form"
            method="post"
            action=form.action
            novalidate
            on:submit=move |event| submit::judged(&event, live)
            on:change=move |event| autosave(&event)
        >
            {form.hidden.into_iter().map(hidden).collect::<Vec<_>>()}
            {fields.collect::<Vec<_>>()}
            <p class="form__status" role="status">{move || live.status.get()}</p>
            <div class="form__actions">{buttons.collect::<Vec<_>>()}</div>
            <p class="form__saved">{move || saved.get()}</p>
            <div class="form__beneath" inner_html=form.beneath></div>
        </form>
    }
    .into_any()
}

fn hidden((name, value): (String, String)) -> AnyView {
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

fn button(primary: bool, button: Button) -> AnyView {
    let class = if primary {
        "button button--primary"
    } else {
        "button button--secondary"
    };
    let action = (!button.action.is_empty()).then_some(button.action);
    view! { <button type="submit" class=class formaction=action>{button.text}</button> }.into_any()
}

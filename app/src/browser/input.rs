//! Inputs of the page by name: they keep their values themselves, so nothing typed is ever lost.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

/// A list to choose from answers what an input is asked here, too.
fn element(id: &str) -> Option<HtmlInputElement> {
    Some(document().get_element_by_id(id)?.unchecked_into())
}

/// Says on an input whether it is wrong.
#[cfg(feature = "cabinet")]
pub fn set_invalid(id: &str, invalid: bool) {
    if let Some(input) = element(id) {
        let _ = input.set_attribute("aria-invalid", if invalid { "true" } else { "false" });
    }
}

/// What stands in an input; for a checkbox something or nothing.
pub fn value(id: &str) -> String {
    match element(id) {
        Some(input) if input.type_() == "checkbox" && !input.checked() => String::new(),
        Some(input) => input.value(),
        None => String::new(),
    }
}

/// Writes into an input.
pub fn set_value(id: &str, value: &str) {
    if let Some(input) = element(id) {
        input.set_value(value);
    }
}

/// Calls back with the value of an input: once at the start, for what was typed before, and at
/// each key.
pub fn on_input(id: &'static str, action: impl Fn(String) + Clone + 'static) {
    Effect::new(move |_| {
        let action = action.clone();
        let before = value(id);
        if !before.is_empty() {
            action(before);
        }
        let handle = window_event_listener(ev::input, move |event| {
            let ours = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = ours.filter(|input| input.id() == id) {
                action(input.value());
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// A password that is shown is hidden again when its form is sent.
pub fn hide_on_submit(shown: RwSignal<bool>) {
    Effect::new(move |_| {
        let handle = window_event_listener(ev::submit, move |_| shown.set(false));
        on_cleanup(move || handle.remove());
    });
}

/// Opens a dialog over the page.
#[cfg(feature = "cabinet")]
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
#[cfg(feature = "cabinet")]
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

#[cfg(feature = "cabinet")]
fn dialog(id: &str) -> Option<leptos::web_sys::HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

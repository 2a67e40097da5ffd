//! Keeping what is typed so far.

use std::time::Duration;

use leptos::ev::{self, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FormData, HtmlFormElement};

use super::{focus, request, submit};
use crate::model::Saved;

/// How long nothing changes before it is sent.
const QUIET: Duration = Duration::from_millis(1_500);
/// A form holds what the server has not got yet; the value is the endpoint that keeps it.
pub(super) const UNSAVED: &str = "data-unsaved";

/// What to do when a field of the form has changed. Without an endpoint: nothing.
pub fn to(endpoint: String, saved: RwSignal<String>) -> impl Fn(&Event) + Copy + 'static {
    let endpoint = StoredValue::new(endpoint);
    let changes = StoredValue::new(0_u32);
    // An effect runs in the browser alone.
    Effect::new(move |_| {
        let typed = window_event_listener(ev::input, move |event| {
            mark(&event, endpoint);
        });
        // The form is still there when another page comes in its place.
        on_cleanup(move || {
            typed.remove();
            flush();
        });
    });
    move |event| {
        let Some(form) = mark(event, endpoint) else {
            return;
        };
        changes.update_value(|changes| *changes += 1);
        let now = changes.get_value();
        set_timeout(
            move || {
                if changes.try_get_value() == Some(now) && !submit::is_busy(&form) {
                    send(form, saved);
                }
            },
            QUIET,
        );
    }
}

/// Notes that the form of an event holds what is not sent yet.
fn mark(event: &Event, endpoint: StoredValue<String>) -> Option<HtmlFormElement> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let form: HtmlFormElement = element.closest("form").ok()??.dyn_into().ok()?;
    let endpoint = endpoint.try_get_value()?;
    // What is typed into another form of the page is none of this endpoint's business.
    let action = form.get_attribute("action")?;
    if endpoint.strip_prefix(action.as_str()) != Some("/autosave") {
        return None;
    }
    form.set_attribute(UNSAVED, &endpoint).ok()?;
    Some(form)
}

fn send(form: HtmlFormElement, saved: RwSignal<String>) {
    let (Some(endpoint), Ok(content)) =
        (form.get_attribute(UNSAVED), FormData::new_with_form(&form))
    else {
        return;
    };
    let _ = form.remove_attribute(UNSAVED);
    spawn_local(async move {
        let result = request::form::<Saved>(&endpoint, &content).await;
        if result.is_err() {
            let _ = form.set_attribute(UNSAVED, &endpoint);
        }
        match result {
            Ok(Saved { text }) if !text.is_empty() => saved.set(text),
            #[cfg(feature = "cabinet")]
            Err(request::Failed::Status(401)) => submit::say_session_over(&form),
            _ => {}
        }
    });
}

/// Sends what is not sent yet while there is time: the page may be about to go.
pub(super) fn flush() {
    let form = focus::find("form[data-unsaved]:not([data-busy])");
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        && let Some(endpoint) = form.get_attribute(UNSAVED)
        && let Ok(content) = FormData::new_with_form(&form)
        && request::parting(&endpoint, &content)
    {
        let _ = form.remove_attribute(UNSAVED);
    }
}

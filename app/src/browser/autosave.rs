//! Keeping what is typed so far.

use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FormData, HtmlFormElement};

use super::{request, submit};
use crate::model::Saved;

/// How long nothing changes before it is sent.
const QUIET: Duration = Duration::from_millis(1_500);

/// What to do when a field of the form has changed. Without an endpoint: nothing.
pub fn to(endpoint: String, saved: RwSignal<String>) -> impl Fn(&Event) + Copy + 'static {
    let endpoint = StoredValue::new(endpoint);
    let changes = StoredValue::new(0_u32);
    move |event| {
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("form").ok().flatten())
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = form.filter(|_| endpoint.with_value(|endpoint| !endpoint.is_empty()))
        else {
            return;
        };
        changes.update_value(|changes| *changes += 1);
        let now = changes.get_value();
        set_timeout(
            move || {
                if changes.try_get_value() == Some(now) && !submit::is_busy(&form) {
                    send(&form, endpoint, saved);
                }
            },
            QUIET,
        );
    }
}

fn send(form: &HtmlFormElement, endpoint: StoredValue<String>, saved: RwSignal<String>) {
    let Ok(content) = FormData::new_with_form(form) else {
        return;
    };
    let endpoint = endpoint.get_value();
    spawn_local(async move {
        if let Ok(Saved { text }) = request::form(&endpoint, &content).await
            && !text.is_empty()
        {
            saved.set(text);
        }
    });
}

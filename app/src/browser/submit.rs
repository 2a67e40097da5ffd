//! Sending a form without leaving the page.

use leptos::ev::{self, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FormData, HtmlElement, HtmlFormElement};

use super::navigation::Navigation;
use super::request::{self, Failed};
use crate::components::live::LiveForm;
use crate::messages::form::{BROKEN, OFFLINE, OVERLOADED, SENDING};
use crate::model::Next;

pub(super) const BUSY: &str = "data-busy";

/// Every form of the portal that no component judges is sent the same way.
pub fn watch(navigation: Navigation) {
    let _ = window_event_listener(ev::submit, move |event| {
        let form = target(&event);
        let ours = form
            .as_ref()
            .and_then(|form| form.get_attribute("action"))
            .is_some_and(|action| action.starts_with("/api/"));
        if ours && !event.default_prevented() {
            begin(&event, navigation);
        }
    });
}

/// Judges a form and sends it, or says what is wrong. A button with an endpoint of its own
/// («Сохранить и выйти») sends what is there.
pub fn judged(event: &SubmitEvent, form: LiveForm) {
    let elsewhere = submitter(event).is_some_and(|button| button.has_attribute("formaction"));
    let busy = target(event).is_some_and(|form| is_busy(&form));
    if busy || elsewhere || form.is_right() {
        begin(event, expect_context());
    } else {
        event.prevent_default();
    }
}

/// A request of this form is under way.
pub fn is_busy(form: &HtmlFormElement) -> bool {
    form.has_attribute(BUSY)
}

pub(super) fn target(event: &SubmitEvent) -> Option<HtmlFormElement> {
    event.target()?.dyn_into().ok()
}

fn submitter(event: &SubmitEvent) -> Option<HtmlElement> {
    event.submitter()?.dyn_into().ok()
}

fn begin(event: &SubmitEvent, navigation: Navigation) {
    event.prevent_default();
    let Some(form) = target(event).filter(|form| !is_busy(form)) else {
        return;
    };
    let button = submitter(event).or_else(|| {
        form.query_selector("button:not([type=button])")
            .ok()??
            .dyn_into()
            .ok()
    });
    let (Some(button), Ok(content)) = (button, FormData::new_with_form(&form)) else {
        return;
    };
    let action = button
        .get_attribute("formaction")
        .or_else(|| form.get_attribute("action"))
        .unwrap_or_default();
    let name = button.get_attribute("name").unwrap_or_default();
    if !name.is_empty() {
        let _ = content.append_with_str(&name, &button.get_attribute("value").unwrap_or_default());
    }
    let text = set_busy(&form, &button);
    say(&form, "");
    spawn_local(async move {
        let failed = match request::form::<Next>(&action, &content).await {
            Ok(next) => navigation.show(next.path).await.err(),
            Err(Failed::Status(401)) => navigation.show("/login".to_owned()).await.err(),
            Err(failed) => Some(failed),
        };
        let _ = form.remove_attribute(BUSY);
        let _ = button.remove_attribute("aria-disabled");
        button.set_text_content(text.as_deref());
        match failed {
            None => {}
            Some(Failed::Offline) => say(&form, OFFLINE),
            Some(Failed::Status(429 | 503)) => say(&form, OVERLOADED),
            Some(Failed::Status(_)) => say(&form, BROKEN),
        }
    });
}

/// The button keeps its size, says what it does and ignores repeats (F15).
fn set_busy(form: &HtmlFormElement, button: &HtmlElement) -> Option<String> {
    let _ = form.set_attribute(BUSY, "");
    let width = [&button.offset_width().to_string(), "px"].concat();
    let _ = button.style().set_property("min-width", &width);
    let _ = button.set_attribute("aria-disabled", "true");
    let text = button.text_content();
    button.set_text_content(Some(SENDING));
    text
}

/// Says something in the form's status line, or in the page's.
pub(super) fn say(form: &HtmlFormElement, text: &str) {
    let line = form
        .query_selector("[role=status]")
        .ok()
        .flatten()
        .or_else(|| super::focus::find("#status"));
    if let Some(line) = line {
        line.set_text_content(Some(text));
    }
}

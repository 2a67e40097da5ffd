//! Sending a form without leaving the page.

use leptos::ev::{self, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
#[cfg(feature = "cabinet")]
use leptos::web_sys::UrlSearchParams;
use leptos::web_sys::{Element, FormData, HtmlElement, HtmlFormElement};

use super::autosave::{self, UNSAVED};
use super::navigation::Navigation;
use super::request::{self, Failed};
use crate::components::live::LiveForm;
use crate::messages::form::{BROKEN, OFFLINE, OVERLOADED, SENDING};
use crate::model::Next;

pub(super) const BUSY: &str = "data-busy";
/// What a form says when its citizen is not signed in any more.
#[cfg(feature = "cabinet")]
const SESSION_OVER: &str = "Сеанс закончился. Введённое остаётся на этой странице: войдите ещё раз в новой вкладке и отправьте форму снова.";

/// Every form of the portal that no component judges is sent the same way. What is typed is kept
/// when the page is hidden or left: a hidden one may never be shown again.
pub fn watch(navigation: Navigation) {
    let _ = window_event_listener(ev::visibilitychange, |_| autosave::flush());
    let _ = window_event_listener(ev::pagehide, |_| autosave::flush());
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
    // What is typed into another form would go with the page.
    autosave::flush();
    spawn_local(async move {
        let failed = match request::form::<Next>(&action, &content).await {
            Ok(next) => navigation.show(next.path).await.err(),
            #[cfg(feature = "cabinet")]
            Err(Failed::Status(401)) if own_line(&form).is_none() => {
                navigation.show(login_path()).await.err()
            }
            Err(failed) => Some(failed),
        };
        let _ = form.remove_attribute(BUSY);
        let _ = button.remove_attribute("aria-disabled");
        button.set_text_content(text.as_deref());
        match failed {
            None => {
                let _ = form.remove_attribute(UNSAVED);
            }
            #[cfg(feature = "cabinet")]
            Some(Failed::Status(401)) => say_session_over(&form),
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
    if let Some(line) = own_line(form).or_else(|| super::focus::find("#status")) {
        line.set_text_content(Some(text));
    }
}

fn own_line(form: &HtmlFormElement) -> Option<Element> {
    form.query_selector("[role=status]").ok().flatten()
}

/// Says in the form's status line that the session is over. A sign-in in another tab is enough to send
/// the form again as it stands here.
#[cfg(feature = "cabinet")]
pub(super) fn say_session_over(form: &HtmlFormElement) {
    if let Some(line) = own_line(form) {
        let link = [
            SESSION_OVER,
            " <a href=\"",
            &login_path(),
            "\" target=\"_blank\" rel=\"external noopener\">Войти (в новой вкладке)</a>",
        ];
        line.set_inner_html(&link.concat());
    }
}

/// The sign-in that leads back to this page.
#[cfg(feature = "cabinet")]
fn login_path() -> String {
    let location = window().location();
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let query = UrlSearchParams::new().map(|query| {
        query.append("return_to", &here);
        String::from(query.to_string())
    });
    ["/login?", &query.unwrap_or_default()].concat()
}

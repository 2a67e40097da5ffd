//! Sending a file without leaving the page: how far it is, and a way to stop it (R-UPL).

use leptos::ev::{self, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{
    FormData, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlProgressElement, ProgressEvent,
    XmlHttpRequest,
};

use super::navigation::Navigation;
use super::submit::{BUSY, is_busy, say, target};
use crate::messages::form::{UPLOAD_BROKEN, UPLOAD_CANCELLED, UPLOADING};

/// A form of one file says where it leads back to.
const LEADS_BACK: &str = "data-upload";

/// Every form that sends a file is sent so.
pub fn watch(navigation: Navigation) {
    let _ = window_event_listener(ev::submit, move |event| {
        if let Some(form) = target(&event).filter(|form| form.has_attribute(LEADS_BACK)) {
            begin(&event, &Sending { form, navigation });
        }
    });
}

/// A form and the page it stands on.
#[derive(Clone)]
struct Sending {
    form: HtmlFormElement,
    navigation: Navigation,
}

fn begin(event: &SubmitEvent, sending: &Sending) {
    let form = &sending.form;
    if is_busy(form) || is_too_large(form) {
        event.prevent_default();
        return;
    }
    // What cannot be sent so is sent by the browser.
    let (Ok(request), Ok(content)) = (XmlHttpRequest::new(), FormData::new_with_form(form)) else {
        return;
    };
    let action = form.get_attribute("action").unwrap_or_default();
    let opened = request.open_with_async("POST", &action, true);
    if opened.is_err()
        || request
            .set_request_header("Accept", "application/json")
            .is_err()
    {
        return;
    }
    event.prevent_default();
    sending.show_progress(&request);
    sending.await_end(&request);
    let _ = request.send_with_opt_form_data(Some(&content));
}

/// A file that is refused anyway costs nobody its bytes.
fn is_too_large(form: &HtmlFormElement) -> bool {
    let most: f64 = attribute(form, "data-max-bytes")
        .parse()
        .unwrap_or(f64::MAX);
    let file = within::<HtmlInputElement>(form, "input[type=file]")
        .and_then(|input| input.files())
        .and_then(|files| files.get(0));
    let too_large = file.is_some_and(|file| file.size() > most);
    if too_large && let Some(refusal) = within::<HtmlElement>(form, "[data-refusal]") {
        refusal.set_text_content(Some(&attribute(form, "data-too-large")));
        if let Some(line) = refusal.parent_element() {
            let _ = line.remove_attribute("hidden");
        }
        if let Some(input) = within::<HtmlInputElement>(form, "input[type=file]") {
            let _ = input.set_attribute("aria-invalid", "true");
            let _ = input.focus();
        }
    }
    too_large
}

fn attribute(form: &HtmlFormElement, name: &str) -> String {
    form.get_attribute(name).unwrap_or_default()
}

fn within<T: JsCast>(form: &HtmlFormElement, selector: &str) -> Option<T> {
    form.query_selector(selector).ok()??.dyn_into().ok()
}

impl Sending {
    /// The bar, and the button that stops it all.
    fn show_progress(&self, request: &XmlHttpRequest) {
        let form = &self.form;
        let _ = form.set_attribute(BUSY, "");
        say(form, UPLOADING);
        if let Some(panel) = within::<HtmlElement>(form, ".papers__progress") {
            let _ = panel.remove_attribute("hidden");
        }
        if let (Some(bar), Ok(upload)) = (
            within::<HtmlProgressElement>(form, "progress"),
            request.upload(),
        ) {
            bar.set_value(0.0);
            let moved = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
                if event.length_computable() {
                    bar.set_value(100.0 * event.loaded() / event.total());
                }
            });
            upload.set_onprogress(Some(moved.into_js_value().unchecked_ref()));
        }
        if let Some(button) = within::<HtmlElement>(form, ".papers__progress button") {
            let request = request.clone();
            let stop = Closure::<dyn Fn()>::new(move || {
                let _ = request.abort();
            });
            button.set_onclick(Some(stop.into_js_value().unchecked_ref()));
            let _ = button.focus();
        }
    }

    /// However it ends.
    fn await_end(&self, request: &XmlHttpRequest) {
        let on = |end: fn(&Self, u16)| {
            let (sending, request) = (self.clone(), request.clone());
            let ended = Closure::<dyn Fn()>::new(move || {
                sending.hide_progress();
                end(&sending, request.status().unwrap_or_default());
            });
            ended.into_js_value()
        };
        request.set_onload(Some(on(Self::answered).unchecked_ref()));
        let broken = on(|sending, _| say(&sending.form, UPLOAD_BROKEN));
        request.set_onerror(Some(broken.unchecked_ref()));
        let cancelled = on(|sending, _| say(&sending.form, UPLOAD_CANCELLED));
        request.set_onabort(Some(cancelled.unchecked_ref()));
    }

    /// The page says what has become of the file.
    fn answered(&self, status: u16) {
        let path = match status {
            429 | 503 => return say(&self.form, UPLOAD_BROKEN),
            401 => "/login".to_owned(),
            _ => attribute(&self.form, LEADS_BACK),
        };
        let navigation = self.navigation;
        if self.form.is_connected() {
            spawn_local(async move {
                let _ = navigation.show(path).await;
            });
        }
    }

    fn hide_progress(&self) {
        let _ = self.form.remove_attribute(BUSY);
        if let Some(panel) = within::<HtmlElement>(&self.form, ".papers__progress") {
            let _ = panel.set_attribute("hidden", "");
        }
        if let Some(button) = within::<HtmlElement>(&self.form, "button[type=submit]") {
            let _ = button.focus();
        }
    }
}

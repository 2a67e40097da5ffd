//! Where focus goes.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
#[cfg(feature = "cabinet")]
use leptos::web_sys::HtmlInputElement;
use leptos::web_sys::{Element, HtmlElement};

/// Prefix of the title when something is to be corrected.
pub const FAILURE_PREFIX: &str = "Ошибка: ";

/// The first element that fits.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Puts focus on the first element that fits.
pub fn on(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// Whether somebody is filling in a form of the page, or has chosen a file to send.
#[cfg(feature = "cabinet")]
pub fn is_in_form() -> bool {
    let file = find("main input[type=file]").and_then(|input| input.dyn_into().ok());
    find("main form :focus:not(button)").is_some()
        || file.is_some_and(|input: HtmlInputElement| !input.value().is_empty())
}

/// A page has come in place of another (A5): the summary when something is to be corrected, else
/// a notice about what has just happened, else the heading.
pub fn on_new_page(failed: bool) {
    request_animation_frame(move || {
        let selector = match failed {
            true => "#summary:not([hidden])",
            false => "[data-focus]",
        };
        on(if find(selector).is_some() {
            selector
        } else {
            "h1"
        });
    });
}

/// The form was not sent (V3).
pub fn on_failure() {
    let title = document().title();
    if !title.starts_with(FAILURE_PREFIX) {
        document().set_title(&[FAILURE_PREFIX, &title].concat());
    }
    on_new_page(true);
}

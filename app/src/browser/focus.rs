//! Where focus goes.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
#[cfg(feature = "cabinet")]
use leptos::web_sys::{FocusOptions, HtmlInputElement, NodeList};

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

/// What has focus on the page, known again by its words when the page is built anew.
#[cfg(feature = "cabinet")]
pub struct Held {
    words: Option<String>,
    /// How many before it say the same.
    turn: usize,
}

/// What has focus now.
#[cfg(feature = "cabinet")]
pub fn held() -> Option<Held> {
    let own = document().active_element()?;
    let words = own.text_content();
    let turn = saying(&words).position(|element| element == own)?;
    Some(Held { words, turn })
}

/// Puts focus back when the page is there.
#[cfg(feature = "cabinet")]
pub fn on_held(held: Held) {
    request_animation_frame(move || {
        let again = saying(&held.words).nth(held.turn);
        if let Some(element) = again.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            let _ = element.focus_with_options(&still);
        }
    });
}

/// Elements of the page that say so and can have focus.
#[cfg(feature = "cabinet")]
fn saying(words: &Option<String>) -> impl Iterator<Item = Element> {
    const CAN_HAVE_FOCUS: &str = "main :is(a, button, summary, [tabindex])";
    let list = document().query_selector_all(CAN_HAVE_FOCUS).ok();
    let length = list.as_ref().map_or(0, NodeList::length);
    let elements = (0..length).filter_map(move |place| list.as_ref()?.get(place)?.dyn_into().ok());
    elements.filter(move |element: &Element| element.text_content() == *words)
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

//! The wasm entry: takes the page over and says so.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes the page over.
#[wasm_bindgen(start)]
pub fn start() {
    let document = document();
    let page = document
        .get_element_by_id("page")
        .and_then(|element| element.text_content())
        .and_then(|text| serde_json::from_str(&text).ok());
    let main = document
        .get_element_by_id("main")
        .and_then(|main| main.dyn_into::<HtmlElement>().ok());
    let (Some(page), Some(main)) = (page, main) else {
        return;
    };
    leptos::mount::hydrate_from(main, move || view! { <app::App page/> }).forget();
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-hydrated", "");
    }
}

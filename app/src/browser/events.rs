//! A page that is fetched again when the server says that something is new on it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::EventSource;

use super::navigation::Navigation;

/// Listens as long as the page is shown. While a form on it is being filled in, nothing moves.
pub fn watch(address: String) {
    Effect::new(move |_| {
        let navigation: Navigation = expect_context();
        let Ok(source) = EventSource::new(&address) else {
            return;
        };
        let changed = Closure::<dyn Fn()>::new(move || {
            spawn_local(async move {
                navigation.refresh().await;
            });
        });
        let heard = changed.as_ref().unchecked_ref();
        let _ = source.add_event_listener_with_callback("changed", heard);
        // Both live until the page goes.
        let kept = StoredValue::new_local((source, changed));
        on_cleanup(move || {
            kept.with_value(|(source, _)| source.close());
        });
    });
}

//! A warning about a weak password: the server holds the list (S2).

use leptos::task::spawn_local;
use leptos::web_sys::FormData;

use super::{input, request};
use crate::model::Advice;

const ENDPOINT: &str = "/api/password/advice";

/// Asks about the password that stands in the input `id`, and tells what is weak about it, if it
/// still stands there then.
pub fn ask(id: String, tell: impl FnOnce(String) + 'static) {
    let password = input::value(&id);
    let Ok(content) = FormData::new() else { return };
    if content.append_with_str("password", &password).is_err() {
        return;
    }
    spawn_local(async move {
        if let Ok(Advice { text }) = request::form(ENDPOINT, &content).await
            && input::value(&id) == password
        {
            tell(text);
        }
    });
}

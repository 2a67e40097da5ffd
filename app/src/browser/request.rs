//! Requests to the server.

use gloo_net::http::{Request, Response};
use leptos::prelude::window;
use leptos::web_sys::{FormData, UrlSearchParams};
use serde::de::DeserializeOwned;

/// Why a request brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// No answer.
    Offline,
    /// Another status than 200.
    Status(u16),
}

const JSON: &str = "application/json";

/// Asks for something.
///
/// # Errors
/// No answer, or none of use.
pub async fn json<T: DeserializeOwned>(url: &str) -> Result<T, Failed> {
    read(Request::get(url).header("Accept", JSON).send().await).await
}

/// Sends a form.
///
/// # Errors
/// No answer, or none of use.
pub async fn form<T: DeserializeOwned>(action: &str, content: &FormData) -> Result<T, Failed> {
    let body =
        UrlSearchParams::new_with_str_sequence_sequence(content).map_err(|_| Failed::Offline)?;
    let request = Request::post(action)
        .header("Accept", JSON)
        .body(body)
        .map_err(|_| Failed::Offline)?;
    read(request.send().await).await
}

/// Sends a form that the browser delivers even when the page goes; nobody hears the answer. Whether
/// the browser has taken it.
pub fn parting(action: &str, content: &FormData) -> bool {
    let Ok(body) = UrlSearchParams::new_with_str_sequence_sequence(content) else {
        return false;
    };
    let navigator = window().navigator();
    let taken = navigator.send_beacon_with_opt_url_search_params(action, Some(&body));
    taken.unwrap_or_default()
}

async fn read<T: DeserializeOwned>(result: Result<Response, gloo_net::Error>) -> Result<T, Failed> {
    let response = result.map_err(|_| Failed::Offline)?;
    if !response.ok() {
        return Err(Failed::Status(response.status()));
    }
    let text = response.text().await.map_err(|_| Failed::Offline)?;
    serde_json::from_str(&text).map_err(|_| Failed::Status(0))
}

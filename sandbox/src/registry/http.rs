//! Routes of the registries.

use axum::Router;
use axum::routing::{get, post};

use super::{Desk, requests, tester};

/// The protocol, the tester's JSON and the page.
pub(crate) fn router<S>(desk: Desk) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    let rules = get(tester::rules)
        .put(tester::set)
        .post(tester::set_by_form)
        .delete(tester::clear);
    Router::new()
        .route("/registries", get(tester::show))
        .route("/registries/rules", rules)
        .route("/registries/rules/clear", post(tester::clear_by_form))
        .route("/registries/log", get(tester::log))
        .route("/registries/{registry}/requests", post(requests::ask))
        .route(
            "/registries/{registry}/requests/{ticket}",
            get(requests::poll),
        )
        .with_state(desk)
}

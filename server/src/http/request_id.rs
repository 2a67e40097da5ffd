//! One id for a request: in its log lines, in the answer's header and on error pages.

use axum::{extract::Request, middleware::Next, response::Response};
use http::HeaderValue;

/// Header of the answer that carries the id.
pub(crate) const HEADER: &str = "x-request-id";

/// Id of the running request, 16 hexadecimal digits.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// Gives the request a fresh id; one sent by a stranger is not believed.
pub(crate) async fn layer(mut request: Request, next: Next) -> Response {
    let id = fresh();
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}

fn fresh() -> String {
    let mut bytes = [0u8; 8];
    accounts::rng::Rng::fill(&accounts::rng::SystemRng, &mut bytes);
    format!("{:016x}", u64::from_be_bytes(bytes))
}

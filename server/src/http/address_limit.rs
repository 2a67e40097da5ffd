//! So many requests a minute from one address (`[limits] requests_per_address_minute`).

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::{middleware::Next, response::Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::{HeaderValue, StatusCode};

use super::client_address::ClientAddress;
use super::error_answer::ErrorAnswers;

/// Counters by address; an IPv6 customer holds a /64, so that is the key there.
#[derive(Clone)]
pub(crate) struct AddressLimit {
    limiter: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    errors: ErrorAnswers,
}

impl AddressLimit {
    /// `None` when the limit is lifted.
    pub(crate) fn new(enabled: bool, per_minute: u32, errors: ErrorAnswers) -> Option<Self> {
        let per_minute = NonZeroU32::new(per_minute).filter(|_| enabled)?;
        let limiter = Arc::new(RateLimiter::keyed(Quota::per_minute(per_minute)));
        Some(Self { limiter, errors })
    }

    /// Forgets addresses that have been quiet; called once a minute.
    pub(crate) fn sweep(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

/// Answers 429 when an address asks too much.
pub(crate) async fn layer(
    State(limit): State<AddressLimit>,
    request: Request,
    next: Next,
) -> Response {
    let address = request
        .extensions()
        .get::<ClientAddress>()
        .map(|client| key(client.0));
    if address.is_some_and(|address| limit.limiter.check_key(&address).is_err()) {
        let prepared = limit
            .errors
            .prepare(StatusCode::TOO_MANY_REQUESTS, &request);
        return prepared.answer_as(None, Some(HeaderValue::from_static("60")));
    }
    next.run(request).await
}

fn key(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let network = u128::from(v6) & !u128::from(u64::MAX);
            IpAddr::V6(network.into())
        }
    }
}

//! Answers that are made for one request, as Brotli.
//!
//! A page is whole before its first byte leaves, so it is compressed in one go, in a window no larger than
//! it needs: a fifth of a millisecond. A streaming encoder with room for megabytes takes four times as long,
//! most of it for memory it hardly touches. gzip, for whoever takes no Brotli, is left to `tower-http`.

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::{extract::Request, middleware::Next, response::Response};
use brotli::enc::BrotliEncoderParams;
use http::{HeaderMap, HeaderValue, header};

/// Level 5 would save another 8 % of the bytes for half as much time again.
const LEVEL: i32 = 4;
/// 64 KiB: no page is larger.
const WINDOW_BITS: i32 = 16;
/// Below this there is nothing to gain; above it nothing is made here.
const SIZES: std::ops::RangeInclusive<u64> = 64..=1_000_000;

/// Compresses what is made here for whoever accepts Brotli.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let accepted = accepts_brotli(request.headers());
    let response = next.run(request).await;
    if accepted && is_made_here(response.headers()) && is_whole(&response) {
        pack(response).await
    } else {
        response
    }
}

/// Pages and answers of server functions; files are compressed by the build.
pub(crate) fn is_made_here(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html") || kind == "application/json")
        && !headers.contains_key(header::CONTENT_ENCODING)
}

fn is_whole(response: &Response) -> bool {
    let size = response.body().size_hint().exact();
    size.is_some_and(|size| SIZES.contains(&size))
}

/// `br`, unless it is refused with `q=0`.
fn accepts_brotli(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING);
    let codings = lines
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','));
    codings
        .map(|coding| coding.split_once(';').unwrap_or((coding, "")))
        .any(|(name, weight)| name.trim().eq_ignore_ascii_case("br") && !is_zero(weight))
}

fn is_zero(weight: &str) -> bool {
    let weight = weight.trim().strip_prefix("q=");
    weight.is_some_and(|weight| weight.trim_matches(['0', '.', ' ']).is_empty())
}

async fn pack(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    // Whole already: this reads nothing and cannot fail.
    let Ok(plain) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(head, Body::empty());
    };
    let mut packed = Vec::with_capacity(plain.len() / 2);
    let settings = BrotliEncoderParams {
        quality: LEVEL,
        lgwin: WINDOW_BITS,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    if brotli::BrotliCompress(&mut &plain[..], &mut packed, &settings).is_err() {
        return Response::from_parts(head, Body::from(plain));
    }
    let headers = &mut head.headers;
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    headers.insert(header::CONTENT_LENGTH, packed.len().into());
    headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(head, Body::from(packed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_accepted_when_it_is_named() {
        let judged = |line: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(line));
            accepts_brotli(&headers)
        };
        assert!(judged("gzip, deflate, br, zstd"));
        assert!(judged("gzip;q=1.0, BR;q=0.5"));
        for refusal in ["gzip", "br;q=0", "br; q=0.000", "brotli", ""] {
            assert!(!judged(refusal), "{refusal}");
        }
        assert!(!accepts_brotli(&HeaderMap::new()));
    }
}

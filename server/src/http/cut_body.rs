//! A body that ends at a limit, whatever its sender goes on sending.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use futures_util::{StreamExt as _, stream};

/// So many bytes beyond the limit are thrown away as they come: a browser without scripts reads the answer only
/// after it has sent everything. Whoever sends more loses the connection.
const SWALLOWED: u64 = 64 << 20;

/// Tells whether a body was cut.
#[derive(Clone, Default)]
pub(super) struct Cut(Arc<AtomicBool>);

impl Cut {
    pub(super) fn happened(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The body up to the limit; a longer one breaks off there. No more of it is held than one piece.
pub(super) fn cut(body: Body, limit: u64) -> (Body, Cut) {
    let told = Cut::default();
    let tell = told.clone();
    let pieces = stream::try_unfold((body.into_data_stream(), 0_u64), move |(mut rest, read)| {
        let (tell, mut read) = (tell.clone(), read);
        async move {
            while let Some(piece) = rest.next().await {
                let piece = piece?;
                read += piece.len() as u64;
                if read <= limit {
                    return Ok(Some((piece, (rest, read))));
                }
                tell.0.store(true, Ordering::SeqCst);
                if read > limit + SWALLOWED {
                    break;
                }
            }
            match tell.happened() {
                true => Err(axum::Error::new(std::io::Error::other("cut"))),
                false => Ok(None),
            }
        }
    });
    (Body::from_stream(pieces), told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;

    fn body(pieces: usize) -> Body {
        let piece = |_| Ok::<_, std::io::Error>(vec![0_u8; 1024]);
        Body::from_stream(stream::iter((0..pieces).map(piece)))
    }

    #[tokio::test]
    async fn a_body_is_cut_at_its_limit() {
        for (pieces, whole) in [(0, true), (4, true), (5, false), (5_000, false)] {
            let (body, told) = cut(body(pieces), 4096);
            let read = to_bytes(body, usize::MAX).await;
            assert_eq!(read.is_ok(), whole, "{pieces}");
            assert_eq!(told.happened(), !whole, "{pieces}");
        }
    }
}

//! `/cabinet/checks/events`: tells an open timeline that something is new, by Server-Sent Events. It carries no data: the
//! page is fetched again.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use accounts::{Portal, Visit, check};
use app::SiteContext;
use axum::extract::{Query, Request, State};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use futures_util::stream;
use http::StatusCode;
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast};
use tokio::time::{Instant, sleep_until};

use super::router::page_context;

/// Streams open at once.
const MOST: usize = 512;
/// How often it is looked whether another process has changed something.
const LOOK: Duration = Duration::from_secs(5);
/// How long one stream lasts; the browser opens the next one by itself.
const LASTS: Duration = Duration::from_secs(120);

#[derive(Clone)]
struct Events {
    site: Arc<SiteContext>,
    free: Arc<Semaphore>,
}

/// The route.
pub(crate) fn route(site: &Arc<SiteContext>) -> MethodRouter<Arc<SiteContext>> {
    get(events).with_state(Events {
        site: Arc::clone(site),
        free: Arc::new(Semaphore::new(MOST)),
    })
}

/// One listener.
struct Listener {
    portal: Portal,
    visit: Visit,
    account_id: String,
    /// Stamp of what the page shows.
    seen: String,
    changes: broadcast::Receiver<String>,
    look_at: Instant,
    until: Instant,
    _place: OwnedSemaphorePermit,
}

/// What the page tells.
#[derive(Deserialize)]
struct Shown {
    #[serde(default)]
    seen: String,
}

async fn events(
    State(events): State<Events>,
    Query(shown): Query<Shown>,
    request: Request,
) -> Response {
    let context = page_context(Arc::clone(&events.site), &request);
    let visit = context.visit(request.headers());
    let portal = events.site.portal.clone();
    let Ok(place) = events.free.try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let changes = portal.changes.listen();
    match check::stamp(&portal, &visit).await {
        Ok(Some((account_id, _))) => {
            let now = Instant::now();
            let listener = Listener {
                portal,
                visit,
                account_id,
                seen: shown.seen,
                changes,
                // What has changed between the page and its stream is told at once.
                look_at: now,
                until: now + LASTS,
                _place: place,
            };
            Sse::new(stream::unfold(listener, next)).into_response()
        }
        // A browser does not come back after this answer.
        Ok(None) => StatusCode::NO_CONTENT.into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// The next word of a stream: that something is new, or that it still lives. `None`: it is over. What is new is told
/// again at every look, until the page has been fetched and listens with another stamp.
async fn next(mut listener: Listener) -> Option<(Result<Event, Infallible>, Listener)> {
    tokio::select! {
        () = listener.portal.changes.ended() => return None,
        () = sleep_until(listener.until) => return None,
        () = sleep_until(listener.look_at) => {}
        () = told(&mut listener.changes, &listener.account_id) => {}
    }
    listener.look_at = Instant::now() + LOOK;
    let (_, stamp) = check::stamp(&listener.portal, &listener.visit)
        .await
        .ok()??;
    let event = if stamp == listener.seen {
        Event::default().comment("")
    } else {
        // Without data a browser would drop the event.
        Event::default().event("changed").data("1")
    };
    Some((Ok(event), listener))
}

/// Returns when this process has changed something of the account, or told more than could be heard.
async fn told(changes: &mut broadcast::Receiver<String>, account_id: &str) {
    loop {
        match changes.recv().await {
            Ok(changed) if changed != account_id => {}
            Ok(_) | Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

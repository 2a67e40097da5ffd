//! Somebody who wants to be called.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A call that came.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Called {
    pub(crate) authorization: String,
    pub(crate) body: Value,
}

#[derive(Default)]
struct Mood {
    /// Calls that are not taken first.
    refuses: usize,
    called: Vec<Called>,
}

/// A server on loopback.
pub(crate) struct Asker {
    /// What a request says to be called.
    pub(crate) callback: Value,
    mood: Arc<Mutex<Mood>>,
}

impl Asker {
    pub(crate) async fn start(refuses: usize) -> Self {
        let mood = Arc::new(Mutex::new(Mood {
            refuses,
            called: Vec::new(),
        }));
        let router = Router::new()
            .route("/called", post(take))
            .with_state(Arc::clone(&mood));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let url = format!("http://localhost:{port}/called");
        let callback = json!({ "url": url, "token": "secret-token" });
        Self { callback, mood }
    }

    /// The calls so far, those that were not taken included.
    pub(crate) fn called(&self) -> Vec<Called> {
        self.mood.lock().unwrap().called.clone()
    }

    /// Waits for so many calls; fails after ten seconds.
    pub(crate) async fn until(&self, calls: usize) -> Vec<Called> {
        for _ in 0..200 {
            if self.called().len() >= calls {
                return self.called();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{:?}", self.called());
    }
}

async fn take(
    State(mood): State<Arc<Mutex<Mood>>>,
    headers: HeaderMap,
    Json(body): Json<Value>,
) -> StatusCode {
    let authorization = headers[header::AUTHORIZATION].to_str().unwrap().to_owned();
    let mut mood = mood.lock().unwrap();
    mood.called.push(Called {
        authorization,
        body,
    });
    if mood.refuses == 0 {
        return StatusCode::NO_CONTENT;
    }
    mood.refuses -= 1;
    StatusCode::SERVICE_UNAVAILABLE
}

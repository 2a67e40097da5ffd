//! A gateway that can be down, slow, or refuse.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use tokio::net::TcpListener;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Received {
    pub(super) channel: String,
    pub(super) key: String,
    pub(super) to: String,
    pub(super) text: String,
}

#[derive(Default)]
struct Behaviour {
    status: u16,
    delay: Duration,
    received: Vec<Received>,
}

#[derive(Clone)]
pub(super) struct Gateway {
    pub(super) address: SocketAddr,
    behaviour: Arc<Mutex<Behaviour>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    to: String,
    text: String,
}

impl Gateway {
    pub(super) async fn start() -> Self {
        let behaviour = Arc::new(Mutex::new(Behaviour {
            status: 200,
            ..Behaviour::default()
        }));
        let router = Router::new()
            .route("/{channel}", post(receive))
            .with_state(Arc::clone(&behaviour));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, behaviour }
    }

    /// From now on it answers so, after this delay.
    pub(super) fn answer(&self, status: u16, delay: Duration) {
        let mut behaviour = self.behaviour.lock().expect("no panic");
        behaviour.status = status;
        behaviour.delay = delay;
    }

    /// Everything posted so far, whatever was answered.
    pub(super) fn received(&self) -> Vec<Received> {
        self.behaviour.lock().expect("no panic").received.clone()
    }

    pub(super) fn keys(&self) -> Vec<String> {
        self.received()
            .into_iter()
            .map(|received| received.key)
            .collect()
    }
}

async fn receive(
    State(behaviour): State<Arc<Mutex<Behaviour>>>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    Json(message): Json<Message>,
) -> (StatusCode, &'static str) {
    let key = headers
        .get("idempotency-key")
        .and_then(|key| key.to_str().ok())
        .unwrap_or_default();
    let received = Received {
        channel,
        key: key.to_owned(),
        to: message.to,
        text: message.text,
    };
    let (status, delay) = {
        let mut behaviour = behaviour.lock().expect("no panic");
        behaviour.received.push(received);
        (behaviour.status, behaviour.delay)
    };
    tokio::time::sleep(delay).await;
    (
        StatusCode::from_u16(status).expect("a status"),
        r#"{"id":"1"}"#,
    )
}

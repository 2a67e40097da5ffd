//! The registries of one test.

use std::time::Duration;

use reqwest::{RequestBuilder, Response, StatusCode};
use sandbox::Running;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::started::{client, start};

/// A number that passes as a SNILS.
pub(crate) const NUMBER: &str = "00000060002";

/// A sandbox with its folder.
pub(crate) struct Bus {
    running: Running,
    folder: TempDir,
}

impl Bus {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let running = start(folder.path()).await;
        Self { running, folder }
    }

    /// The same file in a new sandbox.
    pub(crate) async fn restart(self) -> Self {
        let Self { running, folder } = self;
        running.stop().await;
        let running = start(folder.path()).await;
        Self { running, folder }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}/registries{path}", self.running.addr)
    }

    /// A request about a number, to be sent.
    pub(crate) fn request(&self, registry: &str, key: &str, body: &Value) -> RequestBuilder {
        let request = client().post(self.url(&format!("/{registry}/requests")));
        request.header("Idempotency-Key", key).json(body)
    }

    /// Asks about [`NUMBER`].
    pub(crate) async fn ask(&self, registry: &str, key: &str, callback: &Value) -> Response {
        let body = question(NUMBER, callback);
        self.request(registry, key, &body).send().await.unwrap()
    }

    /// Asks about [`NUMBER`] and gives the ticket.
    pub(crate) async fn ticket(&self, registry: &str, key: &str) -> String {
        ticket(self.ask(registry, key, &Value::Null).await).await
    }

    pub(crate) async fn poll(&self, registry: &str, ticket: &str) -> Response {
        let url = self.url(&format!("/{registry}/requests/{ticket}"));
        client().get(url).send().await.unwrap()
    }

    /// What a poll says.
    pub(crate) async fn state(&self, registry: &str, ticket: &str) -> Value {
        let polled = self.poll(registry, ticket).await;
        polled.error_for_status().unwrap().json().await.unwrap()
    }

    /// Polls until there is an answer; fails after ten seconds.
    pub(crate) async fn answer(&self, registry: &str, ticket: &str) -> Value {
        for _ in 0..200 {
            let state = self.state(registry, ticket).await;
            if state["state"] == "answered" {
                return state["answer"].clone();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no answer");
    }

    /// A new question about [`NUMBER`] and its outcome.
    pub(crate) async fn outcome(&self, registry: &str, key: &str) -> Value {
        let ticket = self.ticket(registry, key).await;
        self.answer(registry, &ticket).await["outcome"].clone()
    }

    pub(crate) async fn rule(&self, rule: &Value) {
        assert_eq!(self.put(rule).await.status(), StatusCode::NO_CONTENT);
    }

    pub(crate) async fn put(&self, rule: &Value) -> Response {
        let request = client().put(self.url("/rules")).json(rule);
        request.send().await.unwrap()
    }

    pub(crate) async fn rules(&self) -> Vec<Value> {
        let answer = client().get(self.url("/rules")).send().await.unwrap();
        answer.json().await.unwrap()
    }

    pub(crate) async fn log(&self, query: &str) -> Vec<Value> {
        let url = self.url(&format!("/log{query}"));
        let answer = client().get(url).send().await.unwrap();
        answer.json().await.unwrap()
    }

    /// Waits until so much has happened; fails after ten seconds.
    pub(crate) async fn until(&self, events: usize) -> Vec<String> {
        for _ in 0..200 {
            let happened = self.events().await;
            if happened.len() >= events {
                return happened;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{:?}", self.events().await);
    }

    /// What happened so far.
    pub(crate) async fn events(&self) -> Vec<String> {
        let event = |entry: &Value| entry["event"].as_str().unwrap().to_owned();
        self.log("").await.iter().map(event).collect()
    }
}

/// The body of a request.
pub(crate) fn question(number: &str, callback: &Value) -> Value {
    json!({
        "number": number,
        "attributes": { "surname": "Ёжикова", "birth_date": "1984-03-17" },
        "callback": callback,
    })
}

/// The ticket that was handed out.
pub(crate) async fn ticket(answer: Response) -> String {
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    let body: Value = answer.json().await.unwrap();
    body["ticket"].as_str().unwrap().to_owned()
}

/// Milliseconds from one entry of the log to another, less than a day later.
pub(crate) fn millis_between(earlier: &Value, later: &Value) -> i64 {
    let of_day = |entry: &Value| {
        let at = entry["at"].as_str().unwrap();
        let part = |from: usize, to: usize| at[from..to].parse::<i64>().unwrap();
        ((part(11, 13) * 60 + part(14, 16)) * 60 + part(17, 19)) * 1_000 + part(20, 23)
    };
    (of_day(later) - of_day(earlier)).rem_euclid(86_400_000)
}

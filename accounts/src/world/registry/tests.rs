//! The registries' adapter against a server over a real socket.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode, header};
use domain::registry::{Outcome, Registry};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{Answer, Callback, HttpRegistries, Question, Registries};
use crate::world::Failure;

/// What the other side was asked.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    line: String,
    key: Option<String>,
    body: Value,
}

/// A server that says one thing to everything and notes what it was asked.
struct Other {
    registries: HttpRegistries,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Other {
    async fn says(status: u16, body: impl Into<Bytes>) -> Self {
        Self::says_under(status, (header::LOCATION, "/elsewhere"), body).await
    }

    async fn says_under(
        status: u16,
        header: (HeaderName, &'static str),
        body: impl Into<Bytes>,
    ) -> Self {
        let (asked, body) = (Arc::<Mutex<Vec<_>>>::default(), body.into());
        let status = StatusCode::from_u16(status).expect("a status");
        let answer = move |State(asked): State<Arc<Mutex<Vec<Asked>>>>, request: Request| async move {
            let noted = note(request).await;
            asked.lock().expect("no panic").push(noted);
            (status, [header], body)
        };
        let router = Router::new().fallback(answer).with_state(asked.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!(
            "http://{}/bus/",
            listener.local_addr().expect("its address")
        );
        tokio::spawn(async move { axum::serve(listener, router).await });
        let registries = HttpRegistries::new(&url).expect("an address");
        Self { registries, asked }
    }

    async fn ask(&self) -> Result<String, Failure> {
        self.registries
            .ask(Registry::Snils, "key-1", &question())
            .await
    }

    async fn poll(&self, ticket: &str) -> Result<Option<Answer>, Failure> {
        self.registries.poll(Registry::Inn, ticket).await
    }

    fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no panic").clone()
    }
}

async fn note(request: Request) -> Asked {
    let line = format!("{} {}", request.method(), request.uri());
    let key = request.headers().get("idempotency-key");
    let key = key.map(|key| key.to_str().expect("text").to_owned());
    let body = to_bytes(request.into_body(), 64 * 1024)
        .await
        .expect("a body");
    let body = serde_json::from_slice(&body).unwrap_or_default();
    Asked { line, key, body }
}

fn question() -> Question {
    Question {
        number: "00000060002".into(),
        attributes: BTreeMap::from([
            ("surname", "Ёжикова".into()),
            ("birth_date", "1984-03-17".into()),
        ]),
        callback: Some(Callback {
            url: "https://portal.example/called".into(),
            token: "secret-token".into(),
        }),
    }
}

fn unreadable<T>() -> Result<T, Failure> {
    Err(Failure::Temporary("unreadable".into()))
}

#[tokio::test]
async fn a_question_gets_its_ticket() {
    let other = Other::says(202, r#"{"ticket":"t-1","since":"now"}"#).await;
    assert_eq!(other.ask().await, Ok("t-1".into()));
    let body = json!({
        "number": "00000060002",
        "attributes": { "surname": "Ёжикова", "birth_date": "1984-03-17" },
        "callback": { "url": "https://portal.example/called", "token": "secret-token" },
    });
    let line = "POST /bus/snils/requests".into();
    let key = Some("key-1".into());
    assert_eq!(other.asked(), [Asked { line, key, body }]);
}

#[tokio::test]
async fn without_a_callback_the_registry_is_told_so() {
    let other = Other::says(202, r#"{"ticket":"t-1"}"#).await;
    let question = Question {
        callback: None,
        ..question()
    };
    let ticket = other
        .registries
        .ask(Registry::Passport, "k", &question)
        .await;
    assert_eq!(ticket, Ok("t-1".into()));
    assert_eq!(other.asked()[0].body["callback"], Value::Null);
    assert_eq!(other.asked()[0].line, "POST /bus/passport/requests");
}

#[tokio::test]
async fn a_ticket_is_one_segment_of_the_path() {
    let longest = "t".repeat(200);
    for ticket in ["a/b?c#d%2F\\~", "...", &longest] {
        let body = json!({ "ticket": ticket }).to_string();
        assert_eq!(
            Other::says(202, body).await.ask().await,
            Ok(ticket.to_owned())
        );
    }
    let other = Other::says(200, r#"{"state":"waiting"}"#).await;
    assert_eq!(other.poll("a/b?c#d%2F\\~").await, Ok(None));
    let line = "GET /bus/inn/requests/a%2Fb%3Fc%23d%252F%5C~";
    assert_eq!(other.asked()[0].line, line);
}

#[tokio::test]
async fn tickets_that_are_none_are_unreadable() {
    let too_long = "t".repeat(201);
    for ticket in ["", ".", "..", "a b", "a\n", "ё", too_long.as_str()] {
        let body = json!({ "ticket": ticket }).to_string();
        assert_eq!(
            Other::says(202, body).await.ask().await,
            unreadable(),
            "{ticket}"
        );
    }
    for body in ["", "{}", "[]", r#"{"ticket":1}"#, r#"{"ticket":"a""#] {
        assert_eq!(
            Other::says(202, body).await.ask().await,
            unreadable(),
            "{body}"
        );
    }
}

#[tokio::test]
async fn every_outcome_is_read() {
    for outcome in Outcome::ALL {
        let body = json!({ "state": "answered", "answer": { "outcome": outcome.code() } });
        let answer = Answer {
            outcome,
            fields: vec![],
        };
        let other = Other::says(200, body.to_string()).await;
        assert_eq!(other.poll("t").await, Ok(Some(answer)));
    }
}

#[tokio::test]
async fn names_of_fields_are_read_and_nothing_else() {
    let long = "a".repeat(41);
    let named = json!([
        "surname",
        "Иванова",
        "line_2",
        "+79001234567",
        "",
        "7",
        long
    ]);
    for (named, read) in [
        (named, vec!["surname", "line_2"]),
        (json!(vec!["a"; 33]), vec!["a"; 32]),
    ] {
        let body =
            json!({ "state": "answered", "answer": { "outcome": "mismatch", "fields": named } });
        let answer = Other::says(200, body.to_string()).await.poll("t").await;
        assert_eq!(answer.expect("an answer").expect("ready").fields, read);
    }
}

#[tokio::test]
async fn answers_that_are_none_are_unreadable() {
    let bodies = [
        "",
        r#"{"state":"lost"}"#,
        r#"{"state":"answered"}"#,
        r#"{"state":"answered","answer":{"outcome":"perhaps"}}"#,
        r#"{"state":"answered","answer":{"outcome":"mismatch","fields":"surname"}}"#,
    ];
    for body in bodies {
        let polled = Other::says(200, body).await.poll("t").await;
        assert_eq!(polled, unreadable(), "{body}");
    }
}

#[tokio::test]
async fn no_more_than_64_kib_are_read() {
    let padded = |length: usize| {
        let body = r#"{"state":"waiting"}"#;
        format!("{body}{}", " ".repeat(length - body.len()))
    };
    assert_eq!(
        Other::says(200, padded(65_536)).await.poll("t").await,
        Ok(None)
    );
    assert_eq!(
        Other::says(200, padded(65_537)).await.poll("t").await,
        unreadable()
    );
}

#[tokio::test]
async fn statuses_become_failures() {
    let permanent = |status: u16| Failure::Permanent(format!("http-{status}"));
    let temporary = |status: u16| Failure::Temporary(format!("http-{status}"));
    for status in [400, 410, 413, 422] {
        let other = Other::says(status, "").await;
        assert_eq!(other.ask().await, Err(permanent(status)));
        assert_eq!(other.poll("t").await, Err(permanent(status)));
    }
    for status in [302, 401, 409, 429, 500, 503] {
        let other = Other::says(status, "").await;
        assert_eq!(other.ask().await, Err(temporary(status)));
        assert_eq!(other.poll("t").await, Err(temporary(status)));
        assert_eq!(other.asked().len(), 2, "a redirect is not followed");
    }
    let other = Other::says(404, "").await;
    assert_eq!(other.ask().await, Err(temporary(404)));
    assert_eq!(other.poll("t").await, Err(permanent(404)));
}

/// Seconds, and an hour at most; what cannot be read asks for nothing.
#[tokio::test]
async fn a_registry_may_ask_for_patience() {
    let asks = async |status, patience| {
        let other = Other::says_under(status, (header::RETRY_AFTER, patience), "").await;
        let failure = other.ask().await.expect_err("no ticket");
        assert_eq!(other.poll("t").await, Err(failure.clone()));
        match failure {
            Failure::Busy { after_s, .. } => Some(after_s),
            _ => None,
        }
    };
    assert_eq!(asks(429, "120").await, Some(120));
    assert_eq!(asks(503, "0").await, Some(0));
    assert_eq!(asks(503, "86400").await, Some(3_600));
    for unread in [
        "",
        "-1",
        "1.5",
        "99999999999",
        "Fri, 31 Dec 1999 23:59:59 GMT",
    ] {
        assert_eq!(asks(503, unread).await, None, "{unread}");
    }
    assert_eq!(asks(500, "120").await, None);
}

#[tokio::test]
async fn a_registry_that_is_not_there_may_come_back() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("its address"));
    drop(listener);
    let registries = HttpRegistries::new(&url).expect("an address");
    let polled = registries.poll(Registry::Snils, "t").await;
    assert_eq!(polled, Err(Failure::Temporary("connect".into())));
}

#[test]
fn addresses_that_are_none_are_refused() {
    for url in ["", "registry.example", "ftp://registry.example/"] {
        let error = HttpRegistries::new(url).err().expect("refused");
        assert_eq!((error.section, error.key), ("checks", "url"), "{url}");
    }
}

#[test]
fn nothing_personal_is_printed() {
    let printed = format!("{:?} {:?}", question(), question().callback);
    assert_eq!(
        printed,
        "Question Some(Callback(https://portal.example/called))"
    );
}

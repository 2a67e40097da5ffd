//! Whom the registries call.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::asker::Asker;
use crate::bus::{Bus, question, ticket};

fn at_once(extra: &Value) -> Value {
    let mut rule = json!({ "registry": "inn", "key": "*", "outcome": "match" });
    for (name, value) in extra.as_object().unwrap() {
        rule[name] = value.clone();
    }
    rule
}

#[tokio::test]
async fn the_asker_is_called_without_the_answer() {
    let (bus, asker) = (Bus::start().await, Asker::start(0).await);
    bus.rule(&at_once(&json!({}))).await;
    let ticket = ticket(bus.ask("inn", "k1", &asker.callback).await).await;
    let called = asker.until(1).await;
    assert_eq!(called[0].authorization, "Bearer secret-token");
    let body = json!({ "registry": "inn", "key": "k1", "ticket": ticket });
    assert_eq!(called[0].body, body);
    assert_eq!(bus.state("inn", &ticket).await["state"], "answered");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(asker.called().len(), 1, "once");
    let mut events = bus.until(4).await;
    events.sort_unstable();
    assert_eq!(events, ["answer", "callback", "poll", "request"]);
}

#[tokio::test]
async fn a_call_comes_twice_where_a_rule_says_so() {
    let (bus, asker) = (Bus::start().await, Asker::start(0).await);
    bus.rule(&at_once(&json!({ "duplicate": true }))).await;
    bus.ask("inn", "k1", &asker.callback).await;
    let called = asker.until(2).await;
    assert_eq!(called[0], called[1]);
}

#[tokio::test]
async fn a_call_that_is_not_taken_is_repeated() {
    let (bus, asker) = (Bus::start().await, Asker::start(2).await);
    bus.rule(&at_once(&json!({}))).await;
    bus.ask("inn", "k1", &asker.callback).await;
    let called = asker.until(3).await;
    assert_eq!(called[0], called[2]);
    assert_eq!(bus.until(3).await, ["request", "answer", "callback"]);
}

#[tokio::test]
async fn silence_calls_nobody() {
    let (bus, asker) = (Bus::start().await, Asker::start(0).await);
    bus.rule(&at_once(
        &json!({ "outcome": "silent", "fault": "out_of_order" }),
    ))
    .await;
    ticket(bus.ask("inn", "k1", &asker.callback).await).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(asker.called().is_empty());
}

#[tokio::test]
async fn nobody_outside_this_machine_is_called() {
    let bus = Bus::start().await;
    let refused = [
        "http://192.0.2.1/called",
        "http://portal.example/called",
        "http://localhost.portal.example/called",
        "http://127.0.0.1@portal.example/called",
        "http://0.0.0.0/called",
        "http://[2001:db8::1]/called",
        "ftp://127.0.0.1/called",
        "/called",
        "",
    ];
    for url in refused {
        let callback = json!({ "url": url, "token": "t" });
        let asked = bus.ask("inn", "k", &callback).await;
        assert_eq!(asked.status(), StatusCode::BAD_REQUEST, "{url}");
    }
    for token in ["", "a b", "т"] {
        let callback = json!({ "url": "http://127.0.0.1:9/called", "token": token });
        assert_eq!(
            bus.ask("inn", "k", &callback).await.status(),
            StatusCode::BAD_REQUEST
        );
    }
    assert!(bus.log("").await.is_empty());
    for (key, host) in ["127.0.0.1:9", "127.9.9.9:9", "[::1]:9", "localhost:9"]
        .iter()
        .enumerate()
    {
        let callback = json!({ "url": format!("http://{host}/called"), "token": "t" });
        let body = question("1", &callback);
        let asked = bus
            .request("inn", &key.to_string(), &body)
            .send()
            .await
            .unwrap();
        assert_eq!(asked.status(), StatusCode::ACCEPTED, "{host}");
    }
}

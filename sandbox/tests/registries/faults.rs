//! Registries that fail.

use std::time::Duration;

use reqwest::{StatusCode, header};
use serde_json::{Value, json};

use crate::asker::Asker;
use crate::bus::{Bus, NUMBER, question, ticket};

fn fault(fault: &str) -> Value {
    json!({ "registry": "snils", "key": NUMBER, "outcome": "match", "fault": fault })
}

#[tokio::test]
async fn a_registry_that_is_down_takes_neither_requests_nor_polls() {
    let bus = Bus::start().await;
    let ticket = bus.ticket("snils", "k1").await;
    bus.rule(&fault("down")).await;
    let answers = [
        bus.ask("snils", "k2", &Value::Null).await,
        bus.poll("snils", &ticket).await,
    ];
    for answer in answers {
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.headers().contains_key(header::RETRY_AFTER));
    }
    bus.rule(&fault("ok")).await;
    assert_eq!(bus.answer("snils", &ticket).await["outcome"], "match");
    let second = bus.ticket("snils", "k2").await;
    assert_ne!(second, ticket);
}

#[tokio::test]
async fn a_slow_registry_keeps_the_request_meanwhile() {
    let bus = Bus::start().await;
    bus.rule(&fault("slow")).await;
    let body = question(NUMBER, &Value::Null);
    let patience = Duration::from_secs(1);
    let asked = bus
        .request("snils", "k", &body)
        .timeout(patience)
        .send()
        .await;
    assert!(asked.is_err_and(|error| error.is_timeout()));
    bus.rule(&fault("ok")).await;
    let ticket = bus.ticket("snils", "k").await;
    assert_eq!(bus.answer("snils", &ticket).await["outcome"], "match");
    let mut events = bus.events().await;
    events.sort_unstable();
    assert_eq!(events, ["answer", "poll", "repeat", "request"]);
}

#[tokio::test]
async fn a_slow_registry_does_not_hold_up_the_end() {
    let bus = Bus::start().await;
    bus.rule(&fault("slow")).await;
    let request = bus.request("snils", "k", &question(NUMBER, &Value::Null));
    let asking = tokio::spawn(request.send());
    while bus.events().await.is_empty() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let restarting = tokio::time::timeout(Duration::from_secs(10), bus.restart());
    assert!(restarting.await.is_ok());
    asking.await.unwrap().ok();
}

#[tokio::test]
async fn a_call_can_come_before_the_ticket() {
    let (bus, asker) = (Bus::start().await, Asker::start(0).await);
    bus.rule(&fault("out_of_order")).await;
    let ticket = ticket(bus.ask("snils", "k", &asker.callback).await).await;
    let called = asker.called();
    assert_eq!(called.len(), 1);
    assert_eq!(called[0].body["ticket"], json!(ticket));
    assert_eq!(bus.state("snils", &ticket).await["state"], "answered");
    let events = bus.events().await;
    assert_eq!(events, ["request", "answer", "callback", "poll"]);
    bus.ask("snils", "k", &asker.callback).await;
    assert_eq!(asker.called().len(), 1, "a repeat calls nobody");
}

#[tokio::test]
async fn a_registry_can_contradict_itself() {
    let bus = Bus::start().await;
    for (key, first, then) in [("k1", "match", "not_found"), ("k2", "mismatch", "match")] {
        let mut rule = fault("contradictory");
        rule["outcome"] = json!(first);
        rule["fields"] = json!(["surname"]);
        bus.rule(&rule).await;
        let ticket = bus.ticket("snils", key).await;
        let answer = bus.answer("snils", &ticket).await;
        assert_eq!(answer, json!({ "outcome": first, "fields": ["surname"] }));
        for _ in 0..2 {
            let answer = bus.answer("snils", &ticket).await;
            assert_eq!(answer, json!({ "outcome": then, "fields": [] }));
        }
    }
    let log = bus.log("").await;
    let told: Vec<_> = log.iter().map(|entry| entry["outcome"].clone()).collect();
    let first = [
        json!(null),
        json!("match"),
        json!("match"),
        json!("not_found"),
    ];
    assert_eq!(told[..4], first, "the log says what was told");
}

//! Requests, tickets, answers.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::bus::{Bus, NUMBER, millis_between, question, ticket};
use crate::started::client;

#[tokio::test]
async fn without_a_rule_all_is_right_after_two_seconds() {
    let bus = Bus::start().await;
    let ticket = bus.ticket("snils", "k1").await;
    let answer = json!({ "outcome": "match", "fields": [] });
    assert_eq!(bus.answer("snils", &ticket).await, answer);

    let log = bus.log("").await;
    assert_eq!(bus.events().await, ["request", "answer", "poll"]);
    let took = millis_between(&log[0], &log[1]);
    assert!((1_900..10_000).contains(&took), "{took}");
    let at = log[0]["at"].clone();
    let first = json!({
        "at": at, "registry": "snils", "key": NUMBER, "event": "request", "ticket": ticket,
        "outcome": null, "fields": null, "idempotency_key": "k1",
    });
    assert_eq!(log[0], first);
    assert_eq!(log[2]["outcome"], "match");
    assert_eq!(log[2]["fields"], json!([]));
}

#[tokio::test]
async fn a_repeated_key_is_the_same_request() {
    let bus = Bus::start().await;
    let first = bus.ticket("snils", "k1").await;
    assert_eq!(bus.ticket("snils", "k1").await, first);
    assert_eq!(bus.events().await, ["request", "repeat"]);
    assert_ne!(bus.ticket("snils", "k2").await, first);
    assert_ne!(
        bus.ticket("inn", "k1").await,
        first,
        "keys are each registry's own"
    );
}

#[tokio::test]
async fn the_log_is_of_one_number_or_of_all() {
    let bus = Bus::start().await;
    bus.ticket("snils", "k1").await;
    let body = question("4510123456", &Value::Null);
    bus.request("passport", "k2", &body).send().await.unwrap();
    assert_eq!(bus.log("").await.len(), 2);
    let log = bus.log("?key=4510123456").await;
    assert_eq!(log.len(), 1);
    assert_eq!(log[0]["registry"], "passport");
    assert_eq!(bus.log("?key=").await.len(), 2);
    assert_eq!(bus.log("?key=1").await.len(), 0);
}

#[tokio::test]
async fn a_restart_keeps_tickets_rules_and_the_log() {
    let bus = Bus::start().await;
    bus.rule(&json!({ "registry": "inn", "key": "*", "outcome": "unclear" }))
        .await;
    let answered = bus.ticket("inn", "k1").await;
    bus.answer("inn", &answered).await;
    bus.rule(
        &json!({ "registry": "inn", "key": NUMBER, "outcome": "not_found", "delay_ms": 3_000 }),
    )
    .await;
    let waiting = bus.ticket("inn", "k2").await;

    let bus = bus.restart().await;
    assert_eq!(bus.rules().await.len(), 2);
    assert_eq!(bus.ticket("inn", "k1").await, answered);
    assert_eq!(bus.answer("inn", &answered).await["outcome"], "unclear");
    assert_eq!(bus.answer("inn", &waiting).await["outcome"], "not_found");
    bus.rule(&json!({ "registry": "inn", "key": "*", "outcome": "match" }))
        .await;
    assert_eq!(
        bus.outcome("inn", "k3").await,
        "match",
        "the order of rules goes on"
    );
    let log = bus.log("").await;
    assert_eq!(
        (&log[0]["ticket"], &log[0]["event"]),
        (&json!(answered), &json!("request"))
    );
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let bus = Bus::start().await;
    let ticket = bus.ticket("snils", "k1").await;
    for (registry, ticket) in [
        ("snils", "none"),
        ("inn", ticket.as_str()),
        ("zags", "none"),
    ] {
        let polled = bus.poll(registry, ticket).await;
        assert_eq!(polled.status(), StatusCode::NOT_FOUND, "{registry}");
    }
    let asked = bus.ask("zags", "k", &Value::Null).await;
    assert_eq!(asked.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn requests_that_cannot_be_read_are_refused() {
    let bus = Bus::start().await;
    let long = "1".repeat(65);
    let unreadable = [
        (400, question("", &Value::Null)),
        (400, question("*", &Value::Null)),
        (400, question(" 1", &Value::Null)),
        (400, question(&long, &Value::Null)),
        (
            400,
            json!({ "number": "1", "attributes": { "Фамилия": "" } }),
        ),
        (422, json!({ "number": 1, "attributes": {} })),
        (422, json!({ "number": "1" })),
        (
            422,
            json!({ "number": "1", "attributes": { "surname": 1 } }),
        ),
    ];
    for (status, body) in unreadable {
        let asked = bus.request("snils", "k", &body).send().await.unwrap();
        assert_eq!(asked.status().as_u16(), status, "{body}");
    }
    let body = question(NUMBER, &Value::Null);
    let url = bus.url("/snils/requests");
    let without_key = client().post(&url).json(&body).send().await.unwrap();
    assert_eq!(without_key.status(), StatusCode::BAD_REQUEST);
    let as_text = client().post(&url).header("Idempotency-Key", "k");
    let as_text = as_text.body(body.to_string()).send().await.unwrap();
    assert_eq!(as_text.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(bus.log("").await.is_empty());
    let bare = json!({ "number": "1", "attributes": {} });
    ticket(bus.request("snils", "k", &bare).send().await.unwrap()).await;
}

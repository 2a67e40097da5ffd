//! Which rule is in force, and until when it matters.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::bus::{Bus, NUMBER, millis_between};
use crate::started::client;

fn rule(key: &str, outcome: &str) -> Value {
    json!({ "registry": "snils", "key": key, "outcome": outcome })
}

#[tokio::test]
async fn the_latest_rule_that_fits_wins() {
    let bus = Bus::start().await;
    bus.rule(&rule(NUMBER, "not_found")).await;
    assert_eq!(bus.outcome("snils", "k1").await, "not_found");
    bus.rule(&rule("1", "unclear")).await;
    assert_eq!(bus.outcome("snils", "k2").await, "not_found");
    bus.rule(&rule("*", "error")).await;
    assert_eq!(bus.outcome("snils", "k3").await, "error");
    bus.rule(&rule(NUMBER, "not_found")).await;
    assert_eq!(bus.outcome("snils", "k4").await, "not_found");
    bus.rule(&json!({ "registry": "inn", "key": "*", "outcome": "unclear" }))
        .await;
    assert_eq!(
        bus.outcome("snils", "k5").await,
        "not_found",
        "each registry has its own"
    );
}

#[tokio::test]
async fn rules_are_listed_latest_first_and_removed() {
    let bus = Bus::start().await;
    bus.rule(&rule(NUMBER, "unclear")).await;
    bus.rule(&rule("*", "silent")).await;
    let whole = json!({
        "registry": "snils", "key": NUMBER, "outcome": "mismatch", "fields": ["surname"],
        "delay_ms": 5, "duplicate": true, "fault": "slow",
    });
    bus.rule(&whole).await;
    let rules = bus.rules().await;
    assert_eq!(
        rules.len(),
        2,
        "a rule takes the place of the one with its key"
    );
    assert_eq!(rules[0], whole);
    let least = json!({
        "registry": "snils", "key": "*", "outcome": "silent", "fields": [],
        "delay_ms": 0, "duplicate": false, "fault": "ok",
    });
    assert_eq!(rules[1], least);

    let cleared = client().delete(bus.url("/rules")).send().await.unwrap();
    assert_eq!(cleared.status(), StatusCode::NO_CONTENT);
    assert!(bus.rules().await.is_empty());
    assert_eq!(bus.outcome("snils", "k").await, "match");
}

#[tokio::test]
async fn silence_lasts_as_long_as_its_rule() {
    let bus = Bus::start().await;
    bus.rule(&rule("*", "silent")).await;
    let ticket = bus.ticket("snils", "k").await;
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    let waiting = json!({ "state": "waiting" });
    assert_eq!(bus.state("snils", &ticket).await, waiting);
    assert_eq!(bus.events().await, ["request"]);
    bus.rule(&rule("*", "not_found")).await;
    assert_eq!(bus.answer("snils", &ticket).await["outcome"], "not_found");
}

#[tokio::test]
async fn an_answer_comes_after_its_delay_and_stays() {
    let bus = Bus::start().await;
    let late = json!({
        "registry": "passport", "key": "*", "outcome": "mismatch",
        "fields": ["surname", "birth_date"], "delay_ms": 700,
    });
    bus.rule(&late).await;
    let ticket = bus.ticket("passport", "k").await;
    let answer = bus.answer("passport", &ticket).await;
    let expected = json!({ "outcome": "mismatch", "fields": ["surname", "birth_date"] });
    assert_eq!(answer, expected);
    let log = bus.log("").await;
    let took = millis_between(&log[0], &log[1]);
    assert!(took >= 600, "{took}");
    bus.rule(&json!({ "registry": "passport", "key": "*", "outcome": "match" }))
        .await;
    assert_eq!(bus.answer("passport", &ticket).await, expected);
}

#[tokio::test]
async fn wrong_rules_are_refused_with_one_line() {
    let bus = Bus::start().await;
    let with = |name: &str, value: Value| {
        let mut rule = rule("*", "match");
        rule[name] = value;
        rule
    };
    let wrong = [
        json!({}),
        json!([]),
        json!({ "registry": "snils", "outcome": "match" }),
        with("registry", json!("zags")),
        with("registry", json!(null)),
        with("key", json!("")),
        with("key", json!(" 1")),
        with("key", json!(1)),
        with("key", json!("1".repeat(65))),
        with("outcome", json!("perhaps")),
        with("outcome", json!("")),
        with("fields", json!("surname")),
        with("fields", json!(["Фамилия"])),
        with("fields", json!(vec!["a"; 33])),
        with("delay_ms", json!(-1)),
        with("delay_ms", json!(2_592_000_001_i64)),
        with("delay_ms", json!("soon")),
        with("duplicate", json!("yes")),
        with("fault", json!("broken")),
        with("a\nb", json!(1)),
    ];
    for rule in wrong {
        let refused = bus.put(&rule).await;
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST, "{rule}");
        let line = refused.text().await.unwrap();
        assert!(
            line.len() > 1 && line.find('\n') == Some(line.len() - 1),
            "{line}"
        );
    }
    let broken = client()
        .put(bus.url("/rules"))
        .body("{")
        .send()
        .await
        .unwrap();
    assert_eq!(broken.status(), StatusCode::BAD_REQUEST);
    assert!(bus.rules().await.is_empty());
}

#[tokio::test]
async fn a_rule_is_json_whatever_its_content_type() {
    let bus = Bus::start().await;
    let text = rule("*", "unclear").to_string();
    let set = client()
        .put(bus.url("/rules"))
        .body(text)
        .send()
        .await
        .unwrap();
    assert_eq!(set.status(), StatusCode::NO_CONTENT);
    assert_eq!(bus.rules().await.len(), 1);
}

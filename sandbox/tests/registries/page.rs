//! The page, as a browser without scripts uses it.

use reqwest::{StatusCode, header};
use serde_json::json;

use crate::bus::{Bus, NUMBER};
use crate::started::client;

async fn page(bus: &Bus, path: &str) -> String {
    let shown = client().get(bus.url(path)).send().await.unwrap();
    let policy = shown.headers()[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(policy.starts_with("default-src 'none'"));
    shown.text().await.unwrap()
}

async fn submit(bus: &Bus, path: &str, filled: &[(&str, &str)]) -> reqwest::Response {
    let request = client().post(bus.url(path)).form(filled);
    request.send().await.unwrap()
}

#[tokio::test]
async fn a_form_sets_a_rule() {
    let bus = Bus::start().await;
    assert!(page(&bus, "").await.contains("Правил нет"));
    let filled = [
        ("registry", "passport"),
        ("key", " <b> "),
        ("outcome", "mismatch"),
        ("fields", "surname, birth_date"),
        ("delay_ms", "250"),
        ("duplicate", "true"),
        ("fault", "slow"),
    ];
    let set = submit(&bus, "/rules", &filled).await;
    assert_eq!(set.status(), StatusCode::SEE_OTHER);
    assert_eq!(set.headers()[header::LOCATION], "/registries");
    let rule = json!({
        "registry": "passport", "key": "<b>", "outcome": "mismatch",
        "fields": ["surname", "birth_date"], "delay_ms": 250, "duplicate": true, "fault": "slow",
    });
    assert_eq!(bus.rules().await, [rule]);
    let shown = page(&bus, "").await;
    assert!(shown.contains("<td>&lt;b&gt;</td><td>не совпало: surname, birth_date</td>"));

    let cleared = submit(&bus, "/rules/clear", &[]).await;
    assert_eq!(cleared.status(), StatusCode::SEE_OTHER);
    assert!(bus.rules().await.is_empty());
}

#[tokio::test]
async fn an_untouched_form_is_right_and_a_wrong_one_is_refused() {
    let bus = Bus::start().await;
    let untouched = [
        ("registry", "snils"),
        ("key", "*"),
        ("outcome", "match"),
        ("fields", ""),
        ("delay_ms", "0"),
        ("fault", "ok"),
    ];
    let set = submit(&bus, "/rules", &untouched).await;
    assert_eq!(set.status(), StatusCode::SEE_OTHER);
    for (at, value) in [
        (0, "zags"),
        (1, ""),
        (2, ""),
        (3, "Имя"),
        (4, ""),
        (4, "-1"),
        (5, ""),
    ] {
        let mut wrong = untouched;
        wrong[at].1 = value;
        let refused = submit(&bus, "/rules", &wrong).await;
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST, "{:?}", wrong[at]);
    }
    assert_eq!(bus.rules().await.len(), 1);
}

#[tokio::test]
async fn the_log_is_shown_newest_first() {
    let bus = Bus::start().await;
    assert!(page(&bus, "").await.contains("Пока ничего не было"));
    bus.rule(&json!({ "registry": "inn", "key": "*", "outcome": "unclear" }))
        .await;
    bus.outcome("inn", "k").await;
    let shown = page(&bus, &format!("?key={NUMBER}")).await;
    let answer = shown.find("<td>ответ готов</td><td>неясно</td>").unwrap();
    let request = shown.find("<td>запрос</td><td></td>").unwrap();
    assert!(answer < request);
    assert!(page(&bus, "?key=1").await.contains("Пока ничего не было"));
}

#[tokio::test]
async fn the_pages_lead_to_each_other() {
    let bus = Bus::start().await;
    assert!(page(&bus, "").await.contains("<a href=\"/\">Сообщения</a>"));
    let messages = page(&bus, "/..").await;
    assert!(messages.contains("<a href=\"/registries\">Реестры</a>"));
}

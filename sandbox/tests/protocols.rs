//! Real sockets: what was acknowledged is there, once, and stays there.
#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod started;

use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use sandbox::{Config, Running};
use serde_json::{Value, json};

use started::{client, start};

async fn outbox(running: &Running, query: &str) -> Vec<Value> {
    let url = format!("http://{}/outbox{query}", running.addr);
    client()
        .get(url)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap()
}

async fn sms(running: &Running, key: &str, text: &str) -> reqwest::Response {
    let url = format!("http://{}/sms/messages", running.addr);
    let order = json!({ "to": "+79001234567", "text": text });
    client()
        .post(url)
        .header("Idempotency-Key", key)
        .json(&order)
        .send()
        .await
        .unwrap()
}

async fn fault(running: &Running, rule: Value) {
    let url = format!("http://{}/faults", running.addr);
    client()
        .put(url)
        .json(&rule)
        .send()
        .await
        .unwrap()
        .error_for_status()
        .unwrap();
}

fn letter(id: &str) -> Message {
    Message::builder()
        .message_id(Some(format!("<{id}@portal.example>")))
        .from(
            "Ступени <noreply@portal.example>"
                .parse::<Mailbox>()
                .unwrap(),
        )
        .to("Anna@xn--e1afmkfd.xn--p1ai".parse::<Mailbox>().unwrap())
        .subject("Подтверждение регистрации")
        .multipart(MultiPart::alternative_plain_html(
            ".точка в начале строки\r\nКод 004211, ссылка http://127.0.0.1:1/confirm/abc.\r\n"
                .to_owned(),
            "<p>Код <b>004211</b></p>".to_owned(),
        ))
        .unwrap()
}

fn mailer(running: &Running) -> AsyncSmtpTransport<Tokio1Executor> {
    AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1")
        .port(running.smtp_addr.port())
        .build()
}

#[tokio::test]
async fn a_repeat_is_shown_once_and_a_restart_keeps_everything() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(folder.path()).await;
    let first: Value = sms(&running, "k1", "012345 — код Ступени")
        .await
        .json()
        .await
        .unwrap();
    let again: Value = sms(&running, "k1", "012345 — код Ступени")
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(first, again);
    sms(&running, "k2", "без кода").await;
    running.stop().await;

    let running = start(folder.path()).await;
    for query in [
        "?to=%2B79001234567",
        "?to=+79001234567",
        "?to=79001234567",
        "",
    ] {
        let messages = outbox(&running, query).await;
        assert_eq!(messages.len(), 2, "{query}");
        assert_eq!(messages[0]["code"], Value::Null);
        assert_eq!(messages[1]["code"], "012345");
        assert_eq!(messages[1]["channel"], "sms");
    }
}

#[tokio::test]
async fn a_letter_is_taken_apart() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(folder.path()).await;
    let mailer = mailer(&running);
    mailer.send(letter("one")).await.unwrap();
    mailer.send(letter("one")).await.unwrap();
    mailer.send(letter("two")).await.unwrap();
    let messages = outbox(&running, "?to=anna@XN--e1afmkfd.xn--p1ai").await;
    assert_eq!(messages.len(), 2);
    assert_eq!(messages[0]["subject"], "Подтверждение регистрации");
    assert_eq!(messages[0]["code"], "004211");
    assert_eq!(messages[0]["link"], "http://127.0.0.1:1/confirm/abc");
    assert!(messages[0]["text"].as_str().unwrap().starts_with(".точка"));
}

#[tokio::test]
async fn faults_are_as_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(folder.path()).await;
    fault(
        &running,
        json!({ "channel": "sms", "mode": "down", "count": 1 }),
    )
    .await;
    assert_eq!(sms(&running, "a", "111111").await.status(), 503);
    assert_eq!(sms(&running, "a", "111111").await.status(), 201);
    fault(
        &running,
        json!({ "channel": "sms", "mode": "twice", "count": 1 }),
    )
    .await;
    assert_eq!(sms(&running, "b", "222222").await.status(), 502);
    assert_eq!(sms(&running, "b", "222222").await.status(), 201);
    assert_eq!(outbox(&running, "").await.len(), 2);

    let mailer = mailer(&running);
    fault(
        &running,
        json!({ "channel": "email", "mode": "down", "count": 1 }),
    )
    .await;
    assert!(mailer.send(letter("x")).await.is_err());
    fault(
        &running,
        json!({ "channel": "email", "mode": "twice", "count": 1 }),
    )
    .await;
    assert!(mailer.send(letter("x")).await.is_err());
    mailer.send(letter("x")).await.unwrap();
    assert_eq!(
        outbox(&running, "?to=anna@xn--e1afmkfd.xn--p1ai")
            .await
            .len(),
        1
    );
}

#[tokio::test]
async fn only_loopback_is_listened_on() {
    let addr = "0.0.0.0:0".parse().unwrap();
    let file = std::env::temp_dir().join("never-made.sqlite");
    assert!(
        sandbox::start(Config {
            addr,
            smtp_addr: addr,
            file
        })
        .await
        .is_err()
    );
}

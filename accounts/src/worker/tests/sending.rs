//! Messages that get through.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use super::gateway::Received;
use super::{Outside, Stands, enqueue, enqueue_sms, notice, stands, until};
use crate::clock::SystemClock;
use crate::outbox::{Channel, Delivery};
use crate::store::conformance::fresh::Fresh;
use crate::store::conformance::on_both;
use crate::worker;

const SENT: Stands = Stands {
    sent: true,
    dead: false,
    sealed: false,
    attempts: 1,
    error: None,
};

async fn every_channel_gets_its_message(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let worker = worker::start(portal.clone()).expect("started");
    let sms = enqueue(
        &portal,
        notice(Channel::Sms, "+79001234567", "111111"),
        Delivery::Send,
    )
    .await;
    assert_eq!(until(&fresh, &sms, |row| row.sent).await, SENT);
    let call = enqueue(
        &portal,
        notice(Channel::Voice, "+79001234567", "222222"),
        Delivery::Send,
    )
    .await;
    assert_eq!(until(&fresh, &call, |row| row.sent).await, SENT);
    let letter = enqueue(
        &portal,
        notice(Channel::Email, "anna@example.org", "333333"),
        Delivery::Send,
    )
    .await;
    assert_eq!(until(&fresh, &letter, |row| row.sent).await, SENT);
    worker.stop().await;
    let expected = |channel: &str, key: &str, text: &str| Received {
        channel: channel.into(),
        key: key.into(),
        to: "+79001234567".into(),
        text: text.into(),
    };
    assert_eq!(
        outside.gateway.received(),
        [
            expected("sms", &sms, "111111"),
            expected("voice", &call, "222222")
        ]
    );
    let letters = outside.mail.letters();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].recipient, "anna@example.org");
    let source = &letters[0].source;
    for part in [
        format!("Message-ID: <{letter}@stupeni.example>"),
        "multipart/alternative".into(),
        "text/plain; charset=utf-8".into(),
        "text/html; charset=utf-8".into(),
        "noreply@stupeni.example".into(),
        "To: anna@example.org".into(),
        "Date: ".into(),
    ] {
        assert!(source.contains(&part), "{part} is missing in:\n{source}");
    }
}

/// The worker is woken by the commit: it does not wait for its next look into the outbox.
async fn a_message_does_not_wait(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let worker = worker::start(portal.clone()).expect("started");
    let ten = async {
        for number in 0..10 {
            let key = enqueue_sms(&portal, &number.to_string()).await;
            while !outside.gateway.keys().contains(&key) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(4), ten)
        .await
        .expect("ten looks would take ten seconds");
    worker.stop().await;
}

async fn a_suppressed_message_is_written_and_not_sent(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let worker = worker::start(portal.clone()).expect("started");
    let silent = enqueue(
        &portal,
        notice(Channel::Sms, "+79001234567", "1"),
        Delivery::Suppress,
    )
    .await;
    let loud = enqueue_sms(&portal, "2").await;
    until(&fresh, &loud, |row| row.sent).await;
    worker.stop().await;
    assert_eq!(outside.gateway.keys(), [loud]);
    let row = stands(&fresh, &silent).await;
    assert!(row.sent && row.sealed && row.attempts == 0, "{row:?}");
}

async fn workers_share_the_outbox(fresh: Fresh) {
    let outside = Outside::start().await;
    let first = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let second = outside.portal(fresh.another().await, Arc::new(SystemClock));
    outside.gateway.answer(200, Duration::from_millis(20));
    let mut keys = BTreeSet::new();
    for number in 0..100 {
        keys.insert(enqueue_sms(&first, &number.to_string()).await);
    }
    let workers = [
        worker::start(first).expect("started"),
        worker::start(second.clone()).expect("started"),
    ];
    for key in &keys {
        until(&fresh, key, |row| row.sent).await;
    }
    for worker in workers {
        worker.stop().await;
    }
    second.store.close().await;
    let received = outside.gateway.keys();
    assert_eq!(received.len(), 100, "each message once");
    assert_eq!(received.into_iter().collect::<BTreeSet<_>>(), keys);
}

on_both! {
    every_channel_gets_its_message
    a_message_does_not_wait
    a_suppressed_message_is_written_and_not_sent
    workers_share_the_outbox
}

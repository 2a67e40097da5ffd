//! A gateway that is down, refuses, or is not there loses nothing.

use std::sync::Arc;
use std::time::Duration;

use super::{Outside, enqueue, enqueue_sms, notice, stands, until};
use crate::clock::{Clock, ManualClock, SystemClock};
use crate::fixture;
use crate::outbox::{Channel, Delivery, list_dead, revive};
use crate::store::StoreError;
use crate::store::conformance::fresh::Fresh;
use crate::store::conformance::on_both;
use crate::worker;

fn manual() -> Arc<ManualClock> {
    Arc::new(ManualClock::at(SystemClock.now()))
}

async fn a_gateway_that_is_down_gets_it_later(fresh: Fresh) {
    let (outside, clock) = (Outside::start().await, manual());
    let portal = outside.portal(fresh.store.clone(), clock.clone());
    outside.gateway.answer(503, Duration::ZERO);
    let worker = worker::start(portal.clone()).expect("started");
    let key = enqueue_sms(&portal, "1").await;
    let row = until(&fresh, &key, |row| row.error.is_some()).await;
    assert_eq!(
        (row.sent, row.attempts, row.error.as_deref()),
        (false, 1, Some("http-503"))
    );
    clock.advance_s(1);
    until(&fresh, &key, |row| row.attempts == 2 && row.error.is_some()).await;
    outside.gateway.answer(200, Duration::ZERO);
    clock.advance_s(2);
    until(&fresh, &key, |row| row.sent && row.error.is_none()).await;
    worker.stop().await;
    assert_eq!(
        outside.gateway.keys(),
        [key.clone(), key.clone(), key],
        "repeats carry the same key"
    );
}

async fn a_gateway_that_is_not_there_is_tried_again(fresh: Fresh) {
    let clock = manual();
    let mut config = fixture::quick_config();
    config.sms.url = "http://127.0.0.1:9/sms".into();
    config.voice.url = config.sms.url.clone();
    config.checks.url = config.sms.url.clone();
    config.mail.url = "smtp://127.0.0.1:9".into();
    let portal = fixture::portal(fresh.store.clone(), clock, config);
    let worker = worker::start(portal.clone()).expect("started");
    let sms = enqueue_sms(&portal, "1").await;
    let letter = enqueue(
        &portal,
        notice(Channel::Email, "a@example.org", "1"),
        Delivery::Send,
    )
    .await;
    for key in [sms, letter] {
        let row = until(&fresh, &key, |row| row.error.is_some()).await;
        assert_eq!(
            (row.sent, row.dead, row.error.as_deref()),
            (false, false, Some("connect"))
        );
    }
    worker.stop().await;
}

async fn what_is_refused_for_ever_is_kept_for_the_operator(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), manual());
    outside.gateway.answer(422, Duration::ZERO);
    outside.mail.refuse(Some("550 no such mailbox"));
    let worker = worker::start(portal.clone()).expect("started");
    let sms = enqueue_sms(&portal, "1").await;
    assert_eq!(
        until(&fresh, &sms, |row| row.dead).await.error.as_deref(),
        Some("http-422")
    );
    let letter = enqueue(
        &portal,
        notice(Channel::Email, "a@example.org", "1"),
        Delivery::Send,
    )
    .await;
    assert_eq!(
        until(&fresh, &letter, |row| row.dead)
            .await
            .error
            .as_deref(),
        Some("smtp-550")
    );
    let dead = list_dead(&fresh.store, 10).await.expect("listed");
    assert_eq!(dead.len(), 2);
    outside.gateway.answer(200, Duration::ZERO);
    outside.mail.refuse(None);
    for letter in &dead {
        assert!(revive(&portal, &letter.id).await.expect("revived"));
    }
    assert!(!revive(&portal, "nothing").await.expect("no such message"));
    until(&fresh, &sms, |row| row.sent && !row.dead).await;
    until(&fresh, &letter, |row| row.sent && !row.dead).await;
    worker.stop().await;
    assert_eq!(outside.gateway.keys(), [sms.clone(), sms]);
    assert!(
        list_dead(&fresh.store, 10)
            .await
            .expect("listed")
            .is_empty()
    );
}

async fn a_busy_mail_server_gets_it_later(fresh: Fresh) {
    let (outside, clock) = (Outside::start().await, manual());
    let portal = outside.portal(fresh.store.clone(), clock.clone());
    outside.mail.refuse(Some("451 try later"));
    let worker = worker::start(portal.clone()).expect("started");
    let key = enqueue(
        &portal,
        notice(Channel::Email, "a@example.org", "1"),
        Delivery::Send,
    )
    .await;
    until(&fresh, &key, |row| row.error.as_deref() == Some("smtp-451")).await;
    outside.mail.refuse(None);
    clock.advance_s(1);
    until(&fresh, &key, |row| row.sent).await;
    worker.stop().await;
}

/// After the last try a message is given up; one that nobody can open is given up at once.
async fn hopeless_messages_are_given_up(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), manual());
    outside.gateway.answer(500, Duration::ZERO);
    let (old, broken) = (
        enqueue_sms(&portal, "1").await,
        enqueue_sms(&portal, "2").await,
    );
    let outcome: Result<_, StoreError> = fresh
        .store
        .write({
            let (old, broken) = (old.clone(), broken.clone());
            move |c| {
                Box::pin(async move {
                    c.execute(
                        "UPDATE outbox SET attempts = 44 WHERE key = $1",
                        &[old.into()],
                    )
                    .await?;
                    let values = [vec![1, 2, 3].into(), broken.into()];
                    c.execute("UPDATE outbox SET sealed = $1 WHERE key = $2", &values)
                        .await
                })
            }
        })
        .await;
    outcome.expect("changed");
    let worker = worker::start(portal).expect("started");
    until(&fresh, &old, |row| row.dead && row.attempts == 45).await;
    until(&fresh, &broken, |row| row.dead).await;
    assert_eq!(
        stands(&fresh, &broken).await.error.as_deref(),
        Some("unreadable")
    );
    worker.stop().await;
    assert_eq!(outside.gateway.keys(), [old]);
}

on_both! {
    a_gateway_that_is_down_gets_it_later
    a_gateway_that_is_not_there_is_tried_again
    what_is_refused_for_ever_is_kept_for_the_operator
    a_busy_mail_server_gets_it_later
    hopeless_messages_are_given_up
}

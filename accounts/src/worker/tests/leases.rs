//! Leases: one sender at a time, and nothing waits long for a dead one.

use std::sync::Arc;
use std::time::Duration;

use super::{Outside, enqueue_sms, stands, until};
use crate::clock::SystemClock;
use crate::store::conformance::fresh::Fresh;
use crate::store::conformance::on_both;
use crate::worker::{self, lease};

/// A gateway slower than the lease: the lease is renewed, and nobody else sends the message.
async fn a_slow_gateway_gets_it_once(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let other = outside.portal(fresh.another().await, Arc::new(SystemClock));
    outside.gateway.answer(
        200,
        Duration::from_millis(2 * lease::LEASE_MS.unsigned_abs()),
    );
    let workers = [worker::start(portal.clone()), worker::start(other.clone())];
    let key = enqueue_sms(&portal, "1").await;
    let row = until(&fresh, &key, |row| row.sent).await;
    assert_eq!(row.attempts, 1);
    for worker in workers {
        worker.expect("started").stop().await;
    }
    other.store.close().await;
    assert_eq!(outside.gateway.keys(), [key]);
}

/// A process died between sending and marking, or between leasing and sending: its message goes out
/// within three seconds, with the key it had.
async fn messages_of_a_dead_process_go_out(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let key = enqueue_sms(&portal, "1").await;
    let leased = lease::lease(&portal, "dead process", 10)
        .await
        .expect("leased");
    assert_eq!(leased.len(), 1);
    assert_eq!(leased[0].key, key);
    let worker = worker::start(portal).expect("started");
    let sent = async {
        while outside.gateway.keys().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(3), sent)
        .await
        .expect("within three seconds");
    let row = until(&fresh, &key, |row| row.sent).await;
    assert_eq!(row.attempts, 2);
    worker.stop().await;
    assert_eq!(outside.gateway.keys(), [key]);
}

async fn a_living_lease_is_respected(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    let key = enqueue_sms(&portal, "1").await;
    let leased = lease::lease(&portal, "first", 10).await.expect("leased");
    assert!(
        lease::lease(&portal, "second", 10)
            .await
            .expect("leased")
            .is_empty()
    );
    lease::renew(&portal, "second", vec![leased[0].id.clone()])
        .await
        .expect("nothing to renew");
    lease::release(&portal, "second", vec![leased[0].id.clone()])
        .await
        .expect("nothing to release");
    assert!(
        lease::lease(&portal, "second", 10)
            .await
            .expect("leased")
            .is_empty()
    );
    lease::release(&portal, "first", vec![leased[0].id.clone()])
        .await
        .expect("released");
    assert_eq!(
        lease::lease(&portal, "second", 10)
            .await
            .expect("leased")
            .len(),
        1
    );
    assert_eq!(stands(&fresh, &key).await.attempts, 2);
}

/// A worker that is stopped finishes what is on its way.
async fn stopping_waits_for_messages_on_their_way(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    outside.gateway.answer(200, Duration::from_millis(700));
    let worker = worker::start(portal.clone()).expect("started");
    let key = enqueue_sms(&portal, "1").await;
    while outside.gateway.keys().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    worker.stop().await;
    let row = stands(&fresh, &key).await;
    assert!(row.sent && row.attempts == 1, "{row:?}");
}

/// What does not end in time is given back at once, not when its lease runs out.
async fn stopping_gives_back_what_takes_too_long(fresh: Fresh) {
    let outside = Outside::start().await;
    let portal = outside.portal(fresh.store.clone(), Arc::new(SystemClock));
    outside.gateway.answer(200, Duration::from_secs(9));
    let worker = worker::start(portal.clone()).expect("started");
    let key = enqueue_sms(&portal, "1").await;
    while outside.gateway.keys().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    worker.stop().await;
    assert!(!stands(&fresh, &key).await.sent);
    assert_eq!(
        lease::lease(&portal, "next", 10)
            .await
            .expect("leased")
            .len(),
        1
    );
}

on_both! {
    a_slow_gateway_gets_it_once
    messages_of_a_dead_process_go_out
    a_living_lease_is_respected
    stopping_waits_for_messages_on_their_way
    stopping_gives_back_what_takes_too_long
}

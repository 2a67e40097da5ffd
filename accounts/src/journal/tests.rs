//! The chain on both databases.

use std::sync::Arc;

use super::{Entry, Event, VerifyError, append, list_own, verify};
use crate::clock::{Clock, Instant, ManualClock};
use crate::store::conformance::fresh::Fresh;
use crate::store::conformance::on_both;
use crate::store::{Store, StoreError};

fn entry(clock: &ManualClock, account: Option<&str>, event: Event) -> Entry {
    Entry {
        at: clock.now(),
        account_id: account.map(str::to_owned),
        event,
        detail: vec![("contact", "phone")],
        ids: vec![("actor", "operator".into())],
        origin: Some("request".into()),
    }
}

async fn append_many(store: &Store, entries: Vec<Entry>) {
    let outcome: Result<(), StoreError> = store
        .write(|c| {
            Box::pin(async move {
                for entry in entries {
                    append(c, entry).await?;
                }
                Ok(())
            })
        })
        .await;
    outcome.expect("appended");
}

async fn some_entries(fresh: &Fresh, count: usize) {
    let clock = ManualClock::at(Instant::from_millis(1_000));
    let entries = (0..count)
        .map(|_| entry(&clock, Some("a"), Event::SignedIn))
        .collect();
    append_many(&fresh.store, entries).await;
}

async fn tamper(store: &Store, statements: &'static [&'static str]) {
    let outcome: Result<(), StoreError> = store
        .write(move |c| {
            Box::pin(async move {
                for sql in statements {
                    c.execute(sql, &[]).await?;
                }
                Ok(())
            })
        })
        .await;
    outcome.expect("tampered with");
}

async fn an_untouched_chain_is_whole(fresh: Fresh) {
    assert_eq!(verify(&fresh.store).await, Ok(0));
    some_entries(&fresh, 3).await;
    assert_eq!(verify(&fresh.store).await, Ok(3));
    some_entries(&fresh, 1).await;
    assert_eq!(verify(&fresh.store).await, Ok(4));
}

async fn a_long_chain_is_walked_in_pages(fresh: Fresh) {
    some_entries(&fresh, 1_000).await;
    assert_eq!(verify(&fresh.store).await, Ok(1_000));
    some_entries(&fresh, 1_001).await;
    assert_eq!(verify(&fresh.store).await, Ok(2_001));
    tamper(
        &fresh.store,
        &["UPDATE journal SET detail = '{}' WHERE seq = 1500"],
    )
    .await;
    assert_eq!(
        verify(&fresh.store).await,
        Err(VerifyError::BrokenAt(1_500))
    );
}

async fn a_changed_entry_shows(fresh: Fresh) {
    some_entries(&fresh, 5).await;
    tamper(
        &fresh.store,
        &["UPDATE journal SET account_id = 'b' WHERE seq = 3"],
    )
    .await;
    assert_eq!(verify(&fresh.store).await, Err(VerifyError::BrokenAt(3)));
}

async fn a_removed_entry_shows(fresh: Fresh) {
    some_entries(&fresh, 5).await;
    tamper(&fresh.store, &["DELETE FROM journal WHERE seq = 3"]).await;
    assert_eq!(verify(&fresh.store).await, Err(VerifyError::BrokenAt(3)));
}

async fn a_removed_end_shows(fresh: Fresh) {
    some_entries(&fresh, 5).await;
    tamper(&fresh.store, &["DELETE FROM journal WHERE seq = 5"]).await;
    assert_eq!(verify(&fresh.store).await, Err(VerifyError::BrokenAt(5)));
    tamper(&fresh.store, &["DELETE FROM journal"]).await;
    assert_eq!(verify(&fresh.store).await, Err(VerifyError::BrokenAt(1)));
}

async fn entries_that_changed_places_show(fresh: Fresh) {
    some_entries(&fresh, 5).await;
    let swap = &[
        "UPDATE journal SET seq = 99 WHERE seq = 2",
        "UPDATE journal SET seq = 2 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 99",
    ];
    tamper(&fresh.store, swap).await;
    assert_eq!(verify(&fresh.store).await, Err(VerifyError::BrokenAt(2)));
}

async fn an_undone_write_leaves_no_gap(fresh: Fresh) {
    some_entries(&fresh, 2).await;
    let clock = Arc::new(ManualClock::at(Instant::from_millis(0)));
    let outcome: Result<(), StoreError> = fresh
        .store
        .write(move |c| {
            Box::pin(async move {
                append(c, entry(&clock, None, Event::AccountCreated)).await?;
                Err(StoreError::Corrupt("on purpose"))
            })
        })
        .await;
    assert!(outcome.is_err());
    some_entries(&fresh, 1).await;
    assert_eq!(verify(&fresh.store).await, Ok(3));
}

async fn a_citizen_sees_their_own_part(fresh: Fresh) {
    let clock = ManualClock::at(Instant::from_millis(1_000));
    let mut entries = Vec::new();
    for (account, event) in [
        (Some("a"), Event::AccountCreated),
        (Some("b"), Event::SignedIn),
        (None, Event::RegistrationRefused),
        (Some("a"), Event::SignedIn),
    ] {
        clock.advance_s(1);
        entries.push(entry(&clock, account, event));
    }
    append_many(&fresh.store, entries).await;
    let own = list_own(&fresh.store, "a", 10).await.expect("listed");
    let seen: Vec<_> = own
        .iter()
        .map(|entry| (entry.at.millis(), entry.event))
        .collect();
    assert_eq!(
        seen,
        [(5_000, Event::SignedIn), (2_000, Event::AccountCreated)]
    );
    assert_eq!(
        own[0].detail.get("contact").map(String::as_str),
        Some("phone")
    );
    assert_eq!(
        own[0].detail.get("actor").map(String::as_str),
        Some("operator")
    );
    assert_eq!(
        list_own(&fresh.store, "a", 1).await.expect("listed").len(),
        1
    );
    assert!(
        list_own(&fresh.store, "nobody", 10)
            .await
            .expect("listed")
            .is_empty()
    );
}

on_both! {
    an_untouched_chain_is_whole
    a_long_chain_is_walked_in_pages
    a_changed_entry_shows
    a_removed_entry_shows
    a_removed_end_shows
    entries_that_changed_places_show
    an_undone_write_leaves_no_gap
    a_citizen_sees_their_own_part
}

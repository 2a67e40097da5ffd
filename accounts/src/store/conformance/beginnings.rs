//! Transactions begin with their first statement: what if there is none, or it fails?

use tokio::task::JoinSet;

use super::fresh::Fresh;
use super::on_both;
use crate::store::{Store, StoreError, Value};

const INSERT: &str =
    "INSERT INTO throttle (key, count, window_start, updated_at) VALUES ($1, 1, 0, 0)";
const COUNT: &str = "SELECT COUNT(*) FROM throttle";
const NONSENSE: &str = "SELECT nothing FROM nowhere";
/// More than any database has readers.
const MANY: usize = 24;

async fn insert(store: &Store, key: u8) -> Result<u64, StoreError> {
    let key = Value::from(vec![key]);
    store
        .write(move |c| Box::pin(async move { c.execute(INSERT, &[key]).await }))
        .await
}

async fn count(store: &Store) -> Result<i64, StoreError> {
    let row: Result<_, StoreError> = store
        .read(|c| Box::pin(async move { c.fetch_optional(COUNT, &[]).await }))
        .await;
    row?.expect("a row").int(0)
}

async fn who_asks_nothing_gets_an_answer(fresh: Fresh) {
    let read: Result<_, StoreError> = fresh.store.read(|_| Box::pin(async { Ok(1) })).await;
    let written: Result<_, StoreError> = fresh.store.write(|_| Box::pin(async { Ok(2) })).await;
    assert_eq!((read, written), (Ok(1), Ok(2)));
    insert(&fresh.store, 1).await.expect("written");
    assert_eq!(count(&fresh.store).await, Ok(1));
}

async fn a_first_statement_that_fails_harms_nobody(fresh: Fresh) {
    for number in 0..8 {
        let read: Result<_, StoreError> = fresh
            .store
            .read(|c| Box::pin(async move { c.fetch_optional(NONSENSE, &[]).await.map(drop) }))
            .await;
        let written: Result<_, StoreError> = fresh
            .store
            .write(|c| Box::pin(async move { c.fetch_optional(NONSENSE, &[]).await.map(drop) }))
            .await;
        assert!(read.is_err() && written.is_err(), "{number}");
        insert(&fresh.store, number).await.expect("written");
    }
    assert_eq!(count(&fresh.store).await, Ok(8));
}

/// Whoever forgets a failed beginning writes outside of any transaction at worst: it must not come to that.
async fn a_failed_beginning_cannot_be_gone_past(fresh: Fresh) {
    let outcome: Result<_, StoreError> = fresh
        .store
        .write(|c| {
            Box::pin(async move {
                let lost = c.fetch_optional(NONSENSE, &[]).await.is_err();
                assert!(lost);
                c.execute(INSERT, &[Value::from(vec![1])]).await
            })
        })
        .await;
    assert!(outcome.is_err());
    assert_eq!(count(&fresh.store).await, Ok(0));
    insert(&fresh.store, 2).await.expect("written");
    assert_eq!(count(&fresh.store).await, Ok(1));
}

async fn more_may_read_than_there_are_readers(fresh: Fresh) {
    insert(&fresh.store, 1).await.expect("written");
    let mut reads = JoinSet::new();
    for _ in 0..MANY {
        let store = fresh.store.clone();
        reads.spawn(async move { count(&store).await });
    }
    while let Some(outcome) = reads.join_next().await {
        assert_eq!(outcome.expect("no panic"), Ok(1));
    }
}

/// A reader in the middle of something is not handed on.
async fn whoever_reads_may_go_away(fresh: Fresh) {
    for _ in 0..MANY {
        let store = fresh.store.clone();
        let reads = tokio::spawn(async move {
            let read: Result<(), StoreError> = store
                .read(|c| {
                    Box::pin(async move {
                        loop {
                            c.fetch_optional(COUNT, &[]).await?;
                        }
                    })
                })
                .await;
            read
        });
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        reads.abort();
        drop(reads.await);
        assert_eq!(count(&fresh.store).await, Ok(0));
    }
}

on_both! {
    who_asks_nothing_gets_an_answer
    a_first_statement_that_fails_harms_nobody
    a_failed_beginning_cannot_be_gone_past
    more_may_read_than_there_are_readers
    whoever_reads_may_go_away
}

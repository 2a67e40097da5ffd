//! What is true of a database server alone.

use std::task::Poll;
use std::time::Duration;

use sqlx::{Connection as _, PgConnection};

use super::fresh;
use crate::store::{Store, StoreError};

const SAVE: &str = "INSERT INTO throttle (key, count, window_start, updated_at) VALUES ($1, 1, 0, 0) \
    ON CONFLICT (key) DO UPDATE SET count = throttle.count + 1";

async fn save(store: &Store) -> Result<u64, StoreError> {
    store
        .write(|c| Box::pin(async move { c.execute(SAVE, &[b"k".to_vec().into()]).await }))
        .await
}

/// After a restart of the server every connection of the pool is dead: neither reads nor writes
/// notice, because nothing was done on them yet.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dead_connections_are_replaced() {
    fresh::on_postgres(|fresh| async move {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let store = fresh.store.clone();
            tasks.spawn(async move { save(&store).await.expect("written") });
        }
        while let Some(outcome) = tasks.join_next().await {
            outcome.expect("no panic");
        }
        let mut other = PgConnection::connect(&fresh.url).await.expect("opened");
        let kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
            WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let killed = sqlx::query(kill)
            .fetch_all(&mut other)
            .await
            .expect("killed")
            .len();
        assert!(killed > 1, "{killed}");
        fresh.store.ping().await.expect("a read");
        save(&fresh.store).await.expect("a write");
    })
    .await;
}

/// Polls a future so often and drops it.
async fn give_up<T>(asked: impl Future<Output = T>, polls: usize) {
    let mut asked = std::pin::pin!(asked);
    for _ in 0..polls {
        let once = std::future::poll_fn(|context| Poll::Ready(asked.as_mut().poll(context)));
        if once.await.is_ready() {
            return;
        }
        tokio::task::yield_now().await;
    }
}

/// Whoever stops waiting at any moment leaves no connection in the middle of a transaction to the next one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_given_up_leaves_nothing_open() {
    fresh::on_postgres(|fresh| async move {
        save(&fresh.store).await.expect("written");
        for polls in 0..60 {
            // A connection goes back to the pool in a task of its own.
            tokio::time::sleep(Duration::from_millis(2)).await;
            give_up(fresh.store.ping(), polls % 12).await;
            tokio::time::sleep(Duration::from_millis(2)).await;
            save(&fresh.store).await.expect("written");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_not_there_is_unavailable() {
    let outcome = Store::open("postgres://nobody@127.0.0.1:9/none")
        .await
        .err();
    assert_eq!(outcome, Some(StoreError::Unavailable));
}

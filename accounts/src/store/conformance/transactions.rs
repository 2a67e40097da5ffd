//! What a transaction promises.

use super::fresh::Fresh;
use super::on_both;
use crate::store::{Store, StoreError, Value};

const INSERT: &str =
    "INSERT INTO throttle (key, count, window_start, updated_at) VALUES ($1, $2, 0, 0)";
const RAISE: &str = "UPDATE throttle SET count = $2 WHERE key = $1";
const LOAD: &str = "SELECT count FROM throttle WHERE key = $1";
const COUNT: &str = "SELECT COUNT(*) FROM throttle WHERE key >= $1";

fn key(key: &[u8]) -> Value {
    Value::from(key)
}

async fn insert(store: &Store, name: &'static [u8], count: i64) -> Result<(), StoreError> {
    store
        .write(move |c| {
            Box::pin(async move {
                c.execute(INSERT, &[key(name), count.into()])
                    .await
                    .map(drop)
            })
        })
        .await
}

async fn load(store: &Store, name: &'static [u8]) -> Option<i64> {
    let row: Result<_, StoreError> = store
        .read(move |c| Box::pin(async move { c.fetch_optional(LOAD, &[key(name)]).await }))
        .await;
    row.expect("read").map(|row| row.int(0).expect("a number"))
}

async fn an_error_undoes_everything(fresh: Fresh) {
    let outcome: Result<(), StoreError> = fresh
        .store
        .write(|c| {
            Box::pin(async move {
                c.execute(INSERT, &[key(b"a"), 1.into_value()]).await?;
                Err(StoreError::Corrupt("on purpose"))
            })
        })
        .await;
    assert_eq!(outcome, Err(StoreError::Corrupt("on purpose")));
    assert_eq!(load(&fresh.store, b"a").await, None);
    insert(&fresh.store, b"a", 2).await.expect("written");
    assert_eq!(load(&fresh.store, b"a").await, Some(2));
}

trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for i32 {
    fn into_value(self) -> Value {
        Value::from(i64::from(self))
    }
}

async fn violated_constraints_have_one_name(fresh: Fresh) {
    const ACCOUNT: &str = "INSERT INTO account (id, reference, level, data_key, created_at) VALUES ($1, $2, 'simplified', $3, 0)";
    const CONTACT: &str = "INSERT INTO contact (id, account_id, kind, value, blind_index, confirmed_at, created_at) \
        VALUES ($1, $2, 'phone', $3, $3, $4, 0)";
    let run = |sql: &'static str, values: Vec<Value>| {
        let store = fresh.store.clone();
        async move {
            store
                .write(move |c| Box::pin(async move { c.execute(sql, &values).await }))
                .await
                .err()
        }
    };
    let account = |id: &str, reference: &str| vec![id.into(), reference.into(), key(b"k")];
    let contact = |id: &str, account: &str, confirmed: Option<i64>| {
        vec![id.into(), account.into(), key(b"same"), confirmed.into()]
    };
    let unique = |name: &str| {
        Some(StoreError::Unique {
            constraint: name.into(),
        })
    };
    assert_eq!(run(ACCOUNT, account("a", "1")).await, None);
    assert_eq!(run(ACCOUNT, account("b", "2")).await, None);
    assert_eq!(run(ACCOUNT, account("c", "3")).await, None);
    assert_eq!(
        run(ACCOUNT, account("a", "4")).await,
        unique("account_id_key")
    );
    assert_eq!(
        run(ACCOUNT, account("d", "1")).await,
        unique("account_reference_key")
    );
    assert_eq!(run(CONTACT, contact("1", "a", Some(1))).await, None);
    assert_eq!(
        run(CONTACT, contact("2", "a", None)).await,
        unique("contact_account_id_kind_key")
    );
    assert_eq!(
        run(CONTACT, contact("3", "b", None)).await,
        None,
        "an unconfirmed contact reserves nothing"
    );
    assert_eq!(
        run(CONTACT, contact("4", "c", Some(1))).await,
        unique("contact_kind_blind_index_key")
    );
    let refused = run(CONTACT, contact("5", "nobody", None)).await;
    assert!(
        matches!(refused, Some(StoreError::Refused { .. })),
        "{refused:?}"
    );
}

/// Many writers read, then write what they read plus one: none gets lost.
async fn writers_stand_in_line(fresh: Fresh) {
    insert(&fresh.store, b"n", 0).await.expect("written");
    let mut tasks = tokio::task::JoinSet::new();
    let stores = [
        fresh.store.clone(),
        fresh.another().await,
        fresh.another().await,
    ];
    for number in 0..60 {
        let store = stores[number % 3].clone();
        tasks.spawn(async move {
            let outcome: Result<(), StoreError> = store
                .write(|c| {
                    Box::pin(async move {
                        let row = c.fetch_optional(LOAD, &[key(b"n")]).await?;
                        let count = row.ok_or(StoreError::Corrupt("gone"))?.int(0)?;
                        c.execute(RAISE, &[key(b"n"), (count + 1).into()])
                            .await
                            .map(drop)
                    })
                })
                .await;
            outcome.expect("written");
        });
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.expect("no panic");
    }
    assert_eq!(load(&fresh.store, b"n").await, Some(60));
    for store in &stores[1..] {
        store.close().await;
    }
}

/// Writes that are committed together fail one by one.
async fn a_failure_leaves_its_neighbours_alone(fresh: Fresh) {
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..40_u8 {
        let store = fresh.store.clone();
        tasks.spawn(async move {
            let outcome: Result<(), StoreError> = store
                .write(move |c| {
                    Box::pin(async move {
                        c.execute(INSERT, &[key(&[1, number]), 1.into_value()])
                            .await?;
                        match number % 4 {
                            1 => Err(StoreError::Corrupt("on purpose")),
                            2 => c
                                .execute(INSERT, &[key(&[1, number]), 1.into_value()])
                                .await
                                .map(drop),
                            _ => Ok(()),
                        }
                    })
                })
                .await;
            assert_eq!(
                outcome.is_ok(),
                matches!(number % 4, 0 | 3),
                "{number}: {outcome:?}"
            );
        });
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.expect("no panic");
    }
    let row: Result<_, StoreError> = fresh
        .store
        .read(|c| Box::pin(async move { c.fetch_optional(COUNT, &[key(&[1])]).await }))
        .await;
    assert_eq!(row.expect("read").expect("a row").int(0), Ok(20));
}

async fn whoever_asked_may_go_away(fresh: Fresh) {
    let store = fresh.store.clone();
    let asked = tokio::spawn(async move { insert(&store, b"left", 1).await });
    asked.abort();
    drop(asked.await);
    insert(&fresh.store, b"stayed", 2)
        .await
        .expect("the writer still works");
    assert_eq!(load(&fresh.store, b"stayed").await, Some(2));
}

async fn a_read_is_one_snapshot(fresh: Fresh) {
    insert(&fresh.store, b"s", 1).await.expect("written");
    let store = fresh.store.clone();
    let counts: Result<_, StoreError> = fresh
        .store
        .read(move |c| {
            Box::pin(async move {
                let before = c
                    .fetch_optional(LOAD, &[key(b"s")])
                    .await?
                    .map(|row| row.int(0));
                let changed: Result<_, StoreError> = store
                    .write(|c| {
                        Box::pin(
                            async move { c.execute(RAISE, &[key(b"s"), 2.into_value()]).await },
                        )
                    })
                    .await;
                changed?;
                let after = c
                    .fetch_optional(LOAD, &[key(b"s")])
                    .await?
                    .map(|row| row.int(0));
                Ok((before, after))
            })
        })
        .await;
    assert_eq!(counts, Ok((Some(Ok(1)), Some(Ok(1)))));
    assert_eq!(load(&fresh.store, b"s").await, Some(2));
}

async fn a_read_cannot_write(fresh: Fresh) {
    let outcome: Result<_, StoreError> = fresh
        .store
        .read(|c| Box::pin(async move { c.execute(INSERT, &[key(b"x"), 1.into_value()]).await }))
        .await;
    assert!(outcome.is_err());
    assert_eq!(load(&fresh.store, b"x").await, None);
}

async fn after_the_end_nothing_is_written(fresh: Fresh) {
    fresh.store.close().await;
    assert_eq!(
        insert(&fresh.store, b"late", 1).await,
        Err(StoreError::Unavailable)
    );
    assert_eq!(fresh.store.ping().await, Err(StoreError::Unavailable));
}

on_both! {
    an_error_undoes_everything
    violated_constraints_have_one_name
    writers_stand_in_line
    a_failure_leaves_its_neighbours_alone
    whoever_asked_may_go_away
    a_read_is_one_snapshot
    a_read_cannot_write
    after_the_end_nothing_is_written
}

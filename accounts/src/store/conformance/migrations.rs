//! Migrations: from empty, repeated, by several processes at once, and equal on both databases.

use std::collections::BTreeSet;

use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};

use super::fresh::{self, Fresh};
use super::on_both;
use crate::store::{Row, Store, StoreError, Value};

async fn a_repeat_does_nothing(fresh: Fresh) {
    fresh.store.migrate().await.expect("a repeat");
    let again = fresh.another().await;
    again.migrate().await.expect("another process");
    again.ping().await.expect("it answers");
    again.close().await;
}

on_both! { a_repeat_does_nothing }

/// Opens and migrates an empty database several times at once.
async fn start_together(url: &str) {
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let url = url.to_owned();
        tasks.spawn(async move {
            let store = Store::open(&url).await.expect("opened");
            store.migrate().await.expect("migrated");
            store.ping().await.expect("it answers");
            store.close().await;
        });
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.expect("no panic");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_start_together_on_sqlite() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        start_together(&format!(
            "sqlite://{}",
            folder.path().join("new.sqlite").display()
        ))
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_start_together_on_postgres() {
    let name = fresh::new_name();
    let url = fresh::create(&name).await;
    start_together(&url).await;
    fresh::drop_database(&name).await;
}

/// Tables with their columns, and indexes with whether they are unique.
type Shape = (BTreeSet<(String, String, bool)>, BTreeSet<String>);

async fn shape_of_sqlite(url: &str) -> Shape {
    let mut c = SqliteConnection::connect(url).await.expect("opened");
    let columns = "SELECT t.name, c.name, c.\"notnull\" FROM sqlite_schema t, pragma_table_info(t.name) c \
        WHERE t.type = 'table' AND t.name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite%'";
    let columns = sqlx::query(columns)
        .fetch_all(&mut c)
        .await
        .expect("columns");
    let columns = columns
        .iter()
        .map(|row| (row.get(0), row.get(1), row.get::<i64, _>(2) != 0))
        .collect();
    let indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
    let indexes = sqlx::query(indexes)
        .fetch_all(&mut c)
        .await
        .expect("indexes");
    (columns, indexes.iter().map(|row| row.get(0)).collect())
}

async fn shape_of_postgres(url: &str) -> Shape {
    let mut c = PgConnection::connect(url).await.expect("opened");
    let columns = "SELECT table_name::text, column_name::text, is_nullable = 'NO' FROM information_schema.columns \
        WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'";
    let columns = sqlx::query(columns)
        .fetch_all(&mut c)
        .await
        .expect("columns");
    let columns = columns
        .iter()
        .map(|row| (row.get(0), row.get(1), row.get(2)))
        .collect();
    let indexes = "SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '\\_sqlx%' \
        AND indexname NOT IN (SELECT conname::text FROM pg_constraint)";
    let indexes = sqlx::query(indexes)
        .fetch_all(&mut c)
        .await
        .expect("indexes");
    (columns, indexes.iter().map(|row| row.get(0)).collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twins_are_twins() {
    fresh::on_sqlite(|sqlite| async move {
        fresh::on_postgres(|postgres| async move {
            let (columns, indexes) = shape_of_sqlite(&sqlite.url).await;
            let (pg_columns, pg_indexes) = shape_of_postgres(&postgres.url).await;
            assert!(columns.len() > 80, "{columns:?}");
            let different: Vec<_> = columns.symmetric_difference(&pg_columns).collect();
            assert!(different.is_empty(), "{different:?}");
            assert_eq!(indexes, pg_indexes);
        })
        .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_a_newer_program_is_left_alone() {
    fresh::on_sqlite(|fresh| async move {
        let mut c = SqliteConnection::connect(&fresh.url).await.expect("opened");
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
            VALUES (9999, 'newer', 1, x'00', 0)";
        sqlx::query(AssertSqlSafe(newer)).execute(&mut c).await.expect("written");
        let refused = fresh.store.migrate().await.expect_err("too new");
        assert!(refused.to_string().contains("9999"), "{refused}");
    })
    .await;
}

/// Who acted before there was a table of it is in the table.
async fn earlier_acts_are_filled_in(url: &str) {
    const BACK: [&str; 5] = [
        "DROP TABLE operator_act",
        "DROP TABLE centre_change",
        "DROP INDEX journal_event_idx",
        "DROP INDEX journal_at_idx",
        "DELETE FROM _sqlx_migrations WHERE version = 7",
    ];
    const EARLIER: &str = "INSERT INTO journal (seq, at, event, detail, previous, hash) \
        VALUES (1, 1, 'a', '{\"actor\":\"anna\",\"field\":\"inn\"}', $1, $1), \
        (2, 1, 'a', '{\"operator\":\"anna\"}', $1, $1), (3, 1, 'a', 'no JSON', $1, $1)";
    const ACTS: &str = "SELECT operator_id, seq FROM operator_act";
    let store = Store::open(url).await.expect("opened");
    store.migrate().await.expect("migrated");
    for sql in BACK.into_iter().chain([EARLIER]) {
        let values = match sql {
            EARLIER => vec![Value::from(vec![0_u8])],
            _ => Vec::new(),
        };
        let done: Result<u64, StoreError> = store
            .write(move |c| Box::pin(async move { c.execute(sql, &values).await }))
            .await;
        done.expect(sql);
    }
    store.migrate().await.expect("migrated again");
    let acts: Result<Vec<Row>, StoreError> = store
        .read(|c| Box::pin(async move { c.fetch_all(ACTS, &[]).await }))
        .await;
    let acts = acts.expect("the database answers");
    let acts: Vec<_> = acts.iter().map(|row| (row.text(0), row.int(1))).collect();
    assert_eq!(acts, [(Ok("anna".to_owned()), Ok(1))]);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn earlier_acts_are_filled_in_on_sqlite() {
    fresh::on_sqlite(|fresh| async move { earlier_acts_are_filled_in(&fresh.url).await }).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn earlier_acts_are_filled_in_on_postgres() {
    // A database of its own: tables come and go.
    let name = fresh::new_name();
    earlier_acts_are_filled_in(&fresh::create(&name).await).await;
    fresh::drop_database(&name).await;
}

//! Every statement of the portal is prepared on both databases.

use sqlx::sqlite::SqliteConnection;
use sqlx::{
    AssertSqlSafe, Column as _, Connection as _, Either, Executor as _, PgConnection, Row as _,
    SqlStr,
};
use sqlx::{Statement as _, TypeInfo as _};

use super::fresh;
use crate::store::statement;

fn all() -> impl Iterator<Item = &'static str> {
    statement::ALL
        .iter()
        .flat_map(|statements| statements.iter().copied())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_finds_rows_by_an_index() {
    fresh::on_sqlite(|fresh| async move {
        let mut c = SqliteConnection::connect(&fresh.url).await.expect("opened");
        let mut scans = Vec::new();
        for sql in all() {
            let plan = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
            let rows = sqlx::query(plan).fetch_all(&mut c).await;
            let rows = rows.unwrap_or_else(|error| panic!("{error}\n{sql}"));
            for row in rows {
                let step: String = row.get(3);
                if is_scan(&step, sql) {
                    scans.push(format!("{step}: {sql}"));
                }
            }
        }
        assert!(
            scans.is_empty(),
            "a statement reads a whole table:\n{}",
            scans.join("\n")
        );
    })
    .await;
}

/// Walking along an index is no scan when the statement stops after some rows.
fn is_scan(step: &str, sql: &str) -> bool {
    let constant = step.starts_with("SCAN CONSTANT ROW");
    let stops = step.contains(" USING ") && sql.contains(" LIMIT ");
    step.starts_with("SCAN ") && !constant && !stops
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_sees_the_kinds_of_the_store_alone() {
    fresh::on_postgres(|fresh| async move {
        let mut c = PgConnection::connect(&fresh.url).await.expect("opened");
        for sql in all() {
            let prepared = (&mut c).prepare(SqlStr::from_static(sql)).await;
            let prepared = prepared.unwrap_or_else(|error| panic!("{error}\n{sql}"));
            if let Some(Either::Left(parameters)) = prepared.parameters() {
                for kind in parameters {
                    let known = ["TEXT", "INT8", "BYTEA"].contains(&kind.name());
                    assert!(known, "a parameter is {}: {sql}", kind.name());
                }
            }
            for column in prepared.columns() {
                let kind = column.type_info().name();
                let known = ["TEXT", "INT8", "BYTEA", "INT4", "BOOL"].contains(&kind);
                assert!(known, "{} is {kind}: {sql}", column.name());
            }
        }
    })
    .await;
}

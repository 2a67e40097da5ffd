//! Every statement of the portal is prepared on both databases, and neither reads a whole table for it.

use sqlx::sqlite::SqliteConnection;
use sqlx::{
    AssertSqlSafe, Column as _, Connection as _, Either, Executor as _, PgConnection, Row as _,
    SqlStr,
};
use sqlx::{Statement as _, TypeInfo as _};

use super::fresh;
use crate::store::Store;
use crate::store::statement::{self, sweep};

fn all() -> impl Iterator<Item = &'static str> {
    statement::ALL
        .iter()
        .flat_map(|statements| statements.iter().copied())
}

/// Accounts of a database that is full: there reading a table costs more than any index.
const ACCOUNTS: u64 = 10_000;

async fn populate(url: &str) {
    let database = trials::Database::at(url);
    let filled = database.populate(ACCOUNTS, 1_800_000_000_000).await;
    filled.expect("filled");
}

fn none(scans: &[String]) {
    let scans_of = scans.join("\n");
    assert!(
        scans.is_empty(),
        "a statement reads a whole table:\n{scans_of}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_finds_rows_by_an_index() {
    fresh::on_sqlite(|fresh| async move {
        none(&sqlite_scans(&fresh.url).await);
        populate(&fresh.url).await;
        none(&sqlite_scans(&fresh.url).await);
    })
    .await;
}

async fn sqlite_scans(url: &str) -> Vec<String> {
    let mut c = SqliteConnection::connect(url).await.expect("opened");
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
    scans
}

/// Walking along an index is no scan when the statement stops after some rows.
fn is_scan(step: &str, sql: &str) -> bool {
    let constant = step.starts_with("SCAN CONSTANT ROW");
    let stops = step.contains(" USING ") && sql.contains(" LIMIT ");
    step.starts_with("SCAN ") && !constant && !stops
}

/// Where reading the whole table costs too much to be thought of, a plan that does it all the same has no
/// index to use.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_finds_rows_by_an_index() {
    // An outbox whose receivers are down: an index of what waits is no better than the table then.
    const FILL: &str = "INSERT INTO outbox (id, key, channel, created_at, next_attempt_at, attempts) \
        SELECT n::text, n::text, 'sms', n, n, 0 FROM generate_series(1, 5000) n";
    fresh::on_postgres(|fresh| async move {
        let mut c = PgConnection::connect(&fresh.url).await.expect("opened");
        for setting in [
            FILL,
            "ANALYZE outbox",
            "SET enable_seqscan = off",
            "SET plan_cache_mode = force_generic_plan",
        ] {
            sqlx::query(setting).execute(&mut c).await.expect("set");
        }
        let blind = plan(&mut c, "SELECT id FROM draft WHERE flow = $1").await;
        assert!(
            scan_of(&blind).is_some(),
            "a scan is not noticed: {blind:?}"
        );
        none(&postgres_scans(&mut c, all()).await);
    })
    .await;
}

/// What PostgreSQL itself takes for the cheapest way where tables are full. Sweeping may delete a third of a table for all
/// it knows, and one table has one row: there the way by an index is no cheaper.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_finds_rows_by_an_index_in_full_tables() {
    // Not for the next case: what it is analysed to hold is no longer true once it is emptied.
    let name = fresh::new_name();
    let url = fresh::create(&name).await;
    let store = Store::open(&url).await.expect("opened");
    store.migrate().await.expect("migrated");
    store.close().await;
    populate(&url).await;
    let mut c = PgConnection::connect(&url).await.expect("opened");
    let generic = "SET plan_cache_mode = force_generic_plan";
    sqlx::query(generic).execute(&mut c).await.expect("set");
    let asked = all().filter(|sql| !sweep::ALL.contains(sql) && !sql.contains("FROM journal_head"));
    none(&postgres_scans(&mut c, asked).await);
    drop(c.close().await);
    fresh::drop_database(&name).await;
}

async fn postgres_scans(
    c: &mut PgConnection,
    asked: impl Iterator<Item = &'static str>,
) -> Vec<String> {
    let mut scans = Vec::new();
    for sql in asked {
        let plan = plan(c, sql).await;
        if let Some(step) = scan_of(&plan) {
            scans.push(format!("{step}: {sql}"));
        }
    }
    scans
}

/// PostgreSQL's generic plan, line by line.
async fn plan(c: &mut PgConnection, sql: &'static str) -> Vec<String> {
    let prepared = (&mut *c).prepare(SqlStr::from_static(sql)).await;
    let prepared = prepared.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    let count = match prepared.parameters() {
        Some(Either::Left(kinds)) => kinds.len(),
        Some(Either::Right(count)) => count,
        None => 0,
    };
    let values = match count {
        0 => String::new(),
        count => format!("({})", vec!["NULL"; count].join(", ")),
    };
    let steps = [
        format!("PREPARE looked_at AS {sql}"),
        format!("EXPLAIN (COSTS OFF) EXECUTE looked_at{values}"),
        "DEALLOCATE looked_at".to_owned(),
    ];
    let mut lines = Vec::new();
    for step in steps {
        let rows = sqlx::raw_sql(AssertSqlSafe(step)).fetch_all(&mut *c).await;
        let rows = rows.unwrap_or_else(|error| panic!("{error}\n{sql}"));
        lines.extend(rows.iter().map(|row| row.get::<String, _>(0)));
    }
    assert!(!lines.is_empty(), "no plan: {sql}");
    lines
}

/// The step of a plan that reads a whole table, or a whole index without stopping after some rows.
fn scan_of(plan: &[String]) -> Option<&str> {
    let stops = plan.iter().any(|line| line.contains("Limit"));
    let mut steps = plan.iter().enumerate();
    let found = steps.find(|(place, line)| {
        let mut below = plan[place + 1..]
            .iter()
            .take_while(|line| !line.contains("->"));
        let by_condition = below.any(|line| line.contains("Index Cond:"));
        let by_index = line.contains("Index Scan") || line.contains("Index Only Scan");
        line.contains("Seq Scan") || (by_index && !by_condition && !stops)
    });
    found.map(|(_, line)| line.trim())
}

/// Sweeping deletes what belongs to a row with it: every reference is found by an index.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_reference_has_an_index() {
    const WITHOUT: &str = "SELECT conname::text FROM pg_constraint r WHERE contype = 'f' AND NOT EXISTS \
        (SELECT 1 FROM pg_index i WHERE i.indrelid = r.conrelid AND i.indkey[0] = r.conkey[1])";
    const ALL: &str = "SELECT COUNT(*) FROM pg_constraint WHERE contype = 'f'";
    fresh::on_postgres(|fresh| async move {
        let mut c = PgConnection::connect(&fresh.url).await.expect("opened");
        let count: i64 = sqlx::query_scalar(ALL)
            .fetch_one(&mut c)
            .await
            .expect("a count");
        assert!(count >= 10, "{count}");
        let without: Vec<String> = sqlx::query_scalar(WITHOUT)
            .fetch_all(&mut c)
            .await
            .expect("names");
        assert!(without.is_empty(), "{without:?}");
    })
    .await;
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

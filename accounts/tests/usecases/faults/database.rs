//! A hand inside the database, beside the portal: it breaks tables and reads everything there is.

use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use crate::house::House;

/// A connection of the tests' own.
pub(super) enum Hand {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Hand {
    pub(super) async fn in_database_of(house: &House) -> Self {
        let url = &house.fresh.url;
        if url.starts_with("sqlite") {
            Self::Sqlite(SqliteConnection::connect(url).await.expect("it opens"))
        } else {
            Self::Postgres(PgConnection::connect(url).await.expect("it opens"))
        }
    }

    /// Runs a statement.
    pub(super) async fn run(&mut self, sql: &str) {
        let statement = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        let outcome = match self {
            Self::Sqlite(c) => statement.execute(c).await.map(drop),
            Self::Postgres(c) => statement.execute(c).await.map(drop),
        };
        outcome.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    /// The first column of a statement's rows.
    pub(super) async fn texts(&mut self, sql: &str) -> Vec<String> {
        let query = sqlx::query_scalar(AssertSqlSafe(sql.to_owned()));
        let texts = match self {
            Self::Sqlite(c) => query.fetch_all(c).await,
            Self::Postgres(c) => {
                sqlx::query_scalar(AssertSqlSafe(sql.to_owned()))
                    .fetch_all(c)
                    .await
            }
        };
        texts.unwrap_or_else(|error| panic!("{error}: {sql}"))
    }

    /// From now on this operation (`INSERT`, `UPDATE`, `DELETE`) on a table fails.
    pub(super) async fn break_table(&mut self, operation: &str, table: &str) {
        let sql = match self {
            Self::Sqlite(_) => format!(
                "CREATE TRIGGER fault BEFORE {operation} ON {table} \
                 BEGIN SELECT RAISE(ABORT, 'fault'); END"
            ),
            Self::Postgres(_) => format!(
                "CREATE OR REPLACE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql \
                 AS $$ BEGIN RAISE EXCEPTION 'fault'; END $$; \
                 CREATE TRIGGER fault BEFORE {operation} ON {table} FOR EACH ROW EXECUTE FUNCTION fault()"
            ),
        };
        self.run(&sql).await;
    }

    /// The table works again.
    pub(super) async fn mend_table(&mut self, table: &str) {
        let sql = match self {
            Self::Sqlite(_) => "DROP TRIGGER fault".to_owned(),
            Self::Postgres(_) => format!("DROP TRIGGER fault ON {table}"),
        };
        self.run(&sql).await;
    }

    /// Every row of every table as text, but for the counters: they are written before the use case.
    pub(super) async fn everything(&mut self) -> Vec<String> {
        let mut rows = Vec::new();
        for table in self.tables().await {
            let sql = match self {
                Self::Sqlite(_) => {
                    let columns = format!("SELECT name FROM pragma_table_info('{table}')");
                    let columns = self.texts(&columns).await;
                    let quoted: Vec<_> = columns
                        .iter()
                        .map(|column| format!("quote({column})"))
                        .collect();
                    format!(
                        "SELECT {} FROM {table} ORDER BY 1",
                        quoted.join(" || '|' || ")
                    )
                }
                Self::Postgres(_) => format!("SELECT row::text FROM {table} row ORDER BY 1"),
            };
            for row in self.texts(&sql).await {
                rows.push(format!("{table}: {row}"));
            }
        }
        rows
    }

    async fn tables(&mut self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1",
            Self::Postgres(_) => {
                "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
            }
        };
        let mut tables = self.texts(sql).await;
        tables.retain(|table| !["throttle", "_sqlx_migrations"].contains(&table.as_str()));
        assert_eq!(tables.len(), 30, "{tables:?}");
        tables
    }
}

//! A connection inside a transaction: three calls, the same on both databases.

use sqlx::postgres::PgConnection;
use sqlx::query::Query;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Postgres, Sqlite, Transaction};

use super::error::StoreError;
use super::row::Row;
use super::value::Value;

/// A connection inside a transaction.
pub struct Connection {
    link: Link,
    enqueued: bool,
}

enum Link {
    SqliteReader(Transaction<'static, Sqlite>),
    SqliteWriter(SqliteConnection),
    Postgres(Transaction<'static, Postgres>),
}

enum Target<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl Connection {
    pub(super) fn sqlite_reader(transaction: Transaction<'static, Sqlite>) -> Self {
        Self::new(Link::SqliteReader(transaction))
    }

    pub(super) fn sqlite_writer(connection: SqliteConnection) -> Self {
        Self::new(Link::SqliteWriter(connection))
    }

    pub(super) fn postgres(transaction: Transaction<'static, Postgres>) -> Self {
        Self::new(Link::Postgres(transaction))
    }

    fn new(link: Link) -> Self {
        Self {
            link,
            enqueued: false,
        }
    }

    fn target(&mut self) -> Target<'_> {
        match &mut self.link {
            Link::SqliteReader(transaction) => Target::Sqlite(transaction),
            Link::SqliteWriter(connection) => Target::Sqlite(connection),
            Link::Postgres(transaction) => Target::Postgres(transaction),
        }
    }

    /// Runs a statement; answers how many rows it changed.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn execute(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<u64, StoreError> {
        Ok(match self.target() {
            Target::Sqlite(c) => sqlite_query(sql, values).execute(c).await?.rows_affected(),
            Target::Postgres(c) => postgres_query(sql, values)
                .execute(c)
                .await?
                .rows_affected(),
        })
    }

    /// Runs a statement; answers its first row, if there is one.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn fetch_optional(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Option<Row>, StoreError> {
        Ok(match self.target() {
            Target::Sqlite(c) => sqlite_query(sql, values)
                .fetch_optional(c)
                .await?
                .map(Row::sqlite),
            Target::Postgres(c) => postgres_query(sql, values)
                .fetch_optional(c)
                .await?
                .map(Row::postgres),
        })
    }

    /// Runs a statement; answers all its rows.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn fetch_all(
        &mut self,
        sql: &'static str,
        values: &[Value],
    ) -> Result<Vec<Row>, StoreError> {
        Ok(match self.target() {
            Target::Sqlite(c) => {
                let rows = sqlite_query(sql, values).fetch_all(c).await?;
                rows.into_iter().map(Row::sqlite).collect()
            }
            Target::Postgres(c) => {
                let rows = postgres_query(sql, values).fetch_all(c).await?;
                rows.into_iter().map(Row::postgres).collect()
            }
        })
    }

    /// Remembers that the worker is to be woken after the commit.
    pub(crate) fn mark_enqueued(&mut self) {
        self.enqueued = true;
    }

    pub(super) fn enqueued(&self) -> bool {
        self.enqueued
    }

    /// The same, and forgets it: the writer's connection serves one transaction after the other.
    pub(super) fn take_enqueued(&mut self) -> bool {
        std::mem::take(&mut self.enqueued)
    }

    /// Ends a snapshot. What it says no longer matters: the answer has been read.
    pub(super) async fn end_read(self) {
        match self.link {
            Link::SqliteReader(transaction) => drop(transaction.rollback().await),
            Link::Postgres(transaction) => drop(transaction.rollback().await),
            Link::SqliteWriter(_) => {}
        }
    }

    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self.link {
            Link::Postgres(transaction) => Ok(transaction.commit().await?),
            Link::SqliteReader(_) | Link::SqliteWriter(_) => Ok(()),
        }
    }

    /// Undoes a transaction. If that fails the connection is broken and the database undoes it.
    pub(super) async fn roll_back(self) {
        self.end_read().await;
    }

    /// Ends the writer's connection.
    pub(super) async fn close(self) {
        if let Link::SqliteWriter(connection) = self.link {
            use sqlx::Connection as _;
            drop(connection.close().await);
        }
    }
}

type SqliteQuery = Query<'static, Sqlite, <Sqlite as sqlx::Database>::Arguments>;
type PostgresQuery = Query<'static, Postgres, <Postgres as sqlx::Database>::Arguments>;

fn sqlite_query(sql: &'static str, values: &[Value]) -> SqliteQuery {
    values
        .iter()
        .fold(sqlx::query(sql), |query, value| match value.clone() {
            Value::Text(text) => query.bind(text),
            Value::Int(int) => query.bind(int),
            Value::Blob(blob) => query.bind(blob),
        })
}

fn postgres_query(sql: &'static str, values: &[Value]) -> PostgresQuery {
    values
        .iter()
        .fold(sqlx::query(sql), |query, value| match value.clone() {
            Value::Text(text) => query.bind(text),
            Value::Int(int) => query.bind(int),
            Value::Blob(blob) => query.bind(blob),
        })
}

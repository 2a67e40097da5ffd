//! A connection inside a transaction: three calls, the same on both databases.

use sqlx::postgres::PgConnection;
use sqlx::query::Query;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr as _, SqlStr, Sqlite, Transaction};

use super::error::StoreError;
use super::reader::Snapshot;
use super::row::Row;
use super::value::Value;

/// A connection inside a transaction.
pub struct Connection {
    link: Link,
    enqueued: bool,
}

enum Link {
    SqliteReader(Snapshot),
    SqliteWriter(SqliteConnection, Begun),
    Postgres(Transaction<'static, Postgres>),
}

/// Whether the writer's transaction has begun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    No,
    /// BEGIN was sent and its answer is not known, or was an error: of BEGIN or of what came with it.
    Perhaps,
    Yes,
}

/// A transaction on SQLite begins with its first statement. The BEGIN that is still to be said travels with
/// it: each trip to a connection's thread costs as much as the statement itself.
enum Target<'c> {
    Sqlite(&'c mut SqliteConnection, Option<&'static str>),
    Postgres(&'c mut PgConnection),
}

const BEGIN_READ: &str = "BEGIN";
/// At once the only writer: "look, then write" needs no second thought.
const BEGIN_WRITE: &str = "BEGIN IMMEDIATE";

impl Connection {
    pub(super) fn sqlite_reader(snapshot: Snapshot) -> Self {
        Self::new(Link::SqliteReader(snapshot))
    }

    pub(super) fn sqlite_writer(connection: SqliteConnection) -> Self {
        Self::new(Link::SqliteWriter(connection, Begun::No))
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

    async fn target(&mut self) -> Result<Target<'_>, StoreError> {
        Ok(match &mut self.link {
            Link::SqliteReader(snapshot) => {
                let (connection, begun) = snapshot.connection().await?;
                Target::Sqlite(connection, (!begun).then_some(BEGIN_READ))
            }
            Link::SqliteWriter(connection, begun) => {
                let begin = (*begun != Begun::Yes).then_some(BEGIN_WRITE);
                if begin.is_some() {
                    *begun = Begun::Perhaps;
                }
                Target::Sqlite(connection, begin)
            }
            Link::Postgres(transaction) => Target::Postgres(transaction),
        })
    }

    fn has_begun(&mut self) {
        match &mut self.link {
            Link::SqliteReader(snapshot) => snapshot.has_begun(),
            Link::SqliteWriter(_, begun) => *begun = Begun::Yes,
            Link::Postgres(_) => {}
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
        // Not together: SQLite counts the rows of the statement before BEGIN once more.
        if let Target::Sqlite(c, Some(begin)) = self.target().await? {
            sqlx::query(begin).execute(c).await?;
            self.has_begun();
        }
        let sql = sql.into_sql_str();
        Ok(match self.target().await? {
            Target::Sqlite(c, _) => sqlite_query(sql, values).execute(c).await?.rows_affected(),
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
        let row = match self.target().await? {
            Target::Sqlite(c, begin) => sqlite_query(behind(begin, sql), values)
                .fetch_optional(c)
                .await?
                .map(Row::sqlite),
            Target::Postgres(c) => postgres_query(sql.into_sql_str(), values)
                .fetch_optional(c)
                .await?
                .map(Row::postgres),
        };
        self.has_begun();
        Ok(row)
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
        let rows = match self.target().await? {
            Target::Sqlite(c, begin) => {
                let query = sqlite_query(behind(begin, sql), values);
                let rows = query.fetch_all(c).await?;
                rows.into_iter().map(Row::sqlite).collect()
            }
            Target::Postgres(c) => {
                let rows = postgres_query(sql.into_sql_str(), values)
                    .fetch_all(c)
                    .await?;
                rows.into_iter().map(Row::postgres).collect()
            }
        };
        self.has_begun();
        Ok(rows)
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
            Link::SqliteReader(snapshot) => snapshot.end().await,
            Link::Postgres(transaction) => drop(transaction.rollback().await),
            Link::SqliteWriter(..) => {}
        }
    }

    /// Commits the writer's transaction, if anything was asked in it.
    pub(super) async fn commit_write(&mut self) -> Result<(), StoreError> {
        let Link::SqliteWriter(connection, begun) = &mut self.link else {
            return Ok(());
        };
        match begun {
            Begun::No => Ok(()),
            Begun::Yes => {
                sqlx::query("COMMIT").execute(connection).await?;
                *begun = Begun::No;
                Ok(())
            }
            Begun::Perhaps => Err(StoreError::Refused {
                code: "begin".into(),
            }),
        }
    }

    /// Takes the writer's transaction back. Fails where none is open, as when SQLite has undone it
    /// already because the disk is full.
    pub(super) async fn roll_back_write(&mut self) -> Result<(), StoreError> {
        if let Link::SqliteWriter(connection, begun) = &mut self.link
            && std::mem::replace(begun, Begun::No) != Begun::No
        {
            sqlx::query("ROLLBACK").execute(connection).await?;
        }
        Ok(())
    }

    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self.link {
            Link::Postgres(transaction) => Ok(transaction.commit().await?),
            Link::SqliteReader(_) | Link::SqliteWriter(..) => Ok(()),
        }
    }

    /// Undoes a transaction. If that fails the connection is broken and the database undoes it.
    pub(super) async fn roll_back(self) {
        self.end_read().await;
    }

    /// Ends the writer's connection.
    pub(super) async fn close(self) {
        if let Link::SqliteWriter(connection, _) = self.link {
            use sqlx::Connection as _;
            drop(connection.close().await);
        }
    }
}

type SqliteQuery = Query<'static, Sqlite, <Sqlite as sqlx::Database>::Arguments>;
type PostgresQuery = Query<'static, Postgres, <Postgres as sqlx::Database>::Arguments>;

/// Both texts are the program's own.
fn behind(begin: Option<&'static str>, sql: &'static str) -> SqlStr {
    match begin {
        Some(begin) => AssertSqlSafe(format!("{begin};{sql}")).into_sql_str(),
        None => sql.into_sql_str(),
    }
}

fn sqlite_query(sql: SqlStr, values: &[Value]) -> SqliteQuery {
    values
        .iter()
        .fold(sqlx::query(sql), |query, value| match value.clone() {
            Value::Text(text) => query.bind(text),
            Value::Int(int) => query.bind(int),
            Value::Blob(blob) => query.bind(blob),
        })
}

fn postgres_query(sql: SqlStr, values: &[Value]) -> PostgresQuery {
    values
        .iter()
        .fold(sqlx::query(sql), |query, value| match value.clone() {
            Value::Text(text) => query.bind(text),
            Value::Int(int) => query.bind(int),
            Value::Blob(blob) => query.bind(blob),
        })
}

//! A portal's database, looked at from outside; and new ones on a PostgreSQL server.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};

use crate::{Trouble, must};

/// How long messages may stand in the outbox.
const PATIENCE: Duration = Duration::from_secs(20);

/// Every row of every table, by table.
pub type Snapshot = BTreeMap<String, Vec<String>>;

/// A database by its address.
#[derive(Clone, Debug)]
pub struct Database(String);

impl Database {
    /// At this address.
    #[must_use]
    pub fn at(url: &str) -> Self {
        Self(url.to_owned())
    }

    /// A new empty one on the server at `STUPENI_TEST_POSTGRES`.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when there is no such server: what is missing fails.
    pub async fn new_on_postgres() -> Result<Self, Trouble> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = std::env::var("STUPENI_TEST_POSTGRES")
            .map_err(|_| Trouble::wrong("STUPENI_TEST_POSTGRES must hold the address of a PostgreSQL server; `make test` starts one"))?;
        let name = format!(
            "trial_{}_{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let mut connection = PgConnection::connect(&server).await?;
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}")))
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        let root = server
            .rsplit_once('/')
            .map_or(server.as_str(), |(root, _)| root);
        Ok(Self(format!("{root}/{name}")))
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0
    }

    pub(crate) fn file(&self) -> Option<&str> {
        self.0.strip_prefix("sqlite://")
    }

    /// The one number a query answers.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when it cannot be asked.
    pub async fn number(&self, query: &str) -> Result<i64, Trouble> {
        let query = sqlx::AssertSqlSafe(query.to_owned());
        Ok(match self.file() {
            Some(file) => sqlx::query(query)
                .fetch_one(&mut reader(file).await?)
                .await?
                .try_get(0)?,
            None => sqlx::query(query)
                .fetch_one(&mut PgConnection::connect(&self.0).await?)
                .await?
                .try_get(0)?,
        })
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// As [`Database::number`].
    pub async fn accounts(&self) -> Result<i64, Trouble> {
        self.number("SELECT COUNT(*) FROM account").await
    }

    /// How many things are there by half: accounts without password, names, consent or confirmed contact,
    /// and registrations that are over without an account.
    ///
    /// # Errors
    /// As [`Database::number`].
    pub async fn half_made(&self) -> Result<i64, Trouble> {
        let without = |table: &str, condition: &str| {
            format!(
                "(SELECT COUNT(*) FROM account a WHERE NOT EXISTS \
                 (SELECT 1 FROM {table} t WHERE t.account_id = a.id {condition}))"
            )
        };
        let parts = [
            without("credential", ""),
            without("consent", ""),
            without("attribute", "AND t.name = 'surname'"),
            without("attribute", "AND t.name = 'first_name'"),
            without("contact", "AND t.confirmed_at IS NOT NULL"),
            "(SELECT COUNT(*) FROM draft WHERE flow = 'registration' AND finished_at IS NOT NULL \
             AND finished_account IS NULL)"
                .to_owned(),
        ];
        self.number(&format!("SELECT {}", parts.join(" + "))).await
    }

    /// Waits until every message is sent.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when they are not, or one was given up.
    pub async fn wait_for_outbox(&self) -> Result<(), Trouble> {
        let begun = Instant::now();
        while self
            .number("SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL")
            .await?
            > 0
        {
            must(begun.elapsed() < PATIENCE, || {
                "messages stay in the outbox".into()
            })?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until every message is sent, and reads everything.
    ///
    /// # Errors
    /// As [`Database::wait_for_outbox`].
    pub async fn snapshot(&self) -> Result<Snapshot, Trouble> {
        self.wait_for_outbox().await?;
        match self.file() {
            Some(file) => sqlite_rows(&mut reader(file).await?).await,
            None => postgres_rows(&mut PgConnection::connect(&self.0).await?).await,
        }
    }

    /// Changes an SQLite file behind the portal's back, one statement after the other; how many rows the
    /// last one changed.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] on another database, or when it cannot be done.
    pub async fn tamper(&self, statements: &[String]) -> Result<u64, Trouble> {
        let file = self
            .file()
            .ok_or_else(|| Trouble::wrong("only an SQLite file is tampered with"))?;
        let options = SqliteConnectOptions::new()
            .filename(file)
            .busy_timeout(PATIENCE);
        let mut connection = SqliteConnection::connect_with(&options).await?;
        let mut changed = 0;
        for statement in statements {
            let statement = AssertSqlSafe(statement.clone());
            changed = sqlx::query(statement)
                .execute(&mut connection)
                .await?
                .rows_affected();
        }
        connection.close().await?;
        Ok(changed)
    }
}

async fn reader(file: &str) -> Result<SqliteConnection, Trouble> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .busy_timeout(PATIENCE);
    Ok(SqliteConnection::connect_with(&options).await?)
}

async fn sqlite_rows(connection: &mut SqliteConnection) -> Result<Snapshot, Trouble> {
    let tables = "SELECT m.name, group_concat('quote(\"' || c.name || '\")', ' || '','' || ') \
        FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name";
    let mut snapshot = Snapshot::new();
    for table in sqlx::query(tables).fetch_all(&mut *connection).await? {
        let (name, columns): (String, String) = (table.try_get(0)?, table.try_get(1)?);
        let query = format!("SELECT {columns} FROM \"{name}\" ORDER BY 1");
        let rows = sqlx::query(AssertSqlSafe(query))
            .fetch_all(&mut *connection)
            .await?;
        let rows = rows
            .iter()
            .map(|row| row.try_get(0))
            .collect::<Result<_, _>>()?;
        snapshot.insert(name, rows);
    }
    Ok(snapshot)
}

async fn postgres_rows(connection: &mut PgConnection) -> Result<Snapshot, Trouble> {
    let tables =
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
    let mut snapshot = Snapshot::new();
    for table in sqlx::query(tables).fetch_all(&mut *connection).await? {
        let name: String = table.try_get(0)?;
        let query = format!("SELECT t::text FROM \"{name}\" t ORDER BY 1");
        let rows = sqlx::query(AssertSqlSafe(query))
            .fetch_all(&mut *connection)
            .await?;
        let rows = rows
            .iter()
            .map(|row| row.try_get(0))
            .collect::<Result<_, _>>()?;
        snapshot.insert(name, rows);
    }
    Ok(snapshot)
}

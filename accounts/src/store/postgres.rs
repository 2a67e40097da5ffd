//! PostgreSQL: a pool whose writers stand in one line, as on SQLite.

use std::str::FromStr;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use super::connection::Connection;
use super::error::StoreError;

/// One snapshot for all statements of a read.
const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// Each statement sees what was committed before it: the line below makes that everything.
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
/// Writers stand in line: the journal is a chain, and "look, then write" needs no second thought.
const STAND_IN_LINE: &str = "SELECT pg_advisory_xact_lock(8319104478320325492)";

const CONNECTIONS: u32 = 10;
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
/// A pool can hold as many dead connections as it has places, after a restart of the server.
const TRIES: u32 = CONNECTIONS + 2;

#[derive(Clone)]
pub(super) struct Postgres {
    pool: PgPool,
    options: PgConnectOptions,
}

impl Postgres {
    pub(super) async fn open(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| StoreError::Address)?
            .application_name("stupeni")
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .min_connections(0)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            // The BEGIN that follows shows whether the connection lives.
            .test_before_acquire(false)
            .connect_with(options.clone())
            .await?;
        Ok(Self { pool, options })
    }

    pub(super) fn options(&self) -> &PgConnectOptions {
        &self.options
    }

    pub(super) async fn begin_read(&self) -> Result<Connection, StoreError> {
        self.begin(BEGIN_READ, None).await
    }

    pub(super) async fn begin_write(&self) -> Result<Connection, StoreError> {
        self.begin(BEGIN_WRITE, Some(STAND_IN_LINE)).await
    }

    /// Begins a transaction. Connections that turn out to be dead are replaced: nothing has been
    /// done on them yet.
    async fn begin(
        &self,
        begin: &'static str,
        first: Option<&'static str>,
    ) -> Result<Connection, StoreError> {
        let mut tries = 0;
        loop {
            match self.try_begin(begin, first).await {
                Err(StoreError::Unavailable) if tries < TRIES => tries += 1,
                outcome => return outcome,
            }
        }
    }

    async fn try_begin(
        &self,
        begin: &'static str,
        first: Option<&'static str>,
    ) -> Result<Connection, StoreError> {
        // In a task of its own: a BEGIN that nobody waits for any longer would go back to the pool as a connection in
        // the middle of a transaction (transact-rs/sqlx#4393).
        let pool = self.pool.clone();
        let begun = tokio::spawn(async move { pool.begin_with(begin).await }).await;
        let begun = begun.map_err(|_| StoreError::Unavailable)??;
        let mut connection = Connection::postgres(begun);
        if let Some(first) = first {
            connection.execute(first, &[]).await?;
        }
        Ok(connection)
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }
}

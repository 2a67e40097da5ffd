//! The store: one API over SQLite and PostgreSQL. Statements are shared by both; see
//! `docs/adr/0003-one-statement-text-for-two-databases.md`.

mod connection;
mod error;
mod job;
mod migrate;
mod postgres;
mod private_file;
mod reader;
mod row;
mod sqlite;
pub(crate) mod statement;
mod value;
mod writer;

#[cfg(test)]
pub(crate) mod conformance;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use tokio::sync::Notify;

pub use connection::Connection;
pub use error::StoreError;
pub use private_file::create_private_folder;
pub use row::Row;
pub use value::Value;

use postgres::Postgres;
use sqlite::Sqlite;

/// The database. Clones share it.
#[derive(Clone)]
pub struct Store {
    backend: Backend,
    outbox: Arc<Notify>,
}

#[derive(Clone)]
enum Backend {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
}

impl Store {
    /// Opens `sqlite://path` (made if missing) or `postgres://…`, without migrating it.
    ///
    /// # Errors
    /// When the address cannot be read or the database does not answer.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let outbox = Arc::new(Notify::new());
        let backend = if let Some(path) = url.strip_prefix("sqlite://") {
            Backend::Sqlite(Arc::new(Sqlite::open(path, Arc::clone(&outbox)).await?))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Backend::Postgres(Arc::new(Postgres::open(url).await?))
        } else {
            return Err(StoreError::Address);
        };
        Ok(Self { backend, outbox })
    }

    /// Brings the database to the newest form. Repeated, or by two processes at once, it does
    /// nothing more.
    ///
    /// # Errors
    /// When a migration fails or the database is newer than this program.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => migrate::sqlite(sqlite.path()).await,
            Backend::Postgres(postgres) => migrate::postgres(postgres.options()).await,
        }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.read(|c| Box::pin(async move { c.fetch_optional("SELECT 1", &[]).await.map(drop) }))
            .await
    }

    /// Reads in one snapshot.
    ///
    /// # Errors
    /// Those of the closure and of the database.
    pub async fn read<T, E, F>(&self, read: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let mut connection = match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.begin_read(),
            Backend::Postgres(postgres) => postgres.begin_read().await?,
        };
        let answer = read(&mut connection).await;
        connection.end_read().await;
        answer
    }

    /// Writes in one transaction: `Err` undoes everything. Writers stand in line, on PostgreSQL
    /// too, so that a closure sees nothing change between its statements. Await nothing but the
    /// connection inside: everybody else's writes wait.
    ///
    /// # Errors
    /// Those of the closure and of the database. After [`StoreError::Unavailable`] it is not known
    /// whether the transaction took effect.
    pub async fn write<T, E, F>(&self, write: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.write(write).await,
            Backend::Postgres(postgres) => {
                let mut connection = postgres.begin_write().await?;
                let answer = write(&mut connection).await;
                let enqueued = connection.enqueued();
                if answer.is_ok() {
                    connection.commit().await?;
                    if enqueued {
                        self.outbox.notify_one();
                    }
                } else {
                    connection.roll_back().await;
                }
                answer
            }
        }
    }

    /// Wakes when messages were put into the outbox by this process.
    pub(crate) fn outbox_signal(&self) -> Arc<Notify> {
        Arc::clone(&self.outbox)
    }

    /// Ends the writer after what stands in line and closes every connection.
    pub async fn close(&self) {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.close().await,
            Backend::Postgres(postgres) => postgres.close().await,
        }
    }
}

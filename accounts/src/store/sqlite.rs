//! The embedded database: a pool of readers and one writer.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::sync::{Notify, mpsc, oneshot};

use super::connection::Connection;
use super::error::StoreError;
use super::job::{Job, Write};
use super::private_file::create_private_file;
use super::reader::{Readers, Snapshot};
use super::writer::{self, Line};

/// How long a process waits for another one that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// Writes that may stand in line before whoever adds one waits.
const LINE: usize = 1024;

pub(super) struct Sqlite {
    path: PathBuf,
    readers: Arc<Readers>,
    line: mpsc::Sender<Line>,
}

impl Sqlite {
    pub(super) async fn open(path: &str, outbox: Arc<Notify>) -> Result<Self, StoreError> {
        if path.is_empty() || path.contains('?') {
            return Err(StoreError::Address);
        }
        let path = PathBuf::from(path);
        create_private_file(&path).map_err(|error| StoreError::File(error.kind()))?;
        let writer = connect(&path).await?;
        let readers = Arc::new(Readers::new(options(&path).read_only(true)));
        let (line, jobs) = mpsc::channel(LINE);
        tokio::spawn(writer::run(Connection::sqlite_writer(writer), jobs, outbox));
        Ok(Self {
            path,
            readers,
            line,
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn begin_read(&self) -> Connection {
        Connection::sqlite_reader(Snapshot::of(Arc::clone(&self.readers)))
    }

    pub(super) async fn write<T, E, F>(&self, write: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let (answer, wait) = oneshot::channel();
        let job: Box<dyn Job> = Box::new(Write::new(write, answer));
        if self.line.send(Line::Job(job)).await.is_err() {
            return Err(StoreError::Unavailable.into());
        }
        wait.await
            .unwrap_or_else(|_| Err(StoreError::Unavailable.into()))
    }

    pub(super) async fn close(&self) {
        let (closed, wait) = oneshot::channel();
        self.readers.close().await;
        if self.line.send(Line::Close(closed)).await.is_ok() {
            drop(wait.await);
        }
    }
}

/// A connection that may write. The change to WAL needs the file alone for a moment; several
/// processes that start at once take turns.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection, StoreError> {
    let options = options(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut tries = 0;
    loop {
        match SqliteConnection::connect_with(&options)
            .await
            .map_err(StoreError::from)
        {
            Err(StoreError::Busy) if tries < 50 => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            outcome => return outcome,
        }
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        // 1 MB of pages a connection: the working set is small, idle memory counts.
        .pragma("cache_size", "-1000")
        // What was deleted is overwritten: a finished draft leaves no traces in free pages.
        .pragma("secure_delete", "ON")
        .disable_statement_logging()
}

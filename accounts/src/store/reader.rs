//! SQLite's readers: a few connections that are opened when they are needed and then kept.
//!
//! Not sqlx's own pool: it asks every connection that comes back whether it still lives, and waits for each
//! BEGIN and ROLLBACK to be acknowledged. A file does not go away like a server, and next to the hashing of
//! passwords every trip to a connection's thread counts.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::error::StoreError;

/// Readers at once; each keeps a thread and a page cache.
const READERS: usize = 4;
/// How long a read waits for a reader.
const PATIENCE: Duration = Duration::from_secs(5);

/// The readers of one database.
pub(super) struct Readers {
    options: SqliteConnectOptions,
    places: Arc<Semaphore>,
    idle: Mutex<Vec<SqliteConnection>>,
}

impl Readers {
    pub(super) fn new(options: SqliteConnectOptions) -> Self {
        Self {
            options,
            places: Arc::new(Semaphore::new(READERS)),
            idle: Mutex::default(),
        }
    }

    /// Fails when the readers are closed, or all of them are busy for too long.
    async fn take(&self) -> Result<Reader, StoreError> {
        let place = Arc::clone(&self.places).acquire_owned();
        let Ok(Ok(place)) = timeout(PATIENCE, place).await else {
            return Err(StoreError::Unavailable);
        };
        let kept = self.idle().pop();
        let connection = match kept {
            Some(connection) => connection,
            None => SqliteConnection::connect_with(&self.options).await?,
        };
        Ok(Reader { connection, place })
    }

    fn give_back(&self, reader: Reader) {
        let Reader { connection, place } = reader;
        if !self.places.is_closed() {
            self.idle().push(connection);
        }
        drop(place);
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<SqliteConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whoever reads goes on; nobody begins any more.
    pub(super) async fn close(&self) {
        self.places.close();
        let idle = std::mem::take(&mut *self.idle());
        for connection in idle {
            drop(connection.close().await);
        }
    }
}

/// A connection and the right to use it. Dropped, it is closed: it may be in the middle of something.
struct Reader {
    connection: SqliteConnection,
    place: OwnedSemaphorePermit,
}

/// One look at the database. It begins with its first statement: who asks nothing costs nothing.
pub(super) struct Snapshot {
    readers: Arc<Readers>,
    reader: Option<Reader>,
    /// The first statement has been answered.
    begun: bool,
}

impl Snapshot {
    pub(super) fn of(readers: Arc<Readers>) -> Self {
        Self {
            readers,
            reader: None,
            begun: false,
        }
    }

    /// The connection, and whether the snapshot has begun on it.
    pub(super) async fn connection(&mut self) -> Result<(&mut SqliteConnection, bool), StoreError> {
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None => self.readers.take().await?,
        };
        let reader = self.reader.insert(reader);
        Ok((&mut reader.connection, self.begun))
    }

    pub(super) fn has_begun(&mut self) {
        self.begun = true;
    }

    /// What the database says to this no longer matters: the answers have been read.
    pub(super) async fn end(self) {
        let Some(mut reader) = self.reader else {
            return;
        };
        let end = sqlx::query("ROLLBACK").execute(&mut reader.connection);
        if self.begun && end.await.is_ok() {
            self.readers.give_back(reader);
        }
    }
}

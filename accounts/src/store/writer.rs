//! SQLite's one writer: takes what stands in line, runs it in one transaction, and answers after
//! the commit. Under load one fsync serves many writes; alone a write waits for nobody.

use std::sync::Arc;

use tokio::sync::{Notify, mpsc, oneshot};

use super::connection::Connection;
use super::error::StoreError;
use super::job::Job;

/// Writes committed together at most.
const GROUP: usize = 64;

/// What stands in line.
pub(super) enum Line {
    /// A write.
    Job(Box<dyn Job>),
    /// The end: nothing behind it is done.
    Close(oneshot::Sender<()>),
}

pub(super) async fn run(
    mut connection: Connection,
    mut line: mpsc::Receiver<Line>,
    outbox: Arc<Notify>,
) {
    let mut closing = None;
    while closing.is_none() {
        let first = match line.recv().await {
            Some(Line::Job(job)) => job,
            Some(Line::Close(closed)) => {
                closing = Some(closed);
                break;
            }
            None => break,
        };
        let mut group = Vec::with_capacity(4);
        let outcome =
            write_group(&mut connection, first, &mut line, &mut group, &mut closing).await;
        if connection.take_enqueued() && outcome.is_ok() {
            outbox.notify_one();
        }
        for job in group {
            job.finish(outcome.clone());
        }
    }
    line.close();
    connection.close().await;
    if let Some(closed) = closing {
        let _ = closed.send(());
    }
}

async fn write_group(
    connection: &mut Connection,
    mut first: Box<dyn Job>,
    line: &mut mpsc::Receiver<Line>,
    group: &mut Vec<Box<dyn Job>>,
    closing: &mut Option<oneshot::Sender<()>>,
) -> Result<(), StoreError> {
    // The first has the transaction to itself: its failure takes all of it back.
    let stays = first.run(connection).await;
    group.push(first);
    if !stays {
        roll_back(connection).await;
        return Ok(());
    }
    while group.len() < GROUP && closing.is_none() {
        let mut job = match line.try_recv() {
            Ok(Line::Job(job)) => job,
            Ok(Line::Close(closed)) => {
                *closing = Some(closed);
                break;
            }
            Err(_) => break,
        };
        let outcome = write_one(connection, &mut *job).await;
        group.push(job);
        if let Err(error) = outcome {
            roll_back(connection).await;
            return Err(error);
        }
    }
    if let Err(error) = connection.commit_write().await {
        roll_back(connection).await;
        return Err(error);
    }
    Ok(())
}

/// One more write in a savepoint of its own, so that its failure leaves its neighbours alone.
async fn write_one(connection: &mut Connection, job: &mut dyn Job) -> Result<(), StoreError> {
    connection.execute("SAVEPOINT job", &[]).await?;
    if !job.run(connection).await {
        connection.execute("ROLLBACK TO job", &[]).await?;
    }
    connection.execute("RELEASE job", &[]).await?;
    Ok(())
}

async fn roll_back(connection: &mut Connection) {
    if let Err(error) = connection.roll_back_write().await {
        tracing::debug!(%error, "rollback");
    }
}

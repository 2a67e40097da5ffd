//! One closure on its way through SQLite's writer: run in a savepoint, answered after the commit of
//! its group.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::sync::oneshot;

use super::connection::Connection;
use super::error::StoreError;

/// A write that stands in line.
pub(super) trait Job: Send {
    /// Runs it; answers whether its changes are to stay.
    fn run<'c>(&'c mut self, connection: &'c mut Connection) -> BoxFuture<'c, bool>;

    /// Tells whoever waits, after the group's commit or its failure.
    fn finish(self: Box<Self>, group: Result<(), StoreError>);
}

pub(super) struct Write<T, E, F> {
    closure: Option<F>,
    outcome: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Write<T, E, F> {
    pub(super) fn new(closure: F, answer: oneshot::Sender<Result<T, E>>) -> Self {
        Self {
            closure: Some(closure),
            outcome: None,
            answer,
        }
    }
}

impl<T, E, F> Job for Write<T, E, F>
where
    F: for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    E: From<StoreError> + Send + 'static,
    T: Send + 'static,
{
    fn run<'c>(&'c mut self, connection: &'c mut Connection) -> BoxFuture<'c, bool> {
        Box::pin(async move {
            let Some(closure) = self.closure.take() else {
                return false;
            };
            // A panic in one closure must not end the writer for everybody.
            let future = std::panic::catch_unwind(AssertUnwindSafe(|| closure(connection)));
            let outcome = match future {
                Ok(future) => AssertUnwindSafe(future).catch_unwind().await,
                Err(panic) => Err(panic),
            };
            self.outcome = outcome.ok();
            matches!(self.outcome, Some(Ok(_)))
        })
    }

    fn finish(self: Box<Self>, group: Result<(), StoreError>) {
        let outcome = match (self.outcome, group) {
            (Some(Ok(_)) | None, Err(error)) => Err(error.into()),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => Err(StoreError::Refused {
                code: "panic".into(),
            }
            .into()),
        };
        // Whoever asked may have gone away; the write stands all the same.
        drop(self.answer.send(outcome));
    }
}

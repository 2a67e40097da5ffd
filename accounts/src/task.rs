//! How a use case reaches the store: a read, or a write that runs to its end.

use std::future::Future;

use futures_util::future::BoxFuture;

use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// Runs a use case in a task of its own: a browser that goes away does not cut it off.
pub(crate) async fn complete<T, F>(work: F) -> Result<T, PortalError>
where
    T: Send + 'static,
    F: Future<Output = Result<T, PortalError>> + Send + 'static,
{
    tokio::spawn(work)
        .await
        .unwrap_or(Err(PortalError::Unavailable))
}

/// One transaction in a task of its own. An error takes everything back.
pub(crate) async fn write<T, F>(portal: &Portal, visit: &Visit, work: F) -> Result<T, PortalError>
where
    T: Send + 'static,
    F: for<'c> FnOnce(
            &'c mut Connection,
            &'c Portal,
            &'c Visit,
        ) -> BoxFuture<'c, Result<T, PortalError>>
        + Send
        + 'static,
{
    let (portal, inner, visit) = (portal.clone(), portal.clone(), visit.clone());
    complete(async move {
        portal
            .store
            .write(move |c| Box::pin(async move { work(c, &inner, &visit).await }))
            .await
    })
    .await
}

/// One look at the store.
pub(crate) async fn read<T, F>(portal: &Portal, visit: &Visit, work: F) -> Result<T, PortalError>
where
    T: Send + 'static,
    F: for<'c> FnOnce(
            &'c mut Connection,
            &'c Portal,
            &'c Visit,
        ) -> BoxFuture<'c, Result<T, PortalError>>
        + Send
        + 'static,
{
    let (inner, visit) = (portal.clone(), visit.clone());
    portal
        .store
        .read(move |c| Box::pin(async move { work(c, &inner, &visit).await }))
        .await
}

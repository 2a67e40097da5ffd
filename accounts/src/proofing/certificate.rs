//! What a certificate of registration says (R-CTR-14).

use domain::level::AssuranceLevel;
use domain::proofing::{Method, RouteState};

use super::row;
use crate::account::{self, Account};
use crate::appointment::{PlaceView, place};
use crate::clock::Instant;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// A certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Number of the account.
    pub reference: String,
    /// «Фамилия Имя Отчество»
    pub full_name: String,
    /// Level of the account.
    pub level: AssuranceLevel,
    /// When the account was made.
    pub registered_at: Instant,
    /// How the identity was proven; `None`: it was not.
    pub method: Option<Method>,
    /// Where.
    pub place: Option<PlaceView>,
    /// When.
    pub confirmed_at: Option<Instant>,
    /// Now.
    pub issued_at: Instant,
}

/// The citizen's own certificate.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn certificate(portal: &Portal, visit: &Visit) -> Result<Certificate, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let account = account::load(c, p, &session.account_id).await?;
            of(c, p, &account).await
        })
    })
    .await
}

/// The certificate of an account.
pub(crate) async fn of(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
) -> Result<Certificate, PortalError> {
    let names = account::names(c, &account.id, &account.key).await?;
    let routes = row::list(c, &account.id).await?;
    let proof = routes
        .into_iter()
        .find(|route| route.state == RouteState::Succeeded);
    let centre = proof.as_ref().and_then(|route| route.centre.clone());
    Ok(Certificate {
        reference: account.reference.clone(),
        full_name: names.full(),
        level: account.level,
        registered_at: account.created_at,
        method: proof.as_ref().map(|route| route.method),
        place: centre.map(|centre| place(portal, &centre)),
        confirmed_at: proof.map(|route| route.moved_at),
        issued_at: portal.clock.now(),
    })
}

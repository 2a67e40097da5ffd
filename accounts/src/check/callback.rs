//! A registry says that an answer is ready. It proves that it was asked; what it answers is read by polling, so that a
//! forged, repeated or early call can do no harm.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::statement::registry_check as sql;
use crate::world::Callback;

/// Where registries call.
pub const PATH: &str = "/registries/callback";

const PURPOSE: &str = "registry callback";

/// What a request with this key is told to call with.
pub(super) fn of(portal: &Portal, key: &str) -> Callback {
    let mac = portal.vault.mac(PURPOSE, key.as_bytes());
    Callback {
        url: format!("{}{PATH}", portal.config.public_url),
        token: URL_SAFE_NO_PAD.encode(mac),
    }
}

/// The check with this key is looked at now. Whoever does not know the token is told nothing.
///
/// # Errors
/// [`PortalError::Forbidden`] for a wrong token; [`PortalError::Unavailable`].
pub async fn receive(portal: &Portal, key: String, token: &str) -> Result<(), PortalError> {
    let mac = URL_SAFE_NO_PAD
        .decode(token)
        .map_err(|_| PortalError::Forbidden)?;
    if !portal.vault.verify_mac(PURPOSE, key.as_bytes(), &mac) {
        return Err(PortalError::Forbidden);
    }
    let now = portal.clock.now();
    let nudged: Result<u64, PortalError> = portal
        .store
        .write(move |c| {
            Box::pin(async move { Ok(c.execute(sql::NUDGE, &[key.into(), now.into()]).await?) })
        })
        .await;
    if nudged? > 0 {
        portal.changes.wake();
    }
    Ok(())
}

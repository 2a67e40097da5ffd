//! The current password, asked for again before something weighty changes. Counted like a sign-in.

use zeroize::Zeroizing;

use crate::error::PortalError;
use crate::hashing::HashError;
use crate::portal::Portal;
use crate::session::{self, Session};
use crate::sign_in::growth;
use crate::store::Connection;
use crate::store::statement::credential as sql;
use crate::task;
use crate::throttle::{self, Key};
use crate::visit::Visit;

/// What the current password was.
pub(crate) enum Reauth {
    /// Right: the hash it fitted.
    Right { phc: String },
    /// Wrong, or too early a try; the seconds until the next.
    Wrong { wait_s: Option<i64> },
}

/// Asks the pool about the current password of the visit's account.
pub(crate) async fn reauthenticate(
    portal: &Portal,
    visit: &Visit,
    password: &str,
) -> Result<Reauth, PortalError> {
    let (session, phc, wait_s) =
        match task::write(portal, visit, |c, p, v| Box::pin(begin(c, p, v))).await? {
            Ok(begun) => begun,
            Err(wait_s) => {
                return Ok(Reauth::Wrong {
                    wait_s: Some(wait_s),
                });
            }
        };
    let account_id = session.account_id.clone();
    match portal
        .hasher
        .verify(Some(phc.clone()), Zeroizing::new(password.to_owned()))
        .await
    {
        Ok(verdict) if verdict.matches => {
            task::write(portal, visit, move |c, p, _| {
                Box::pin(async move { Ok(throttle::clear(c, p, &key(p, &account_id)).await?) })
            })
            .await?;
            Ok(Reauth::Right { phc })
        }
        Ok(_) => Ok(Reauth::Wrong {
            wait_s: (wait_s > 0).then_some(wait_s),
        }),
        Err(error) => {
            if error == HashError::Full {
                task::write(portal, visit, move |c, p, _| {
                    Box::pin(
                        async move { Ok(throttle::forgive(c, p, &key(p, &account_id)).await?) },
                    )
                })
                .await?;
            }
            Err(error.into())
        }
    }
}

fn key(portal: &Portal, account_id: &str) -> Key {
    Key::new(portal, "reauth_account", account_id.as_bytes())
}

/// Session, hash and the seconds until the next try should this one fail; or the seconds to wait now.
type Begun = Result<(Session, String, i64), i64>;

async fn begin(c: &mut Connection, portal: &Portal, visit: &Visit) -> Result<Begun, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let key = key(portal, &session.account_id);
    let wait_s = throttle::look(c, portal, &key).await?.seconds();
    if wait_s > 0 {
        return Ok(Err(wait_s));
    }
    let row = c
        .fetch_optional(sql::LOAD, &[session.account_id.as_str().into()])
        .await?;
    let phc = row.ok_or(PortalError::Unavailable)?.text(0)?;
    let next_s = throttle::fail(c, portal, &key, growth(&portal.config.limits))
        .await?
        .seconds();
    Ok(Ok((session, phc, next_s)))
}

/// The owner has proven themselves another way: failures before that are forgotten.
pub(crate) async fn forget(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<(), PortalError> {
    Ok(throttle::clear(c, portal, &key(portal, account_id)).await?)
}

//! Who sits at the desk, as its pages show them.

use super::seat::{self, Seat};
use crate::clock::Instant;
use crate::error::PortalError;
use crate::operator::Role;
use crate::portal::Portal;
use crate::store::statement::operator_session as sql;
use crate::task;
use crate::visit::Visit;

/// How often the store notes that a session is used, in seconds.
const NOTE_EVERY_S: i64 = 15;

/// The signed-in operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatView {
    /// The login.
    pub login: String,
    /// The role.
    pub role: Role,
    /// Only the page where a password is chosen is open.
    pub must_change: bool,
    /// When the session ends at the latest.
    pub expires_at: Instant,
}

impl From<Seat> for SeatView {
    fn from(seat: Seat) -> Self {
        Self {
            login: seat.login,
            role: seat.role,
            must_change: seat.must_change,
            expires_at: seat.expires_at,
        }
    }
}

/// The operator of this visit, if one is signed in. Notes that the session is used.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn current(portal: &Portal, visit: &Visit) -> Result<Option<SeatView>, PortalError> {
    if visit.desk.is_none() {
        return Ok(None);
    }
    let found = task::read(portal, visit, |c, p, v| Box::pin(seat::find(c, p, v))).await?;
    let Some(seat) = found else { return Ok(None) };
    if seat.seen_at.plus_s(NOTE_EVERY_S) <= portal.clock.now() {
        let id = seat.id.clone();
        task::write(portal, visit, move |c, p, _| {
            Box::pin(async move {
                c.execute(sql::TOUCH, &[id.into(), p.clock.now().into()])
                    .await?;
                Ok(())
            })
        })
        .await?;
    }
    Ok(Some(seat.into()))
}

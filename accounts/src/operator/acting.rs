//! On whose behalf operators are added and changed.

use super::OperatorError;
use crate::desk;
use crate::journal::ACTOR;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// Who acts.
#[derive(Clone)]
pub(crate) enum Acting {
    /// Whoever keeps the machine: nobody by name.
    CommandLine,
    /// The administrator of this visit.
    Administrator(Box<Visit>),
}

/// Who acted, as the journal has it.
pub(super) struct By {
    pub(super) actor: Option<(&'static str, String)>,
    pub(super) origin: Option<String>,
}

impl Acting {
    /// Judges in the transaction of the act whether it may be: nobody but an administrator who is signed in at this
    /// moment, and nobody on themselves. So there is always an administrator left.
    pub(super) async fn judge(
        &self,
        c: &mut Connection,
        portal: &Portal,
        operator_id: &str,
    ) -> Result<By, OperatorError> {
        let Self::Administrator(visit) = self else {
            return Ok(By {
                actor: None,
                origin: None,
            });
        };
        let own = desk::administrator(c, portal, visit).await?;
        if own == operator_id {
            return Err(OperatorError::Own);
        }
        Ok(By {
            actor: Some((ACTOR, own)),
            origin: Some(visit.request_id.clone()),
        })
    }
}

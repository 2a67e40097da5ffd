//! What a decision makes of the check it is about.

use super::field;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::desk_check as sql;

/// What specialists decide in a registry's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// «Данные верны»
    Match,
    /// «Есть расхождение» in these fields.
    Mismatch(Vec<String>),
    /// «Вернуть в реестр»: it is asked again.
    AskAgain,
}

impl Decision {
    /// Code in the store, in the journal and on the wire.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Mismatch(_) => "mismatch",
            Self::AskAgain => "ask_again",
        }
    }
}

/// Carries a decision out, in the transaction that closes the review. A check of a version that a newer one
/// has replaced is left as it is.
pub(super) async fn apply(
    c: &mut Connection,
    portal: &Portal,
    check_id: &str,
    decision: &Decision,
) -> Result<(), PortalError> {
    let now = portal.clock.now();
    let fields = match decision {
        Decision::Match => String::new(),
        Decision::Mismatch(fields) => field::write(fields),
        Decision::AskAgain => {
            let key = new_id(&*portal.clock, &*portal.rng);
            c.execute(sql::ASK_AGAIN, &[check_id.into(), key.into(), now.into()])
                .await?;
            return Ok(());
        }
    };
    let values = [
        check_id.into(),
        decision.code().into(),
        fields.into(),
        now.into(),
    ];
    c.execute(sql::ANSWER, &values).await?;
    Ok(())
}

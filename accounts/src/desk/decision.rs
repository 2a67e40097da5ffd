//! What a decision makes of the check it is about.

use domain::registry::Outcome;

use super::case::Case;
use super::field;
use crate::check;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;

/// What specialists decide in a registry's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// «Данные верны»
    Match,
    /// «Есть расхождение» in these fields.
    Mismatch(Vec<String>),
    /// «Вернуть в реестр»: it is asked again.
    AskAgain,
    /// «Попросить документ»: the case waits for it.
    AskPapers,
}

impl Decision {
    /// Code in the store, in the journal and on the wire.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Mismatch(_) => "mismatch",
            Self::AskAgain => "ask_again",
            Self::AskPapers => "ask_papers",
        }
    }
}

/// Carries a decision out, in the transaction that closes the review, as if the registry had answered. A check of a
/// version that a newer one has replaced is left as it is.
pub(super) async fn apply(
    c: &mut Connection,
    portal: &Portal,
    case: &Case,
    decision: &Decision,
) -> Result<(), PortalError> {
    if *decision != Decision::AskPapers {
        check::close_papers(c, portal, &case.id).await?;
    }
    let check = check::load(c, &case.check_id).await?;
    match decision {
        Decision::Match => check::settle(c, portal, &check, Outcome::Match, &[]).await,
        Decision::Mismatch(fields) => {
            let fields = field::ticked(fields);
            check::settle(c, portal, &check, Outcome::Mismatch, &fields).await
        }
        Decision::AskAgain => check::ask_anew(c, portal, &check).await,
        Decision::AskPapers => check::ask_papers(c, portal, &case.id, &case.account_id).await,
    }
}

//! «Отказать»: what was shown does not do. The citizen is told why.

use domain::proofing::RouteEvent;

use super::act::{Actor, back, closed, flash, note, own_unfinished};
use super::finish::method;
use super::row::{self, Kind, Reception, State};
use crate::account::Account;
use crate::appointment;
use crate::desk;
use crate::done::Done;
use crate::error::PortalError;
use crate::journal::Event;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::proofing;
use crate::store::Connection;
use crate::store::statement::account as account_sql;
use crate::task;
use crate::tell::tell_everywhere;
use crate::temporary_code;
use crate::visit::Visit;

/// Why an operator refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalReason {
    /// The data do not agree with the document.
    Differs,
    /// The document is damaged, has run out, or is no document.
    Unfit,
    /// The person is not the one in the document.
    Stranger,
    /// An obligatory document is missing.
    Missing,
    /// The power of attorney does not do.
    Power,
    /// The citizen has changed their mind.
    Unwanted,
}

impl RefusalReason {
    /// Every reason.
    pub const ALL: [Self; 6] = [
        Self::Differs,
        Self::Unfit,
        Self::Stranger,
        Self::Missing,
        Self::Power,
        Self::Unwanted,
    ];

    /// Code in the journal and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Unfit => "unfit",
            Self::Stranger => "stranger",
            Self::Missing => "missing",
            Self::Power => "power",
            Self::Unwanted => "unwanted",
        }
    }

    /// The reason with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// «Отказать»
#[derive(Clone, Default)]
pub struct RefusalInput {
    /// Id of the reception.
    pub reception: String,
    /// Code of a [`RefusalReason`].
    pub cause: String,
    /// In the operator's words: a citizen who has an account reads it there.
    pub reason: String,
}

/// Ends a reception without success, also while registries or a second operator have the word. An account that was made
/// in it is gone, and so is a code that was to bring access back.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn refuse(
    portal: &Portal,
    visit: &Visit,
    input: RefusalInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { refuse_in(c, p, v, &input).await })
    })
    .await
}

async fn refuse_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: &RefusalInput,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let Some(mut reception) = own_unfinished(c, portal, &seat, &input.reception).await? else {
        return closed(portal);
    };
    let written = desk::written_reason(&input.reason);
    let page = flash(&reception.id)
        .keep("cause", &input.cause)
        .keep("reason", &written);
    let cause = RefusalReason::from_code(&input.cause);
    let refused = desk::reason_refusal(&written);
    let (Some(cause), None) = (cause, &refused) else {
        let page = match cause {
            None => page.refuse("cause", Outcome::ChoiceMissing),
            Some(_) => page,
        };
        return back(
            portal,
            &reception.id,
            &page.with(refused.into_iter().collect()),
        );
    };
    let actor = Actor::of(&seat, visit);
    end(c, portal, actor, &mut reception, cause, &written).await?;
    let id = reception.id.clone();
    back(portal, &id, &flash(&id).say(Outcome::ReceptionRefused))
}

async fn end(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    reception: &mut Reception,
    cause: RefusalReason,
    written: &str,
) -> Result<(), PortalError> {
    let account = reception.account(c, portal).await?;
    let detail = [("kind", reception.kind.code()), ("cause", cause.code())];
    let event = match (reception.kind, &account) {
        (Kind::Confirmation, Some(account)) => {
            refuse_route(c, portal, account, reception, written).await?;
            Event::IdentityRefused
        }
        (Kind::Restoration, Some(account)) => {
            temporary_code::take_back(c, portal, &account.id).await?;
            let notice = NoticeKind::RestorationRefused;
            tell_everywhere(c, portal, &account.id, &account.key, notice).await?;
            Event::RestorationRefused
        }
        _ => Event::ReceptionRefused,
    };
    let (account_id, id) = (reception.account_id.clone(), reception.id.clone());
    reception.sheet.refusal = Some(written.to_owned());
    row::close(c, portal, reception, State::Refused).await?;
    note(
        c,
        portal,
        actor,
        account_id.as_deref(),
        Some(&id),
        event,
        &detail,
    )
    .await?;
    match account {
        Some(account) if reception.kind == Kind::Registration => drop_unused(c, &account.id).await,
        _ => Ok(()),
    }
}

/// An account to which nobody has signed in yet is gone; its code was on a paper that is not handed out.
async fn drop_unused(c: &mut Connection, account_id: &str) -> Result<(), PortalError> {
    if temporary_code::find(c, account_id).await?.is_some() {
        c.execute(account_sql::DELETE, &[account_id.into()]).await?;
    }
    Ok(())
}

/// The route of the place is refused, with the reason for the citizen.
async fn refuse_route(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    reception: &mut Reception,
    written: &str,
) -> Result<(), PortalError> {
    let method = method(portal, reception);
    if let Ok((route_id, _)) = proofing::begin_route(c, portal, account, method).await? {
        proofing::apply(c, portal, account, &route_id, RouteEvent::Refuse).await?;
        let centre = reception.centre.as_str();
        proofing::explain(c, portal, account, &route_id, centre, Some(written)).await?;
        reception.route_id = Some(route_id);
    }
    appointment::over(c, portal, &account.id).await?;
    let notice = NoticeKind::IdentityRefused;
    tell_everywhere(c, portal, &account.id, &account.key, notice).await
}

//! Signing in with such a code: it leads to the choice of a password.

use domain::flow::Step;

use super::row::{TemporaryCode, find};
use crate::cookie::CookieName;
use crate::done::Done;
use crate::draft::{self, DraftFlow, NewDraft, Payload};
use crate::error::PortalError;
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// What the right code comes to.
pub(crate) enum Admission {
    /// On to the choice of a password.
    Admitted(Done),
    /// Not now: a word, and seconds to wait.
    Refused(Outcome, Option<i64>),
}

/// Lets in whoever has typed the right code. `None`: another code has taken its place meanwhile.
pub(crate) async fn admit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: &str,
    verified: &TemporaryCode,
) -> Result<Option<Admission>, PortalError> {
    let now = portal.clock.now();
    let code = find(c, account_id).await?;
    let Some(code) = code.filter(|code| code.phc == verified.phc) else {
        return Ok(None);
    };
    if code.valid_until <= now {
        return Ok(Some(Admission::Refused(Outcome::TemporaryCodeLate, None)));
    }
    if code.valid_from > now {
        let wait_s = code.valid_from.seconds_left(now);
        let early = Admission::Refused(Outcome::TemporaryCodeEarly, Some(wait_s));
        return Ok(Some(early));
    }
    let new = NewDraft {
        flow: DraftFlow::Recovery,
        form_id: "",
        account_id: None,
        payload: Payload::Issued {
            account: account_id.to_owned(),
            at_ms: now.millis(),
        },
        lifetime_s: portal.config.codes.link_lifetime_s,
    };
    let draft = draft::insert(c, portal, new).await?;
    let held = draft::hold(c, portal, draft).await?;
    note(
        c,
        portal,
        visit,
        Some(account_id),
        Event::TemporaryCodeUsed,
        &[],
    )
    .await?;
    let age = held.draft.expires_at.seconds_left(now);
    let done = Done::on(Step::RecoverPassword.path());
    Ok(Some(Admission::Admitted(done.token(
        CookieName::Recovery,
        &held.token,
        Some(age),
    ))))
}

//! The first step of recovery and resume: a contact is typed, a draft waits for its proof. All is the same
//! whether anybody has this contact or not.

use domain::field::contact::Contact;

use super::{
    DraftFlow, Held, NewDraft, Payload, StoredContact, find_by_form, held, hold, insert, save,
    unprove,
};
use crate::contact_index::contact_index;
use crate::error::PortalError;
use crate::limits;
use crate::portal::Portal;
use crate::store::Connection;
use crate::token::Token;
use crate::visit::Visit;

/// Whose proof is asked for.
pub(crate) struct Ask<'a> {
    pub(crate) flow: DraftFlow,
    pub(crate) form_id: &'a str,
    /// The token the browser brought.
    pub(crate) token: Option<&'a Token>,
    pub(crate) contact: &'a Contact,
    /// The account behind it.
    pub(crate) account: Option<String>,
    /// Somebody has this contact.
    pub(crate) answerable: bool,
    pub(crate) lifetime_s: i64,
}

/// The draft for this contact: the browser's own, the one an equal submission opened a moment ago, or a new
/// one. `true`: its cookie is new.
pub(crate) async fn ask(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    ask: Ask<'_>,
) -> Result<(Held, bool), PortalError> {
    let index = contact_index(&portal.vault, ask.contact);
    let same = |payload: &Payload| {
        payload
            .contact()
            .is_some_and(|contact| contact_index(&portal.vault, &contact) == index)
    };
    let payload = Payload::Proof {
        contact: StoredContact::from(ask.contact),
        account: ask.account,
        answerable: ask.answerable,
    };
    if let Some(mut own) = held(c, portal, ask.flow, ask.token).await?
        && !own.draft.finished
    {
        if !same(&own.draft.payload) {
            unprove(c, portal, &mut own).await?;
        }
        own.draft.payload = payload;
        save(c, portal, &own.draft).await?;
        return Ok((own, false));
    }
    if let Some(earlier) = find_by_form(c, portal, ask.flow, ask.form_id).await?
        && !earlier.finished
        && same(&earlier.payload)
    {
        return Ok((hold(c, portal, earlier).await?, true));
    }
    limits::begin_draft(c, portal, visit).await?;
    let new = NewDraft {
        flow: ask.flow,
        form_id: ask.form_id,
        account_id: None,
        payload,
        lifetime_s: ask.lifetime_s,
    };
    let draft = insert(c, portal, new).await?;
    Ok((hold(c, portal, draft).await?, true))
}

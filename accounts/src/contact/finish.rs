//! A contact is proven: the account gets it, the others are told.

use domain::field::contact::ContactKind;
use domain::flow::Step;

use crate::account::{self, AccountContact};
use crate::contact_index::contact_index;
use crate::done::Done;
use crate::draft::{self, Draft, DraftFlow, StoredContact};
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::mask::mask;
use crate::note::note;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::tell::tell_at;
use crate::visit::Visit;

/// What became of a proven contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finished {
    /// It is the account's.
    Confirmed,
    /// It is another account's: told only now, to someone who has proven it.
    Taken,
}

impl Finished {
    /// Where the browser goes.
    pub(crate) fn done(
        self,
        portal: &Portal,
        kind: ContactKind,
        signed_in: bool,
    ) -> Result<Done, PortalError> {
        let (path, form, outcome) = match (self, signed_in) {
            (Self::Confirmed, true) => ("/cabinet", Form::Cabinet, Outcome::ContactConfirmed),
            (Self::Confirmed, false) => ("/login", Form::SignIn, Outcome::ContactConfirmed),
            (Self::Taken, true) => (
                Step::ContactNew(kind).path(),
                Form::contact(kind),
                Outcome::ContactTaken,
            ),
            (Self::Taken, false) => ("/login", Form::SignIn, Outcome::ContactTaken),
        };
        Done::with_flash(portal, path, &Flash::of(form).say(outcome))
    }
}

/// Gives the account of a draft its proven contact, in place of the one it had of this kind.
pub(crate) async fn finish(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    draft: &mut Draft,
) -> Result<Finished, PortalError> {
    let contact = draft.payload.contact().ok_or(PortalError::Unavailable)?;
    let account_id = draft.account_id.clone().ok_or(PortalError::Unavailable)?;
    let (id, kind) = (account_id.as_str(), contact.kind());
    let index = contact_index(&portal.vault, &contact);
    draft::finish(c, portal, draft, Some(id)).await?;
    let owner = account::owner_of(c, kind, &index).await?;
    if owner.as_ref().is_some_and(|owner| owner != id) {
        return Ok(Finished::Taken);
    }
    let account = account::load(c, portal, id).await?;
    let contacts = account::contacts(c, id, &account.key).await?;
    if let Some(old) = contacts.iter().find(|own| own.kind == kind) {
        account::remove_contact(c, &old.id).await?;
    }
    account::add_contact(
        c,
        portal,
        id,
        &account.key,
        &StoredContact::from(&contact),
        true,
    )
    .await?;
    let others = contacts
        .iter()
        .filter(|own| own.confirmed_at.is_some() && !is_same(portal, own, &index));
    let others: Vec<&AccountContact> = others.collect();
    let replaced = others.iter().find(|own| own.kind == kind);
    let (event, notice) = match replaced {
        Some(old) => {
            let old = old.contact.contact();
            let old = old.map(|old| mask(&old)).unwrap_or_default();
            (Event::ContactChanged, NoticeKind::ContactChanged { old })
        }
        None => {
            let new = mask(&contact);
            (Event::ContactConfirmed, NoticeKind::ContactAdded { new })
        }
    };
    note(c, portal, visit, Some(id), event, &[("kind", kind.code())]).await?;
    // The new contact may be a stranger's: every other one is told.
    for other in others {
        tell_at(c, portal, other, notice.clone()).await?;
    }
    Ok(Finished::Confirmed)
}

fn is_same(portal: &Portal, own: &AccountContact, index: &[u8]) -> bool {
    own.contact
        .contact()
        .is_some_and(|contact| contact_index(&portal.vault, &contact) == index)
}

/// Ends every change of contact that an account has begun.
pub(crate) async fn end_changes(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<(), PortalError> {
    for kind in ContactKind::ALL {
        draft::end_of_account(c, portal, DraftFlow::Contact(kind), account_id).await?;
    }
    Ok(())
}

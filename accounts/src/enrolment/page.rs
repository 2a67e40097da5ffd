//! Reading what the registration's pages show. Nothing here writes.

use domain::field::contact::Contact;
use domain::flow::Facts;

use super::standing::{Standing, standing};
use super::{ContactView, DoneView, RegistrationInput, RegistrationView};
use crate::account;
use crate::challenge::{CodeView, code_view};
use crate::draft::{Held, Payload, StoredContact};
use crate::error::PortalError;
use crate::flash;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

impl ContactView {
    pub(crate) fn of(contact: &Contact) -> Self {
        Self {
            kind: contact.kind(),
            value: contact.as_str().to_owned(),
            display: contact.display(&unicode::Tables),
        }
    }

    pub(crate) fn of_stored(contact: &StoredContact) -> Option<Self> {
        contact.contact().as_ref().map(Self::of)
    }
}

pub(super) async fn view(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<RegistrationView, PortalError> {
    let standing = standing(c, portal, visit).await?;
    let mut view = RegistrationView {
        facts: standing.facts(),
        form: RegistrationInput::default(),
        form_refused: false,
        consent_given: false,
        contact: None,
        second_contact: None,
        code: None,
        expires_at: None,
        done: None,
        flash: flash::read(portal, visit),
    };
    match standing {
        Standing::Open(held, facts) => {
            view.code = waited_for(c, portal, &held, &facts).await?;
            view.expires_at = Some(held.draft.expires_at);
            if let Payload::Registration {
                form,
                refused,
                accepted,
            } = held.draft.payload
            {
                view.form = RegistrationInput {
                    form_id: String::new(),
                    ..*form
                };
                view.form_refused = refused;
                view.consent_given = accepted.is_some();
                let contacts =
                    accepted.map(|accepted| (accepted.first_contact(), accepted.second_contact()));
                let (first, second) = contacts.unwrap_or_default();
                view.contact = first.as_ref().and_then(ContactView::of_stored);
                view.second_contact = second.as_ref().and_then(ContactView::of_stored);
            }
        }
        Standing::Finished(account_id) => view.done = Some(done(c, portal, &account_id).await?),
        Standing::Nothing | Standing::Served(_) => {}
    }
    Ok(view)
}

pub(super) async fn code_status(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Option<CodeView>, PortalError> {
    match standing(c, portal, visit).await? {
        Standing::Open(held, facts) => waited_for(c, portal, &held, &facts).await,
        _ => Ok(None),
    }
}

async fn waited_for(
    c: &mut Connection,
    portal: &Portal,
    held: &Held,
    facts: &Facts,
) -> Result<Option<CodeView>, PortalError> {
    match held.draft.payload.contact() {
        Some(contact) if !facts.contact_proven => {
            Ok(Some(code_view(c, portal, &held.draft.id, &contact).await?))
        }
        _ => Ok(None),
    }
}

async fn done(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<DoneView, PortalError> {
    let account = account::load(c, portal, account_id).await?;
    let names = account::names(c, account_id, &account.key).await?;
    let contacts = account::contacts(c, account_id, &account.key).await?;
    let unconfirmed = contacts
        .iter()
        .find(|contact| contact.confirmed_at.is_none());
    Ok(DoneView {
        reference: account.reference,
        display_name: names.polite(),
        level: account.level,
        created_at: account.created_at,
        unconfirmed: unconfirmed.and_then(|contact| ContactView::of_stored(&contact.contact)),
    })
}

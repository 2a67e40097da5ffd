//! The end of such a code: it has led to a password, or is taken back.

use super::row::find;
use crate::account::{self, Account};
use crate::contact_index::contact_index;
use crate::draft::StoredContact;
use crate::error::PortalError;
use crate::journal::Event;
use crate::note::note;
use crate::portal::Portal;
use crate::reception;
use crate::store::Connection;
use crate::store::statement::temporary_code as sql;
use crate::visit::Visit;

/// The owner has chosen a password: the contact that was given at the centre takes the place of the old one.
pub(crate) async fn redeem(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account: &Account,
) -> Result<(), PortalError> {
    let Some(code) = find(c, &account.id).await? else {
        return Ok(());
    };
    if let Some(contact) = code.contact(account)? {
        replace_contact(c, portal, visit, account, &contact).await?;
    }
    c.execute(sql::DELETE, &[account.id.as_str().into()])
        .await?;
    reception::restoration_used(c, portal, &account.id).await
}

/// A contact that somebody else has confirmed meanwhile stays theirs.
async fn replace_contact(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account: &Account,
    contact: &StoredContact,
) -> Result<(), PortalError> {
    let valid = contact.contact().ok_or(PortalError::Unavailable)?;
    let index = contact_index(&portal.vault, &valid);
    if account::owner_of(c, valid.kind(), &index).await?.is_some() {
        return Ok(());
    }
    for own in account::contacts(c, &account.id, &account.key).await? {
        if own.kind == valid.kind() {
            account::remove_contact(c, &own.id).await?;
        }
    }
    account::add_contact(c, portal, &account.id, &account.key, contact, true).await?;
    let detail = [("kind", valid.kind().code())];
    note(
        c,
        portal,
        visit,
        Some(&account.id),
        Event::ContactChanged,
        &detail,
    )
    .await
}

/// The code of an account counts no more: the owner has a password, or does not want it. `true`: there was one.
pub(crate) async fn take_back(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<bool, PortalError> {
    let gone = c.execute(sql::DELETE, &[account_id.into()]).await? > 0;
    if gone {
        reception::restoration_used(c, portal, account_id).await?;
    }
    Ok(gone)
}

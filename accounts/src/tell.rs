//! Telling the owner of an account what happened to it.

use domain::field::contact::ContactKind;

use crate::account::{self, AccountContact};
use crate::clock::Instant;
use crate::error::PortalError;
use crate::outbox::{self, Channel, Delivery, Notice, NoticeKind};
use crate::portal::Portal;
use crate::store::Connection;
use crate::vault::AccountKey;

/// Tells the owner by letter where an address is confirmed, otherwise by SMS.
pub(crate) async fn tell(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    key: &AccountKey,
    kind: NoticeKind,
) -> Result<(), PortalError> {
    let confirmed = confirmed(c, account_id, key).await?;
    match confirmed.last() {
        Some(contact) => tell_at(c, portal, contact, kind).await,
        None => Ok(()),
    }
}

/// Tells the owner then, as [`tell`] would now; answers the message's key.
pub(crate) async fn remind(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    key: &AccountKey,
    kind: NoticeKind,
    due: Instant,
) -> Result<Option<String>, PortalError> {
    let confirmed = confirmed(c, account_id, key).await?;
    match confirmed.last() {
        Some(contact) => send(c, portal, contact, kind, Delivery::At(due))
            .await
            .map(Some),
        None => Ok(None),
    }
}

/// Tells the owner at every confirmed contact: one of them may be in other hands.
pub(crate) async fn tell_everywhere(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    key: &AccountKey,
    kind: NoticeKind,
) -> Result<(), PortalError> {
    for contact in confirmed(c, account_id, key).await? {
        tell_at(c, portal, &contact, kind.clone()).await?;
    }
    Ok(())
}

/// Tells the owner at one contact.
pub(crate) async fn tell_at(
    c: &mut Connection,
    portal: &Portal,
    contact: &AccountContact,
    kind: NoticeKind,
) -> Result<(), PortalError> {
    send(c, portal, contact, kind, Delivery::Send)
        .await
        .map(drop)
}

async fn send(
    c: &mut Connection,
    portal: &Portal,
    contact: &AccountContact,
    kind: NoticeKind,
    delivery: Delivery,
) -> Result<String, PortalError> {
    let channel = match contact.kind {
        ContactKind::Phone => Channel::Sms,
        ContactKind::Email => Channel::Email,
    };
    let notice = Notice::new(channel, contact.contact.value(), kind);
    Ok(outbox::enqueue(c, portal, &notice, delivery).await?)
}

/// The confirmed contacts, phone first.
async fn confirmed(
    c: &mut Connection,
    account_id: &str,
    key: &AccountKey,
) -> Result<Vec<AccountContact>, PortalError> {
    let mut contacts = account::contacts(c, account_id, key).await?;
    contacts.retain(|contact| contact.confirmed_at.is_some());
    Ok(contacts)
}

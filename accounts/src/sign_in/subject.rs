//! Whom a sign-in is tried for, and the counters that stand in its way.

use domain::field::contact::Contact;

use super::counters::Counters;
use crate::contact_index::contact_index;
use crate::error::PortalError;
use crate::limits::address_bytes;
use crate::portal::Portal;
use crate::session::device;
use crate::store::Connection;
use crate::store::statement::credential as sql;
use crate::throttle::{self, Key};
use crate::vault::IndexKind;
use crate::visit::Visit;

/// Counter of the failures of a login, whoever has it.
const LOGIN: &str = "sign_in_login";

/// The password that a login leads to.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) account_id: String,
    pub(super) phc: String,
}

/// A try to sign in.
pub(super) struct Attempt {
    pub(super) found: Option<Found>,
    pub(super) device_known: bool,
    /// Of the login, or of the device where the account knows it: strangers' failures do not lock the owner
    /// out there.
    pub(super) counters: Counters,
}

/// Begins a try: `Err` is the number of seconds it has to wait.
pub(super) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    login: &str,
) -> Result<Result<Attempt, i64>, PortalError> {
    let contact = Contact::parse_login(login, &unicode::Tables);
    let index = match &contact {
        Some(contact) => contact_index(&portal.vault, contact),
        None => portal
            .vault
            .blind_index(IndexKind::Login, &login.trim().to_lowercase()),
    };
    let found = match &contact {
        Some(contact) => find(c, contact, &index).await?,
        None => None,
    };
    let device_known = match &found {
        Some(found) => device::is_known(c, portal, visit, &found.account_id).await?,
        None => false,
    };
    let (own, address) = match &visit.device {
        Some(token) if device_known => {
            let mut subject = token.hash();
            subject.extend_from_slice(&index);
            (Key::new(portal, "sign_in_device", &subject), None)
        }
        _ => {
            let address = Key::new(portal, "sign_in_address", &address_bytes(visit.address));
            (Key::new(portal, LOGIN, &index), Some(address))
        }
    };
    let counted = Counters::begin(c, portal, own, address).await?;
    Ok(counted.map(|counters| Attempt {
        found,
        device_known,
        counters,
    }))
}

async fn find(
    c: &mut Connection,
    contact: &Contact,
    index: &[u8],
) -> Result<Option<Found>, PortalError> {
    let row = c
        .fetch_optional(
            sql::FIND_BY_CONTACT,
            &[contact.kind().code().into(), index.into()],
        )
        .await?;
    row.map(|row| {
        Ok(Found {
            account_id: row.text(0)?,
            phc: row.text(1)?,
        })
    })
    .transpose()
}

/// Failures of a login hold nobody up any more.
pub(crate) async fn forget_failures(
    c: &mut Connection,
    portal: &Portal,
    index: &[u8],
) -> Result<(), PortalError> {
    Ok(throttle::clear(c, portal, &Key::new(portal, LOGIN, index)).await?)
}

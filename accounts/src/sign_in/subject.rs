//! Whom a sign-in is tried for, and the counters that stand in its way.

use domain::field::contact::Contact;
use domain::field::snils::Snils;

use super::LoginKind;
use super::counters::Counters;
use crate::contact_index::contact_index;
use crate::error::PortalError;
use crate::limits::address_bytes;
use crate::portal::Portal;
use crate::session::device;
use crate::snils;
use crate::store::statement::credential as sql;
use crate::store::{Connection, StoreError};
use crate::temporary_code::{self, TemporaryCode};
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
    /// The code of a centre, where what was typed can be one.
    pub(super) temporary: Option<TemporaryCode>,
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
    kind: LoginKind,
    login: &str,
    is_code: bool,
) -> Result<Result<Attempt, i64>, PortalError> {
    let (index, mut found) = look_up(c, portal, kind, login).await?;
    if let (Some(found), true) = (&mut found, is_code) {
        found.temporary = temporary_code::find(c, &found.account_id).await?;
    }
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

/// The index of a login, by which its failures are counted, and the password it leads to.
async fn look_up(
    c: &mut Connection,
    portal: &Portal,
    kind: LoginKind,
    login: &str,
) -> Result<(Vec<u8>, Option<Found>), PortalError> {
    let unreadable = || {
        portal
            .vault
            .blind_index(IndexKind::Login, &login.trim().to_lowercase())
    };
    let found = |(account_id, phc)| Found {
        account_id,
        phc,
        temporary: None,
    };
    match kind {
        LoginKind::Contact => {
            let Some(contact) = Contact::parse_login(login, &unicode::Tables) else {
                return Ok((unreadable(), None));
            };
            let index = contact_index(&portal.vault, &contact);
            let values = [contact.kind().code().into(), index.clone().into()];
            let row = c.fetch_optional(sql::FIND_BY_CONTACT, &values).await?;
            let row = row.map(|row| Ok::<_, StoreError>((row.text(0)?, row.text(1)?)));
            Ok((index, row.transpose()?.map(found)))
        }
        LoginKind::Snils => {
            let Ok(snils) = Snils::parse(login) else {
                return Ok((unreadable(), None));
            };
            let index = snils::index(portal, snils.as_str());
            let credential = snils::find_credential(c, &index).await?;
            Ok((index, credential.map(found)))
        }
    }
}

/// Failures of a login hold nobody up any more.
pub(crate) async fn forget_failures(
    c: &mut Connection,
    portal: &Portal,
    index: &[u8],
) -> Result<(), PortalError> {
    Ok(throttle::clear(c, portal, &Key::new(portal, LOGIN, index)).await?)
}

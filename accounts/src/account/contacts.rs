//! The contacts of an account.

use domain::field::contact::ContactKind;

use crate::clock::Instant;
use crate::draft::StoredContact;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::contact as sql;
use crate::store::{Connection, StoreError, Value};
use crate::vault::{AccountKey, Cell};

/// A contact of an account.
#[derive(Clone, Debug)]
pub(crate) struct AccountContact {
    pub(crate) id: String,
    pub(crate) kind: ContactKind,
    pub(crate) contact: StoredContact,
    pub(crate) confirmed_at: Option<Instant>,
}

/// The contacts of an account, phone first.
pub(crate) async fn contacts(
    c: &mut Connection,
    account_id: &str,
    key: &AccountKey,
) -> Result<Vec<AccountContact>, PortalError> {
    let mut found = Vec::new();
    for row in c.fetch_all(sql::LIST, &[account_id.into()]).await? {
        let id = row.text(0)?;
        let kind = ContactKind::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?;
        let plain = key.open(cell(&id), &row.blob(2)?)?;
        let value = std::str::from_utf8(&plain).map_err(|_| PortalError::Unavailable)?;
        found.push(AccountContact {
            kind,
            contact: StoredContact::of_kind(kind, value),
            confirmed_at: row.opt_instant(4)?,
            id,
        });
    }
    found.sort_by_key(|contact| contact.kind != ContactKind::Phone);
    Ok(found)
}

/// The account that has confirmed the contact with this index.
pub(crate) async fn owner_of(
    c: &mut Connection,
    kind: ContactKind,
    index: &[u8],
) -> Result<Option<String>, PortalError> {
    Ok(owner_since(c, kind, index).await?.map(|(owner, _)| owner))
}

/// The same, with the moment of the confirmation.
pub(crate) async fn owner_since(
    c: &mut Connection,
    kind: ContactKind,
    index: &[u8],
) -> Result<Option<(String, Instant)>, PortalError> {
    let row = c
        .fetch_optional(
            sql::FIND_OWNER,
            &[kind.code().into(), index.to_vec().into()],
        )
        .await?;
    let owner = row.map(|row| Ok::<_, StoreError>((row.text(0)?, row.instant(1)?)));
    Ok(owner.transpose()?)
}

/// Gives an account a contact.
pub(crate) async fn add(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    key: &AccountKey,
    contact: &StoredContact,
    confirmed: bool,
) -> Result<(), PortalError> {
    let valid = contact.contact().ok_or(PortalError::Unavailable)?;
    let (id, now) = (new_id(&*portal.clock, &*portal.rng), portal.clock.now());
    let values: [Value; 7] = [
        id.as_str().into(),
        account_id.into(),
        valid.kind().code().into(),
        key.seal(cell(&id), contact.value().as_bytes(), &*portal.rng)
            .into(),
        crate::contact_index::contact_index(&portal.vault, &valid).into(),
        confirmed.then_some(now).into(),
        now.into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(())
}

/// Takes a contact away.
pub(crate) async fn remove(c: &mut Connection, contact_id: &str) -> Result<(), PortalError> {
    c.execute(sql::DELETE, &[contact_id.into()]).await?;
    Ok(())
}

fn cell(contact_id: &str) -> Cell<'_> {
    Cell {
        table: "contact",
        column: "value",
        row: contact_id,
    }
}

//! The rows of an account: attributes and contacts, each sealed under the account's own key.

mod attributes;
mod contacts;
mod new;

pub(crate) use attributes::{
    Names, attributes, further_documents, names, remove_further_document, replace_attributes,
    save_further_document,
};
pub(crate) use contacts::{
    AccountContact, add as add_contact, contacts, owner_of, owner_since, remove as remove_contact,
};
pub(crate) use new::{Beginning, insert};

use domain::level::AssuranceLevel;

use crate::clock::Instant;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::statement::account as sql;
use crate::store::{Connection, Row};
use crate::vault::AccountKey;

/// An account with its key unwrapped.
pub(crate) struct Account {
    pub(crate) id: String,
    pub(crate) created_at: Instant,
    pub(crate) level: AssuranceLevel,
    pub(crate) reference: String,
    pub(crate) key: AccountKey,
}

/// One account, which must exist.
pub(crate) async fn load(
    c: &mut Connection,
    portal: &Portal,
    id: &str,
) -> Result<Account, PortalError> {
    let row = c
        .fetch_optional(sql::LOAD, &[id.into()])
        .await?
        .ok_or(PortalError::Unavailable)?;
    read(portal, id, &row)
}

/// One account, if it has this password hash still.
pub(crate) async fn load_with_password(
    c: &mut Connection,
    portal: &Portal,
    id: &str,
    phc: &str,
) -> Result<Option<Account>, PortalError> {
    let row = c
        .fetch_optional(sql::LOAD_WITH_PASSWORD, &[id.into(), phc.into()])
        .await?;
    row.map(|row| read(portal, id, &row)).transpose()
}

/// Reads the columns created_at, level, data_key, reference.
fn read(portal: &Portal, id: &str, row: &Row) -> Result<Account, PortalError> {
    Ok(Account {
        id: id.to_owned(),
        created_at: row.instant(0)?,
        level: AssuranceLevel::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?,
        key: portal.vault.account_key(id, &row.blob(2)?)?,
        reference: row.text(3)?,
    })
}

//! One person behind one SNILS: the number belongs to the account whose data the registry has confirmed first.

use domain::profile::{ProfileField, Values, value};

use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::identifier as sql;
use crate::vault::IndexKind;

const KIND: &str = "snils";

/// Whose a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// The account's own.
    Own,
    /// Another account's.
    Taken,
}

/// Makes the SNILS of these values the account's, unless another account has it.
pub(crate) async fn claim(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    values: &Values,
) -> Result<Claim, PortalError> {
    let snils = value(values, ProfileField::Snils);
    if snils.is_empty() {
        return Ok(Claim::Own);
    }
    let index = index(portal, snils);
    let owner = c
        .fetch_optional(sql::FIND_OWNER, &[KIND.into(), index.clone().into()])
        .await?;
    match owner.map(|row| row.text(0)).transpose()? {
        Some(owner) if owner != account_id => Ok(Claim::Taken),
        Some(_) => Ok(Claim::Own),
        None => {
            let now = portal.clock.now();
            let values = [KIND.into(), index.into(), account_id.into(), now.into()];
            c.execute(sql::PUT, &values).await?;
            Ok(Claim::Own)
        }
    }
}

/// The account that a number belongs to.
pub(crate) async fn owner(
    c: &mut Connection,
    portal: &Portal,
    snils: &str,
) -> Result<Option<String>, PortalError> {
    let index = index(portal, snils);
    let row = c
        .fetch_optional(sql::FIND_OWNER, &[KIND.into(), index.into()])
        .await?;
    Ok(row.map(|row| row.text(0)).transpose()?)
}

/// The account with this SNILS, and its password hash.
pub(crate) async fn find_credential(
    c: &mut Connection,
    index: &[u8],
) -> Result<Option<(String, String)>, PortalError> {
    let row = c
        .fetch_optional(sql::FIND_CREDENTIAL, &[KIND.into(), index.into()])
        .await?;
    row.map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
}

/// Index of a canonical SNILS.
pub(crate) fn index(portal: &Portal, snils: &str) -> Vec<u8> {
    portal.vault.blind_index(IndexKind::Snils, snils)
}

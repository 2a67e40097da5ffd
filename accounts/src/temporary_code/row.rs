//! The rows of these codes: as PHC strings, like passwords.

use crate::account::Account;
use crate::clock::Instant;
use crate::draft::StoredContact;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::temporary_code as sql;
use crate::vault::Cell;

/// The code of an account.
#[derive(Clone)]
pub(crate) struct TemporaryCode {
    pub(crate) phc: String,
    contact: Option<Vec<u8>>,
    pub(crate) valid_from: Instant,
    pub(crate) valid_until: Instant,
}

impl TemporaryCode {
    /// The contact that takes the place of the account's own when the code is used.
    pub(super) fn contact(&self, account: &Account) -> Result<Option<StoredContact>, PortalError> {
        let Some(sealed) = &self.contact else {
            return Ok(None);
        };
        let plain = account.key.open(cell(&account.id), sealed)?;
        serde_json::from_slice(&plain)
            .map(Some)
            .map_err(|_| PortalError::Unavailable)
    }
}

/// The code of an account, working or not.
pub(crate) async fn find(
    c: &mut Connection,
    account_id: &str,
) -> Result<Option<TemporaryCode>, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[account_id.into()]).await?;
    let read = |row: crate::store::Row| {
        Ok(TemporaryCode {
            phc: row.text(0)?,
            contact: row.opt_blob(1)?,
            valid_from: row.instant(2)?,
            valid_until: row.instant(3)?,
        })
    };
    row.map(read).transpose()
}

/// Gives an account a code, in place of the one it may have.
pub(crate) async fn put(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    phc: &str,
    contact: Option<&StoredContact>,
    valid: std::ops::Range<Instant>,
) -> Result<(), PortalError> {
    let sealed = match contact {
        Some(contact) => {
            let plain = serde_json::to_vec(contact).map_err(|_| PortalError::Unavailable)?;
            Some(account.key.seal(cell(&account.id), &plain, &*portal.rng))
        }
        None => None,
    };
    let values = [
        account.id.as_str().into(),
        phc.into(),
        sealed.into(),
        valid.start.into(),
        valid.end.into(),
    ];
    c.execute(sql::PUT, &values).await?;
    Ok(())
}

/// The code of an account works from now on.
pub(crate) async fn let_work(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<(), PortalError> {
    let values = [account_id.into(), portal.clock.now().into()];
    c.execute(sql::ADMIT, &values).await?;
    Ok(())
}

fn cell(account_id: &str) -> Cell<'_> {
    Cell {
        table: "temporary_code",
        column: "contact",
        row: account_id,
    }
}

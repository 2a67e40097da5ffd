//! The rows of operators.

use super::Role;
use crate::error::PortalError;
use crate::store::statement::operator as sql;
use crate::store::{Connection, Row};

/// An operator.
#[derive(Clone)]
pub(crate) struct Operator {
    pub(crate) id: String,
    pub(crate) login: String,
    pub(crate) role: Role,
    pub(crate) phc: String,
    /// The password is the one-time one of the command line.
    pub(crate) must_change: bool,
    /// Sealed.
    pub(crate) totp_secret: Vec<u8>,
    /// Step of the newest code that was used.
    pub(crate) totp_step: Option<i64>,
    pub(crate) disabled: bool,
    /// Where the operator works: id in the directory of centres.
    pub(crate) centre: Option<String>,
}

/// The operator with a login.
pub(crate) async fn find(c: &mut Connection, login: &str) -> Result<Option<Operator>, PortalError> {
    let row = c.fetch_optional(sql::FIND, &[login.into()]).await?;
    row.map(|row| read(&row)).transpose()
}

/// One operator.
pub(crate) async fn load(c: &mut Connection, id: &str) -> Result<Option<Operator>, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[id.into()]).await?;
    row.map(|row| read(&row)).transpose()
}

fn read(row: &Row) -> Result<Operator, PortalError> {
    Ok(Operator {
        id: row.text(0)?,
        login: row.text(1)?,
        role: Role::from_code(&row.text(2)?).ok_or(PortalError::Unavailable)?,
        phc: row.text(3)?,
        must_change: row.flag(4)?,
        totp_secret: row.blob(5)?,
        totp_step: row.opt_int(6)?,
        disabled: row.opt_instant(7)?.is_some(),
        centre: row.opt_text(8)?,
    })
}

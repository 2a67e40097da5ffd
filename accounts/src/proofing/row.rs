//! The rows of routes.

use domain::proofing::{Method, Proofing, Route, RouteState};

use crate::account::Account;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::store::statement::proofing_route as sql;
use crate::store::{Connection, Row};
use crate::vault::Cell;

/// One way that an account has tried.
#[derive(Clone, Debug)]
pub(crate) struct StoredRoute {
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) state: RouteState,
    pub(super) begun_at: Instant,
    pub(super) moved_at: Instant,
    pub(super) expires_at: Instant,
    code: Option<Vec<u8>>,
    pub(super) code_index: Option<Vec<u8>>,
    pub(super) wrong: i64,
    pub(super) centre: Option<String>,
    reason: Option<Vec<u8>>,
}

impl StoredRoute {
    fn read(row: &Row) -> Result<Self, PortalError> {
        Ok(Self {
            id: row.text(0)?,
            method: Method::from_code(&row.text(1)?).ok_or(PortalError::Unavailable)?,
            state: RouteState::from_code(&row.text(2)?).ok_or(PortalError::Unavailable)?,
            begun_at: row.instant(3)?,
            moved_at: row.instant(4)?,
            expires_at: row.instant(5)?,
            code: row.opt_blob(6)?,
            code_index: row.opt_blob(7)?,
            wrong: row.int(8)?,
            centre: row.opt_text(9)?,
            reason: row.opt_blob(10)?,
        })
    }

    /// The code to show at the desk, as people read it.
    pub(super) fn code(&self, account: &Account) -> Result<Option<String>, PortalError> {
        self.open(account, "code", self.code.as_deref())
    }

    /// Why it was refused.
    pub(super) fn reason(&self, account: &Account) -> Result<Option<String>, PortalError> {
        self.open(account, "reason", self.reason.as_deref())
    }

    fn open(
        &self,
        account: &Account,
        column: &str,
        sealed: Option<&[u8]>,
    ) -> Result<Option<String>, PortalError> {
        let Some(sealed) = sealed else {
            return Ok(None);
        };
        let plain = account.key.open(cell(column, &self.id), sealed)?;
        Ok(Some(String::from_utf8_lossy(&plain).into_owned()))
    }
}

/// Every way that an account has tried, in the order of their beginnings.
pub(crate) async fn list(
    c: &mut Connection,
    account_id: &str,
) -> Result<Vec<StoredRoute>, PortalError> {
    let rows = c.fetch_all(sql::OF_ACCOUNT, &[account_id.into()]).await?;
    rows.iter().map(StoredRoute::read).collect()
}

/// The record of these routes.
pub(crate) fn record(routes: &[StoredRoute]) -> Proofing {
    let of = |route: &StoredRoute| Route {
        method: route.method,
        state: route.state,
    };
    Proofing::of(routes.iter().map(of).collect())
}

/// Where a cell of a route is sealed.
pub(super) fn cell<'a>(column: &'a str, route_id: &'a str) -> Cell<'a> {
    Cell {
        table: "proofing_route",
        column,
        row: route_id,
    }
}

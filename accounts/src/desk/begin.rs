//! Whom a sign-in at the desk is tried for, and the counters that stand in its way.

use crate::error::PortalError;
use crate::limits::address_bytes;
use crate::operator::{self, Operator, OperatorLogin};
use crate::portal::Portal;
use crate::sign_in::Counters;
use crate::store::Connection;
use crate::throttle::{self, Key};
use crate::vault::IndexKind;
use crate::visit::Visit;

/// A try to sign in.
pub(super) struct Attempt {
    /// Who has the login, disabled or not: the work is the same.
    pub(super) operator: Option<Operator>,
    pub(super) counters: Counters,
}

/// Begins a try: `Err` is the number of seconds it has to wait.
pub(super) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    login: &str,
) -> Result<Result<Attempt, i64>, PortalError> {
    let login = login.trim().to_lowercase();
    let operator = match OperatorLogin::parse(&login) {
        Some(login) => operator::find(c, login.as_str()).await?,
        None => None,
    };
    let address = Key::new(portal, "desk_address", &address_bytes(visit.address));
    let own = login_key(portal, &login);
    let counted = Counters::begin(c, portal, own, Some(address)).await?;
    Ok(counted.map(|counters| Attempt { operator, counters }))
}

/// Failures of a login hold nobody up any more.
pub(crate) async fn forget_failures(
    c: &mut Connection,
    portal: &Portal,
    login: &str,
) -> Result<(), PortalError> {
    Ok(throttle::clear(c, portal, &login_key(portal, login)).await?)
}

fn login_key(portal: &Portal, login: &str) -> Key {
    let index = portal.vault.blind_index(IndexKind::Login, login);
    Key::new(portal, "desk_login", &index)
}

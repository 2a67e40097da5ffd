//! How much one contact and one address may have sent and begun.

use std::net::IpAddr;

use crate::config::Limits;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::throttle::{Allowance, Key, Verdict, is_spent, spend};
use crate::visit::Visit;

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;

/// Counts one message to a contact, asked for from this address. `Some`: too many, seconds to wait.
pub(crate) async fn count_send(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    contact: &[u8],
) -> Result<Option<i64>, PortalError> {
    let limits: &Limits = &portal.config.limits;
    let address = address_bytes(visit.address);
    let counters = [
        (
            "send_address_hour",
            address.as_slice(),
            limits.sends_per_address_hour,
            HOUR_S,
        ),
        (
            "send_contact_day",
            contact,
            limits.sends_per_contact_day,
            DAY_S,
        ),
        (
            "send_contact_hour",
            contact,
            limits.sends_per_contact_hour,
            HOUR_S,
        ),
    ];
    for (name, subject, limit, window_s) in counters {
        let key = Key::new(portal, name, subject);
        if let Verdict::Wait { seconds } =
            spend(c, portal, &key, Allowance { limit, window_s }).await?
        {
            return Ok(Some(seconds));
        }
    }
    Ok(None)
}

/// Counts a draft begun from this address.
pub(crate) async fn begin_draft(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<(), PortalError> {
    let key = Key::new(portal, "draft_address_hour", &address_bytes(visit.address));
    let allowance = Allowance {
        limit: portal.config.limits.drafts_per_address_hour,
        window_s: HOUR_S,
    };
    match spend(c, portal, &key, allowance).await? {
        Verdict::Allowed => Ok(()),
        Verdict::Wait { seconds } => Err(PortalError::TooMany {
            retry_after_s: u32::try_from(seconds).unwrap_or(u32::MAX),
        }),
    }
}

/// Counts one profile that an account sends to the registries. `Some`: too many, seconds to wait.
pub(crate) async fn count_check(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<Option<i64>, PortalError> {
    let limit = portal.config.limits.checks_per_account_day;
    count_of_day(c, portal, "check_account_day", account_id, limit).await
}

/// Counts one time of a centre that an account holds. `Some`: too many, seconds to wait.
pub(crate) async fn count_hold(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<Option<i64>, PortalError> {
    let limit = portal.config.limits.holds_per_account_day;
    count_of_day(c, portal, "hold_account_day", account_id, limit).await
}

/// Counts one identity code that an account types. `Some`: too many, seconds to wait.
pub(crate) async fn count_identity_code(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<Option<i64>, PortalError> {
    let limit = portal.config.limits.identity_codes_per_account_day;
    count_of_day(c, portal, "identity_code_account_day", account_id, limit).await
}

/// What an operator does a limited number of times in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeskCount {
    /// Citizens looked up.
    Reception,
    /// Look-ups that found nobody.
    Miss,
    /// Alarms: one is enough.
    Alarm,
}

/// Counts something that an operator does. `Some`: too much, seconds to wait.
pub(crate) async fn count_at_desk(
    c: &mut Connection,
    portal: &Portal,
    operator_id: &str,
    what: DeskCount,
) -> Result<Option<i64>, PortalError> {
    let (key, allowance) = what.allowance(portal, operator_id);
    Ok(match spend(c, portal, &key, allowance).await? {
        Verdict::Allowed => None,
        Verdict::Wait { seconds } => Some(seconds),
    })
}

/// Whether it was done too often already; counts nothing. `Some`: seconds to wait.
pub(crate) async fn look_at_desk(
    c: &mut Connection,
    portal: &Portal,
    operator_id: &str,
    what: DeskCount,
) -> Result<Option<i64>, PortalError> {
    let (key, allowance) = what.allowance(portal, operator_id);
    Ok(match is_spent(c, portal, &key, allowance).await? {
        Verdict::Allowed => None,
        Verdict::Wait { seconds } => Some(seconds),
    })
}

impl DeskCount {
    fn allowance(self, portal: &Portal, operator_id: &str) -> (Key, Allowance) {
        let desk = &portal.config.desk;
        let (name, limit) = match self {
            Self::Reception => ("reception_operator_hour", desk.receptions_per_hour),
            Self::Miss => ("miss_operator_hour", desk.misses_per_hour),
            Self::Alarm => ("alarm_operator_hour", 1),
        };
        let allowance = Allowance {
            limit,
            window_s: HOUR_S,
        };
        (Key::new(portal, name, operator_id.as_bytes()), allowance)
    }
}

async fn count_of_day(
    c: &mut Connection,
    portal: &Portal,
    name: &'static str,
    account_id: &str,
    limit: u32,
) -> Result<Option<i64>, PortalError> {
    let key = Key::new(portal, name, account_id.as_bytes());
    let allowance = Allowance {
        limit,
        window_s: DAY_S,
    };
    Ok(match spend(c, portal, &key, allowance).await? {
        Verdict::Allowed => None,
        Verdict::Wait { seconds } => Some(seconds),
    })
}

/// What stands for an address: all of an IPv4 address, the network half of an IPv6 one.
pub(crate) fn address_bytes(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

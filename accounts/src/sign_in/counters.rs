//! The counters that stand in the way of a sign-in.

use crate::config::Limits;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::throttle::{self, Growth, Key};

/// One try. Counted as a failure before the password is looked at, so that many tries at once are no way
/// round the delay; a success takes it back.
pub(crate) struct Counters {
    own: Key,
    address: Option<Key>,
    /// Seconds the next try has to wait, should this one fail.
    next_wait_s: i64,
}

impl Counters {
    /// Begins a try: `Err` is the number of seconds it has to wait.
    pub(crate) async fn begin(
        c: &mut Connection,
        portal: &Portal,
        own: Key,
        address: Option<Key>,
    ) -> Result<Result<Self, i64>, PortalError> {
        let mut wait_s = throttle::look(c, portal, &own).await?.seconds();
        if let Some(address) = &address {
            wait_s = wait_s.max(throttle::look(c, portal, address).await?.seconds());
        }
        if wait_s > 0 {
            return Ok(Err(wait_s));
        }
        let next_wait_s = throttle::fail(c, portal, &own, growth(&portal.config.limits))
            .await?
            .seconds();
        Ok(Ok(Self {
            own,
            address,
            next_wait_s,
        }))
    }

    /// The password fitted: the failures before it are forgotten.
    pub(crate) async fn succeed(
        &self,
        c: &mut Connection,
        portal: &Portal,
    ) -> Result<(), PortalError> {
        Ok(throttle::clear(c, portal, &self.own).await?)
    }

    /// It did not: the address is counted, too. Answers the seconds until the next try.
    pub(crate) async fn fail(
        &self,
        c: &mut Connection,
        portal: &Portal,
    ) -> Result<i64, PortalError> {
        let Some(address) = &self.address else {
            return Ok(self.next_wait_s);
        };
        let address_wait_s = throttle::fail(c, portal, address, growth(&portal.config.limits))
            .await?
            .seconds();
        Ok(self.next_wait_s.max(address_wait_s))
    }

    /// The password was not looked at: the try does not count.
    pub(crate) async fn take_back(
        &self,
        c: &mut Connection,
        portal: &Portal,
    ) -> Result<(), PortalError> {
        Ok(throttle::forgive(c, portal, &self.own).await?)
    }
}

/// The delay of the settings.
pub(crate) fn growth(limits: &Limits) -> Growth {
    Growth {
        free: limits.sign_in_free_failures,
        first_s: limits.sign_in_delay_s,
        longest_s: limits.sign_in_delay_max_s,
    }
}

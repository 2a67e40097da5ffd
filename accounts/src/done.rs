//! What every submission ends with: where to go next and which cookies change.

use crate::cookie::{CookieChange, CookieName};
use crate::error::PortalError;
use crate::flash::Flash;
use crate::portal::Portal;
use crate::token::Token;

/// Where the browser goes after a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// A constant path or a checked local one.
    pub next: String,
    /// Changes of the browser's cookies, in order.
    pub cookies: Vec<CookieChange>,
}

impl Done {
    /// Success: on to `next`, and what the last refusal left behind is forgotten.
    pub(crate) fn on(next: impl Into<String>) -> Self {
        Self {
            next: next.into(),
            cookies: vec![CookieChange::clear(CookieName::Flash)],
        }
    }

    /// On to `next`, where `flash` is shown.
    pub(crate) fn with_flash(
        portal: &Portal,
        next: impl Into<String>,
        flash: &Flash,
    ) -> Result<Self, PortalError> {
        Ok(Self {
            next: next.into(),
            cookies: vec![flash.seal(portal)?],
        })
    }

    /// The same with one more cookie.
    pub(crate) fn cookie(mut self, change: CookieChange) -> Self {
        self.cookies.push(change);
        self
    }

    /// The same with a token in a cookie.
    pub(crate) fn token(self, name: CookieName, token: &Token, max_age_s: Option<i64>) -> Self {
        self.cookie(CookieChange::set(name, token, max_age_s))
    }
}

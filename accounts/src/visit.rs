//! What a request carries into a use case.

use std::net::IpAddr;

use crate::cookie::CookieName;
use crate::token::Token;

/// Who asks: the address, the browser and the tokens its cookies hold.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Address of the client, proxies already taken off.
    pub address: IpAddr,
    /// The browser's own name, as it sent it.
    pub user_agent: String,
    /// Id of the request, shown on error pages and kept in the journal.
    pub request_id: String,
    /// Session of a signed-in citizen.
    pub session: Option<Token>,
    /// Registration draft.
    pub draft: Option<Token>,
    /// Recovery draft.
    pub recovery: Option<Token>,
    /// Draft of «continue on this device».
    pub resume: Option<Token>,
    /// Known device: issued after a sign-in that succeeded.
    pub device: Option<Token>,
    /// Sealed outcome of the last submission.
    pub flash: Option<String>,
    /// Session of an operator at the desk.
    pub desk: Option<Token>,
    /// How the pages are to look, in the pages' own words.
    pub display: Option<String>,
}

impl Visit {
    /// A visit without any cookie.
    #[must_use]
    pub fn bare(address: IpAddr, user_agent: &str, request_id: &str) -> Self {
        Self {
            address,
            user_agent: user_agent.to_owned(),
            request_id: request_id.to_owned(),
            session: None,
            draft: None,
            recovery: None,
            resume: None,
            device: None,
            flash: None,
            desk: None,
            display: None,
        }
    }

    /// A visit with the tokens found in a `Cookie` header. What is not a token is no cookie.
    #[must_use]
    pub fn with_cookies(mut self, header: &str, secure: bool) -> Self {
        for pair in header.split(';') {
            let Some((name, value)) = pair.trim().split_once('=') else {
                continue;
            };
            let Some(name) = CookieName::parse(name, secure) else {
                continue;
            };
            self.set(name, value);
        }
        self
    }

    /// Puts one cookie's value in its place.
    pub fn set(&mut self, name: CookieName, value: &str) {
        match name {
            CookieName::Session => self.session = Token::parse(value),
            CookieName::Draft => self.draft = Token::parse(value),
            CookieName::Recovery => self.recovery = Token::parse(value),
            CookieName::Resume => self.resume = Token::parse(value),
            CookieName::Device => self.device = Token::parse(value),
            CookieName::Desk => self.desk = Token::parse(value),
            CookieName::Flash => self.flash = (!value.is_empty()).then(|| value.to_owned()),
            CookieName::Display => self.display = (!value.is_empty()).then(|| value.to_owned()),
        }
    }
}

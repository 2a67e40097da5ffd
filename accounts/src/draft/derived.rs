//! Tokens made of other secrets: a repeated submission whose first answer the browser never took finds
//! what the first one made, and makes nothing new.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::PortalError;
use crate::portal::Portal;
use crate::token::Token;

/// What a token is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derived<'a> {
    /// The session that the browser of a finished draft gets.
    Session(&'a Token),
    /// The registration that the browser of a finished «continue on this device» gets.
    Resumed(&'a Token),
    /// The draft that the browser gets that pressed a link's button, on the page with this form id.
    Pressed(&'a Token, &'a str),
}

impl Derived<'_> {
    /// The token. Without the portal's key nobody can make it, whatever secret they hold.
    pub(crate) fn token(self, portal: &Portal) -> Result<Token, PortalError> {
        let mac = match self {
            Self::Session(token) => portal.vault.mac("session of a draft", &token.hash()),
            Self::Resumed(token) => portal.vault.mac("resumed draft", &token.hash()),
            Self::Pressed(token, form_id) => {
                let mut bytes = token.hash();
                bytes.extend_from_slice(form_id.as_bytes());
                portal.vault.mac("pressed link", &bytes)
            }
        };
        Token::parse(&URL_SAFE_NO_PAD.encode(mac)).ok_or(PortalError::Unavailable)
    }
}

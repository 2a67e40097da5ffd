//! A browser as far as the portal can tell: cookies, Brotli, and forms that are sent. It reads no page.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use trials::{Trouble, must};

use crate::wire::{Reply, Wire};

/// Cookies and a connection.
pub(crate) struct Browser {
    wire: Wire,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) fn open(address: SocketAddr) -> Result<Self, Trouble> {
        Ok(Self {
            wire: Wire::open(address)?,
            cookies: BTreeMap::new(),
        })
    }

    /// The same connection in the hands of somebody who has never been here.
    pub(crate) fn forget(&mut self) {
        self.cookies.clear();
    }

    /// A page or a file, as a browser asks for it.
    pub(crate) fn get(&mut self, path: &str) -> Result<Reply, Trouble> {
        let lines = format!("Accept-Encoding: br\r\n{}", self.cookie_line());
        let reply = self.wire.get(path, &lines)?.whole()?;
        self.keep(&reply);
        Ok(reply)
    }

    /// Sends a form; answers where it leads.
    pub(crate) fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<String, Trouble> {
        let lines = format!("Accept-Encoding: br\r\n{}", self.cookie_line());
        let reply = self
            .wire
            .post(path, &lines, &form(fields))?
            .with_status(303)?;
        self.keep(&reply);
        Ok(reply.location().to_owned())
    }

    /// Sends a form that leads to a page, and opens it.
    pub(crate) fn go(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        next: &str,
    ) -> Result<(), Trouble> {
        let led = self.send(path, fields)?;
        must(led == next, || {
            format!("{path} leads to {led} instead of {next}")
        })?;
        self.get(next).map(drop)
    }

    fn cookie_line(&self) -> String {
        if self.cookies.is_empty() {
            return String::new();
        }
        let pairs: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        format!("Cookie: {}\r\n", pairs.join("; "))
    }

    fn keep(&mut self, reply: &Reply) {
        for line in reply.headers("set-cookie") {
            let pair = line.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Fields as a form sends them.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    pairs.join("&")
}

/// Everything but letters and digits as `%XX`.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_escaped() {
        assert_eq!(
            form(&[("phone", "+7 9"), ("name", "Я")]),
            "phone=%2B7%209&name=%D0%AF"
        );
    }
}

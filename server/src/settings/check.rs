//! What one key alone cannot show: combinations that must not start.

use super::Settings;

/// One clear line; the process ends with exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct SettingsError(pub(crate) String);

impl Settings {
    /// Address citizens see, without a trailing slash.
    pub(crate) fn public_url(&self) -> String {
        if self.portal.public_url.is_empty() {
            format!("http://{}", self.site.addr)
        } else {
            self.portal.public_url.trim_end_matches('/').to_owned()
        }
    }

    pub(crate) fn check(&self) -> Result<(), SettingsError> {
        self.check_public_url()?;
        self.check_outside_world()?;
        self.check_numbers()
    }

    fn check_public_url(&self) -> Result<(), SettingsError> {
        let url = self.public_url();
        let host = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"))
            .unwrap_or_default();
        if host.is_empty() || host.contains(['/', '?', '#', '@', ' ']) {
            return wrong(
                "portal",
                "public_url",
                "write scheme and host only, as in https://portal.example",
            );
        }
        Ok(())
    }

    /// The sandbox shows every code: it must not stand beside a portal strangers can reach.
    fn check_outside_world(&self) -> Result<(), SettingsError> {
        if self.sandbox.enabled {
            if !self.sandbox.addr.ip().is_loopback() || !self.sandbox.smtp_addr.ip().is_loopback() {
                return wrong("sandbox", "addr", "the sandbox listens on loopback only");
            }
            if !self.site.addr.ip().is_loopback() || !is_loopback(&self.public_url()) {
                return wrong(
                    "sandbox",
                    "enabled",
                    "switch the sandbox off before the portal gets a public address",
                );
            }
            if self.sandbox.external && self.sandbox.smtp_addr.port() == 0 {
                return wrong(
                    "sandbox",
                    "smtp_addr",
                    "an external sandbox needs its port here",
                );
            }
            return Ok(());
        }
        let urls = [
            ("mail", &self.mail.url),
            ("sms", &self.sms.url),
            ("voice", &self.voice.url),
        ];
        match urls.iter().find(|(_, url)| url.is_empty()) {
            Some((section, _)) => wrong(section, "url", "without the sandbox an address is needed"),
            None => Ok(()),
        }
    }

    fn check_numbers(&self) -> Result<(), SettingsError> {
        if self.password.min_length == 0 || self.password.min_length > self.password.max_length {
            return wrong(
                "password",
                "min_length",
                "must be at least 1 and at most max_length",
            );
        }
        if self.password.max_length > 1024 {
            return wrong("password", "max_length", "must be at most 1024");
        }
        if self.hashing.queue == 0 {
            return wrong("hashing", "queue", "must be at least 1");
        }
        if self.codes.tries == 0 || self.codes.lifetime_s == 0 {
            return wrong("codes", "tries", "tries and lifetime_s must be at least 1");
        }
        Ok(())
    }
}

fn is_loopback(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || name
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

fn wrong(section: &str, key: &str, why: &str) -> Result<(), SettingsError> {
    Err(SettingsError(format!("[{section}] {key}: {why}")))
}

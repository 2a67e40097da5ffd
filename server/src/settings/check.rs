//! What one key alone cannot show: combinations that must not start.

use domain::proofing::Method;

use crate::http::TrustedProxies;

use super::{Settings, ranges};

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
        self.check_addresses()?;
        self.check_uploads()?;
        self.check_tiles()?;
        self.check_methods()?;
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

    /// Ways that nobody serves must not be offered.
    fn check_methods(&self) -> Result<(), SettingsError> {
        let served = |code: &String| Method::from_code(code).is_some_and(Method::is_served);
        if self.identity.methods.iter().all(served) {
            return Ok(());
        }
        let codes = Method::ALL.into_iter().filter(|method| method.is_served());
        let codes: Vec<_> = codes.map(Method::code).collect();
        wrong(
            "identity",
            "methods",
            &format!("must be of {}", codes.join(", ")),
        )
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
            ("checks", &self.checks.url),
        ];
        match urls.iter().find(|(_, url)| url.is_empty()) {
            Some((section, _)) => wrong(section, "url", "without the sandbox an address is needed"),
            None => Ok(()),
        }
    }

    fn check_addresses(&self) -> Result<(), SettingsError> {
        if let Err(entry) = TrustedProxies::parse(&self.server.trusted_proxies) {
            let why = format!("«{entry}» is no address and no network");
            return wrong("server", "trusted_proxies", &why);
        }
        let urls: [(_, _, &[&str]); 5] = [
            (
                "database",
                &self.database.url,
                &["sqlite://", "postgres://", "postgresql://"],
            ),
            ("mail", &self.mail.url, &["smtp://", "smtps://"]),
            ("sms", &self.sms.url, &["http://", "https://"]),
            ("voice", &self.voice.url, &["http://", "https://"]),
            ("checks", &self.checks.url, &["http://", "https://"]),
        ];
        for (section, url, schemes) in urls {
            if !url.is_empty() && !schemes.iter().any(|scheme| url.starts_with(scheme)) {
                let why = format!("must begin with {}", schemes.join(" or "));
                return wrong(section, "url", &why);
            }
        }
        Ok(())
    }

    fn check_tiles(&self) -> Result<(), SettingsError> {
        let tiles = &self.centres.tiles;
        let is_address =
            begins(tiles, ["http://", "https://"]) && !tiles.contains([' ', ';', ',', '"']);
        let has_numbers = ["{z}", "{x}", "{y}"]
            .iter()
            .all(|number| tiles.contains(number));
        let is_fine = tiles.is_empty() || (is_address && has_numbers);
        if !is_fine {
            let example = "write an address as https://tiles.example/{z}/{x}/{y}.png";
            return wrong("centres", "tiles", example);
        }
        Ok(())
    }

    fn check_uploads(&self) -> Result<(), SettingsError> {
        let uploads = &self.uploads;
        if !begins(&uploads.url, ["file://", "s3://"]) {
            return wrong("uploads", "url", "must begin with file:// or s3://");
        }
        if !begins(&uploads.endpoint, ["http://", "https://"]) {
            return wrong("uploads", "endpoint", "must begin with http:// or https://");
        }
        let keyless = uploads.access_key.is_empty() || uploads.secret_key.is_empty();
        if uploads.url.starts_with("s3://") && keyless {
            return wrong(
                "uploads",
                "access_key",
                "s3:// needs access_key and secret_key",
            );
        }
        if !uploads.clamd.is_empty() && !accounts::upload::is_clamd_address(&uploads.clamd) {
            return wrong("uploads", "clamd", "write tcp://host:port or unix:///path");
        }
        Ok(())
    }

    fn check_numbers(&self) -> Result<(), SettingsError> {
        ranges::check(self)?;
        if self.password.min_length > self.password.max_length {
            return wrong("password", "min_length", "must be at most max_length");
        }
        if self.hashing.memory_kib < 8 * self.hashing.parallelism {
            return wrong("hashing", "memory_kib", "must be at least 8 for each lane");
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

/// Empty addresses stand for a default.
fn begins(url: &str, schemes: [&str; 2]) -> bool {
    url.is_empty() || schemes.iter().any(|scheme| url.starts_with(scheme))
}

fn wrong(section: &str, key: &str, why: &str) -> Result<(), SettingsError> {
    Err(SettingsError(format!("[{section}] {key}: {why}")))
}

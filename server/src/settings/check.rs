//! What one key alone cannot show: combinations that must not start.

use crate::http::TrustedProxies;

use super::Settings;

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;
const MONTH_S: i64 = 31 * DAY_S;
const YEAR_S: i64 = 366 * DAY_S;
const MEBIBYTE: i64 = 1 << 20;
/// More than any limit that limits.
const MANY: i64 = 1_000_000_000;

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

    fn check_addresses(&self) -> Result<(), SettingsError> {
        if let Err(entry) = TrustedProxies::parse(&self.server.trusted_proxies) {
            let why = format!("«{entry}» is no address and no network");
            return wrong("server", "trusted_proxies", &why);
        }
        let urls: [(_, _, &[&str]); 4] = [
            (
                "database",
                &self.database.url,
                &["sqlite://", "postgres://", "postgresql://"],
            ),
            ("mail", &self.mail.url, &["smtp://", "smtps://"]),
            ("sms", &self.sms.url, &["http://", "https://"]),
            ("voice", &self.voice.url, &["http://", "https://"]),
        ];
        for (section, url, schemes) in urls {
            if !url.is_empty() && !schemes.iter().any(|scheme| url.starts_with(scheme)) {
                let why = format!("must begin with {}", schemes.join(" or "));
                return wrong(section, "url", &why);
            }
        }
        Ok(())
    }

    fn check_numbers(&self) -> Result<(), SettingsError> {
        for (section, key, value, least, most) in self.numbers() {
            if value < least || value > most {
                let why = format!("must be from {least} to {most}");
                return wrong(section, key, &why);
            }
        }
        if self.password.min_length > self.password.max_length {
            return wrong("password", "min_length", "must be at most max_length");
        }
        if self.hashing.memory_kib < 8 * self.hashing.parallelism {
            return wrong("hashing", "memory_kib", "must be at least 8 for each lane");
        }
        Ok(())
    }

    /// Section, key, value, least, most.
    fn numbers(&self) -> [(&'static str, &'static str, i64, i64, i64); 25] {
        let (hashing, codes, limits) = (&self.hashing, &self.codes, &self.limits);
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        [
            (
                "server",
                "body_limit",
                count(self.server.body_limit),
                4_096,
                MEBIBYTE,
            ),
            (
                "server",
                "timeout_s",
                self.server.timeout_s.cast_signed(),
                1,
                HOUR_S,
            ),
            (
                "password",
                "min_length",
                self.password.min_length.into(),
                1,
                1_024,
            ),
            (
                "password",
                "max_length",
                self.password.max_length.into(),
                1,
                1_024,
            ),
            ("hashing", "threads", count(hashing.threads), 0, 256),
            ("hashing", "queue", count(hashing.queue), 1, 100_000),
            (
                "hashing",
                "memory_kib",
                hashing.memory_kib.into(),
                8,
                MEBIBYTE * 4,
            ),
            ("hashing", "iterations", hashing.iterations.into(), 1, 1_000),
            ("hashing", "parallelism", hashing.parallelism.into(), 1, 64),
            ("codes", "lifetime_s", codes.lifetime_s, 1, DAY_S),
            (
                "codes",
                "link_lifetime_s",
                codes.link_lifetime_s,
                1,
                MONTH_S,
            ),
            ("codes", "tries", codes.tries.into(), 1, 100),
            ("codes", "resend_after_s", codes.resend_after_s, 0, HOUR_S),
            (
                "codes",
                "call_after_resends",
                codes.call_after_resends.into(),
                0,
                100,
            ),
            (
                "session",
                "lifetime_s",
                self.session.lifetime_s,
                60,
                MONTH_S,
            ),
            (
                "session",
                "foreign_idle_s",
                self.session.foreign_idle_s,
                60,
                DAY_S,
            ),
            ("drafts", "lifetime_s", self.drafts.lifetime_s, 60, YEAR_S),
            (
                "limits",
                "sign_in_free_failures",
                limits.sign_in_free_failures.into(),
                0,
                1_000,
            ),
            (
                "limits",
                "sign_in_delay_s",
                limits.sign_in_delay_s,
                0,
                HOUR_S,
            ),
            (
                "limits",
                "sign_in_delay_max_s",
                limits.sign_in_delay_max_s,
                0,
                DAY_S,
            ),
            (
                "limits",
                "sends_per_contact_hour",
                limits.sends_per_contact_hour.into(),
                1,
                MANY,
            ),
            (
                "limits",
                "sends_per_contact_day",
                limits.sends_per_contact_day.into(),
                1,
                MANY,
            ),
            (
                "limits",
                "sends_per_address_hour",
                limits.sends_per_address_hour.into(),
                1,
                MANY,
            ),
            (
                "limits",
                "drafts_per_address_hour",
                limits.drafts_per_address_hour.into(),
                1,
                MANY,
            ),
            (
                "limits",
                "requests_per_address_minute",
                limits.requests_per_address_minute.into(),
                1,
                MANY,
            ),
        ]
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

//! From where to where the numbers of the settings may go.

use std::ops::RangeInclusive;

use super::{Settings, SettingsError};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;
const DAY_MS: i64 = DAY_S * 1_000;
const MONTH_S: i64 = 31 * DAY_S;
const YEAR_S: i64 = 366 * DAY_S;
const MEBIBYTE: i64 = 1 << 20;
/// More than any limit that limits.
const MANY: i64 = 1_000_000_000;

/// Section, key, range. A test finds every number of the settings here.
const RANGES: [(&str, &str, RangeInclusive<i64>); 59] = [
    ("server", "body_limit", 4_096..=MEBIBYTE),
    ("server", "timeout_s", 1..=HOUR_S),
    ("checks", "poll_first_ms", 1..=DAY_MS),
    ("checks", "poll_max_ms", 1..=DAY_MS),
    ("checks", "retry_first_ms", 1..=DAY_MS),
    ("checks", "retry_max_ms", 1..=DAY_MS),
    ("checks", "failures", 1..=1_000),
    ("checks", "calls_per_minute", 1..=MANY),
    ("checks", "usual_s", 1..=MONTH_S),
    ("checks", "hint_after_s", 0..=YEAR_S),
    ("checks", "review_after_s", 1..=YEAR_S),
    ("uploads", "clamd_timeout_s", 1..=HOUR_S),
    ("uploads", "max_files", 1..=100),
    ("uploads", "max_bytes", 1_024..=64 * MEBIBYTE),
    ("uploads", "max_megapixels", 1..=400),
    ("uploads", "timeout_s", 1..=HOUR_S),
    ("password", "min_length", 1..=1_024),
    ("password", "max_length", 1..=1_024),
    ("hashing", "threads", 0..=256),
    ("hashing", "queue", 1..=100_000),
    ("hashing", "memory_kib", 8..=4 * MEBIBYTE),
    ("hashing", "iterations", 1..=1_000),
    ("hashing", "parallelism", 1..=64),
    ("codes", "lifetime_s", 1..=DAY_S),
    ("codes", "link_lifetime_s", 1..=MONTH_S),
    ("codes", "tries", 1..=100),
    ("codes", "resend_after_s", 0..=HOUR_S),
    ("codes", "call_after_resends", 0..=100),
    ("session", "lifetime_s", 1..=MONTH_S),
    ("session", "foreign_idle_s", 1..=DAY_S),
    ("desk", "lifetime_s", 1..=DAY_S),
    ("desk", "idle_s", 1..=DAY_S),
    ("desk", "lease_s", 1..=DAY_S),
    ("desk", "password_min_length", 12..=1_024),
    ("desk", "reception_s", 60..=DAY_S),
    ("desk", "receptions_per_hour", 1..=MANY),
    ("desk", "misses_per_hour", 1..=MANY),
    ("desk", "restoration_s", 0..=MONTH_S),
    ("identity", "route_days", 1..=366),
    ("identity", "code_days", 1..=366),
    ("identity", "code_tries", 1..=100),
    ("identity", "access_days", 1..=366),
    ("visits", "hold_s", 1..=DAY_S),
    ("visits", "visit_minutes", 5..=240),
    ("visits", "days_ahead", 0..=366),
    ("visits", "lead_minutes", 0..=10_080),
    ("drafts", "lifetime_s", 1..=YEAR_S),
    ("drafts", "profile_lifetime_s", 1..=10 * YEAR_S),
    ("limits", "sign_in_free_failures", 0..=1_000),
    ("limits", "sign_in_delay_s", 0..=HOUR_S),
    ("limits", "sign_in_delay_max_s", 0..=DAY_S),
    ("limits", "sends_per_contact_hour", 1..=MANY),
    ("limits", "sends_per_contact_day", 1..=MANY),
    ("limits", "sends_per_address_hour", 1..=MANY),
    ("limits", "drafts_per_address_hour", 1..=MANY),
    ("limits", "checks_per_account_day", 1..=MANY),
    ("limits", "holds_per_account_day", 1..=MANY),
    ("limits", "identity_codes_per_account_day", 1..=MANY),
    ("limits", "requests_per_address_minute", 1..=MANY),
];

/// Fails at the first number that is out of its range.
pub(super) fn check(settings: &Settings) -> Result<(), SettingsError> {
    let table =
        toml::Table::try_from(settings).map_err(|error| SettingsError(error.to_string()))?;
    for (section, key, range) in RANGES {
        let value = table[section][key].as_integer();
        if !value.is_some_and(|value| range.contains(&value)) {
            let (least, most) = range.into_inner();
            let line = format!("[{section}] {key}: must be from {least} to {most}");
            return Err(SettingsError(line));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_range() {
        let table = toml::Table::try_from(Settings::default()).unwrap();
        let numbers = table.iter().flat_map(|(section, keys)| {
            let keys = keys.as_table().unwrap().iter();
            keys.filter(|(_, value)| value.is_integer())
                .map(move |(key, _)| (section.as_str(), key.as_str()))
        });
        let ranged: Vec<_> = RANGES
            .iter()
            .map(|(section, key, _)| (*section, *key))
            .collect();
        let missing: Vec<_> = numbers.filter(|number| !ranged.contains(number)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

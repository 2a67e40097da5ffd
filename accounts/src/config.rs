//! Settings of the portal, one small struct for a section of `Leptos.toml`. What each key means
//! stands there; what it is by default stands in both, and a test of `server` keeps them equal.

use serde::{Deserialize, Serialize};

use crate::centre::Directory;

/// Everything the use cases, the worker and the adapters are configured with.
#[derive(Clone, Debug, Default)]
pub struct PortalConfig {
    /// Scheme and host citizens see, without a trailing slash.
    pub public_url: String,
    /// `[password]`
    pub password: Password,
    /// `[hashing]`
    pub hashing: Hashing,
    /// `[codes]`
    pub codes: Codes,
    /// `[session]`
    pub session: Session,
    /// `[desk]`
    pub desk: Desk,
    /// `[drafts]`
    pub drafts: Drafts,
    /// `[limits]`
    pub limits: Limits,
    /// `[mail]`
    pub mail: Mail,
    /// `[sms]`
    pub sms: Sms,
    /// `[voice]`
    pub voice: Voice,
    /// `[checks]`
    pub checks: Checks,
    /// `[uploads]`
    pub uploads: Uploads,
    /// `[visits]`
    pub visits: Visits,
    /// `[identity]`
    pub identity: Identity,
    /// What `[centres]` leads to, as it was loaded at the start; [`crate::Portal::centres`] is what it is now.
    pub centres: Directory,
}

/// `[password]`: which passwords are accepted (D-02).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Password {
    /// Shortest password, in characters.
    pub min_length: u32,
    /// Longest password, in characters.
    pub max_length: u32,
    /// Demand a Latin capital letter.
    pub require_upper: bool,
    /// Demand a Latin small letter.
    pub require_lower: bool,
    /// Demand a digit.
    pub require_digit: bool,
    /// Demand a sign.
    pub require_symbol: bool,
    /// Refuse weak passwords instead of warning.
    pub refuse_weak: bool,
}

impl Default for Password {
    fn default() -> Self {
        Self {
            min_length: 8,
            max_length: 128,
            require_upper: true,
            require_lower: true,
            require_digit: true,
            require_symbol: true,
            refuse_weak: false,
        }
    }
}

/// `[hashing]`: the pool that hashes passwords.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hashing {
    /// Threads; 0 means one for every core.
    pub threads: usize,
    /// Passwords that may wait for a thread.
    pub queue: usize,
    /// Argon2id memory, in KiB.
    pub memory_kib: u32,
    /// Argon2id passes.
    pub iterations: u32,
    /// Argon2id lanes.
    pub parallelism: u32,
}

impl Default for Hashing {
    fn default() -> Self {
        Self {
            threads: 0,
            queue: 64,
            memory_kib: 19_456,
            iterations: 2,
            parallelism: 1,
        }
    }
}

/// `[codes]`: codes and links that prove a contact (P-01 … P-04).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Codes {
    /// Lifetime of a code, in seconds.
    pub lifetime_s: i64,
    /// Lifetime of the link in a letter, in seconds.
    pub link_lifetime_s: i64,
    /// Wrong codes per contact and draft before its codes end.
    pub tries: u32,
    /// Seconds until a code can be sent again.
    pub resend_after_s: i64,
    /// Messages sent again before a call is offered.
    pub call_after_resends: u32,
}

impl Default for Codes {
    fn default() -> Self {
        Self {
            lifetime_s: 600,
            link_lifetime_s: 86_400,
            tries: 5,
            resend_after_s: 60,
            call_after_resends: 2,
        }
    }
}

/// `[session]`: how long a citizen stays signed in (P-08).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Session {
    /// Longest session, in seconds.
    pub lifetime_s: i64,
    /// Idle time that ends a session on someone else's computer, in seconds.
    pub foreign_idle_s: i64,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            lifetime_s: 86_400,
            foreign_idle_s: 900,
        }
    }
}

/// `[desk]`: operators, and how they work on cases.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Desk {
    /// Longest session, in seconds.
    pub lifetime_s: i64,
    /// Idle time that ends a session, in seconds.
    pub idle_s: i64,
    /// How long a case stays with who has taken it, in seconds.
    pub lease_s: i64,
    /// Shortest password of an operator, in characters.
    pub password_min_length: u32,
    /// How long what a citizen has told stays before an operator's eyes, in seconds.
    pub reception_s: i64,
    /// Citizens that one operator may look up in an hour.
    pub receptions_per_hour: u32,
    /// Look-ups in an hour that may find nobody.
    pub misses_per_hour: u32,
    /// How long restored access waits where no second operator agrees, in seconds.
    pub restoration_s: i64,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            lifetime_s: 28_800,
            idle_s: 900,
            lease_s: 900,
            password_min_length: 12,
            reception_s: 14_400,
            receptions_per_hour: 40,
            misses_per_hour: 15,
            restoration_s: 86_400,
        }
    }
}

/// `[visits]`: visits to centres that citizens book (R-CTR-05).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Visits {
    /// How long a time is held while it is being booked, in seconds (P-16).
    pub hold_s: i64,
    /// Length of a visit, in minutes.
    pub visit_minutes: u16,
    /// How many days ahead visits can be booked.
    pub days_ahead: u32,
    /// How many minutes before it begins a visit can be booked at the latest.
    pub lead_minutes: u32,
}

impl Default for Visits {
    fn default() -> Self {
        Self {
            hold_s: 600,
            visit_minutes: 15,
            days_ahead: 30,
            lead_minutes: 30,
        }
    }
}

/// `[identity]`: proof of identity (D-34, P-05).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Identity {
    /// The ways that are open, by the codes of [`domain::proofing::Method`].
    pub methods: Vec<String>,
    /// How long the code to show at a desk lives, in days.
    pub route_days: u32,
    /// How long an identity code lives, in days.
    pub code_days: u32,
    /// Wrong identity codes before the right one ends.
    pub code_tries: u32,
    /// How long the code for one sign-in lives that a centre hands out, in days (D-54).
    pub access_days: u32,
}

impl Default for Identity {
    fn default() -> Self {
        Self {
            methods: ["centre", "post_office", "representative"]
                .map(str::to_owned)
                .into(),
            route_days: 90,
            code_days: 90,
            code_tries: 5,
            access_days: 30,
        }
    }
}

/// `[drafts]`: unfinished flows (P-11).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Drafts {
    /// Lifetime of an unfinished flow, in seconds.
    pub lifetime_s: i64,
    /// Lifetime of personal data that were typed and not sent, counted from the last change, in seconds.
    pub profile_lifetime_s: i64,
}

impl Default for Drafts {
    fn default() -> Self {
        Self {
            lifetime_s: 259_200,
            profile_lifetime_s: 31_536_000,
        }
    }
}

/// `[limits]`: how much one contact, account or address may do (P-06).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// `false` lifts every limit and delay.
    pub enabled: bool,
    /// Failed sign-ins per account or address before the delay begins.
    pub sign_in_free_failures: u32,
    /// First delay after that, in seconds; it doubles with each failure.
    pub sign_in_delay_s: i64,
    /// Longest delay, in seconds.
    pub sign_in_delay_max_s: i64,
    /// Codes sent to one contact in an hour.
    pub sends_per_contact_hour: u32,
    /// Codes sent to one contact in a day.
    pub sends_per_contact_day: u32,
    /// Codes asked for from one address in an hour.
    pub sends_per_address_hour: u32,
    /// Registrations begun from one address in an hour.
    pub drafts_per_address_hour: u32,
    /// Profiles that one account may send to the registries in a day.
    pub checks_per_account_day: u32,
    /// Times of centres that one account may hold in a day.
    pub holds_per_account_day: u32,
    /// Identity codes that one account may type in a day.
    pub identity_codes_per_account_day: u32,
    /// Requests from one address in a minute.
    pub requests_per_address_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            enabled: true,
            sign_in_free_failures: 3,
            sign_in_delay_s: 2,
            sign_in_delay_max_s: 900,
            sends_per_contact_hour: 6,
            sends_per_contact_day: 15,
            sends_per_address_hour: 60,
            drafts_per_address_hour: 60,
            checks_per_account_day: 10,
            holds_per_account_day: 40,
            identity_codes_per_account_day: 20,
            requests_per_address_minute: 600,
        }
    }
}

/// `[mail]`: letters over SMTP.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// `smtp://` or `smtps://` address of the mail server.
    pub url: String,
    /// Sender of every letter.
    pub from: String,
}

impl Default for Mail {
    fn default() -> Self {
        Self {
            url: String::new(),
            from: "Ступени <noreply@stupeni.example>".into(),
        }
    }
}

/// `[sms]`: the SMS gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sms {
    /// Address messages are posted to.
    pub url: String,
}

/// `[voice]`: the voice gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Voice {
    /// Address calls are posted to.
    pub url: String,
}

/// `[checks]`: the registries that check a profile, and how long they may take (D-05).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Checks {
    /// Address of the registries' gateway.
    pub url: String,
    /// First pause before a registry is asked for its answer, in milliseconds; it doubles each time.
    pub poll_first_ms: i64,
    /// Longest such pause, in milliseconds.
    pub poll_max_ms: i64,
    /// First pause after a registry failed, in milliseconds; it doubles each time.
    pub retry_first_ms: i64,
    /// Longest such pause, in milliseconds.
    pub retry_max_ms: i64,
    /// Failed answers in a row after which a specialist looks at the check.
    pub failures: u32,
    /// Calls to one registry in a minute.
    pub calls_per_minute: u32,
    /// What a check usually takes, in seconds.
    pub usual_s: i64,
    /// Seconds after which the page names the ways to people (R-CHK-17).
    pub hint_after_s: i64,
    /// Seconds after which a specialist looks at the check.
    pub review_after_s: i64,
}

impl Default for Checks {
    fn default() -> Self {
        Self {
            url: String::new(),
            poll_first_ms: 1_000,
            poll_max_ms: 300_000,
            retry_first_ms: 1_000,
            retry_max_ms: 300_000,
            failures: 5,
            calls_per_minute: 600,
            usual_s: 900,
            hint_after_s: 432_000,
            review_after_s: 864_000,
        }
    }
}

/// `[uploads]`: files that citizens send (P-09, D-31, D-32).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Uploads {
    /// `file://folder` or `s3://bucket/prefix`. The server puts the data folder for an empty one.
    pub url: String,
    /// Address of an S3-compatible store; empty: Amazon's own.
    pub endpoint: String,
    /// Region that requests are signed for.
    pub region: String,
    /// Name of the store's key.
    pub access_key: String,
    /// The store's key.
    pub secret_key: String,
    /// `tcp://host:port` or `unix://path` of clamd; empty: files are not checked for viruses.
    pub clamd: String,
    /// Longest time such a check may take, in seconds.
    pub clamd_timeout_s: u64,
    /// Files of one request.
    pub max_files: u32,
    /// Largest file, in bytes.
    pub max_bytes: u32,
    /// Largest picture, in millions of pixels.
    pub max_megapixels: u32,
    /// Longest time a file may be on its way, in seconds: networks are bad.
    pub timeout_s: u64,
}

impl Default for Uploads {
    fn default() -> Self {
        Self {
            url: String::new(),
            endpoint: String::new(),
            region: "us-east-1".into(),
            access_key: String::new(),
            secret_key: String::new(),
            clamd: String::new(),
            clamd_timeout_s: 30,
            max_files: 5,
            max_bytes: 5_242_880,
            max_megapixels: 40,
            timeout_s: 300,
        }
    }
}

//! The rows of checks.

use domain::check::Stage;
use domain::profile::ProfileField;
use domain::registry::{Outcome, Registry};

use crate::clock::Instant;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::registry_check as sql;
use crate::store::{Connection, Row};

/// What one registry is asked about one version of a profile.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) id: String,
    pub(crate) profile_id: String,
    pub(crate) registry: Registry,
    /// `None`: another version has taken its place.
    pub(crate) stage: Option<Stage>,
    /// What the registry itself said, also while a specialist looks.
    pub(crate) outcome: Option<Outcome>,
    /// Digest of the data it was asked about.
    pub(crate) subject_mac: Vec<u8>,
    /// The fields that differ.
    pub(crate) fields: Vec<ProfileField>,
    /// Key of the request, the same for every repeat.
    pub(crate) key: String,
    pub(crate) ticket: Option<String>,
    /// Answers in a row that the registry had failed.
    pub(crate) failures: i64,
    /// Calls since something new came.
    pub(crate) polls: i64,
    pub(crate) begun_at: Instant,
    pub(crate) asked_at: Option<Instant>,
    pub(crate) answered_at: Option<Instant>,
}

impl Check {
    /// Reads the columns id, profile_id, registry, state, subject_mac, outcome, fields, key, ticket, failures,
    /// polls, begun_at, asked_at, answered_at.
    pub(super) fn read(row: &Row) -> Result<Self, PortalError> {
        let outcome = row.opt_text(5)?;
        let outcome = outcome.as_deref().and_then(Outcome::from_code);
        Ok(Self {
            id: row.text(0)?,
            profile_id: row.text(1)?,
            registry: Registry::from_code(&row.text(2)?).ok_or(PortalError::Unavailable)?,
            stage: match row.text(3)?.as_str() {
                "asking" => Some(Stage::Asking),
                "waiting" => Some(Stage::Waiting),
                "review" => Some(Stage::Review),
                "answered" => Some(Stage::Answered(outcome.ok_or(PortalError::Unavailable)?)),
                _ => None,
            },
            subject_mac: row.blob(4)?,
            outcome,
            fields: read_fields(&row.text(6)?),
            key: row.text(7)?,
            ticket: row.opt_text(8)?,
            failures: row.int(9)?,
            polls: row.int(10)?,
            begun_at: row.instant(11)?,
            asked_at: row.opt_instant(12)?,
            answered_at: row.opt_instant(13)?,
        })
    }
}

fn read_fields(codes: &str) -> Vec<ProfileField> {
    codes
        .split(',')
        .filter_map(ProfileField::from_code)
        .collect()
}

/// The names of fields as the store keeps them.
pub(super) fn written_fields(fields: &[ProfileField]) -> String {
    let codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    codes.join(",")
}

/// A new check, due at once.
pub(super) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    profile_id: &str,
    registry: Registry,
    subject_mac: &[u8],
) -> Result<(), PortalError> {
    let new = || new_id(&*portal.clock, &*portal.rng);
    let values = [
        new().into(),
        profile_id.into(),
        registry.code().into(),
        subject_mac.into(),
        new().into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(())
}

/// The checks of a version, in the order of the timeline.
pub(crate) async fn list(c: &mut Connection, profile_id: &str) -> Result<Vec<Check>, PortalError> {
    let rows = c.fetch_all(sql::LIST, &[profile_id.into()]).await?;
    let mut checks = rows
        .iter()
        .map(Check::read)
        .collect::<Result<Vec<_>, _>>()?;
    checks.sort_by_key(|check| check.registry);
    Ok(checks)
}

/// One check, which must exist.
pub(crate) async fn load(c: &mut Connection, id: &str) -> Result<Check, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[id.into()]).await?;
    Check::read(&row.ok_or(PortalError::Unavailable)?)
}

/// Asks the registry as if it had never been asked: under a new key, with all its time.
pub(crate) async fn ask_anew(
    c: &mut Connection,
    portal: &Portal,
    check: &Check,
) -> Result<(), PortalError> {
    let values = [
        check.id.as_str().into(),
        new_id(&*portal.clock, &*portal.rng).into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::ASK_ANEW, &values).await?;
    Ok(())
}

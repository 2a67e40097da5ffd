//! The rows of profiles: versions that never change.

use domain::profile::Values;

use crate::account::Account;
use crate::clock::Instant;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::profile as sql;
use crate::store::{Connection, Row};
use crate::vault::{AccountKey, Cell};

/// What has become of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileState {
    /// The registries are at it.
    Checking,
    /// Something is to be corrected.
    Failed,
    /// Its SNILS belongs to another account.
    Claimed,
    /// The person is who they say.
    Passed,
    /// A later version has taken its place.
    Superseded,
}

impl ProfileState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Checking,
        Self::Failed,
        Self::Claimed,
        Self::Passed,
        Self::Superseded,
    ];

    /// Name in the store.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Failed => "failed",
            Self::Claimed => "claimed",
            Self::Passed => "passed",
            Self::Superseded => "superseded",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// One version of what a citizen has sent to be checked.
pub(crate) struct Profile {
    pub(crate) id: String,
    pub(crate) account_id: String,
    pub(crate) number: i64,
    pub(crate) state: ProfileState,
    pub(crate) submitted_at: Instant,
    pub(crate) decided_at: Option<Instant>,
    payload: Vec<u8>,
}

impl Profile {
    /// Reads the columns id, account_id, number, payload, state, submitted_at, decided_at.
    fn read(row: &Row) -> Result<Self, PortalError> {
        Ok(Self {
            id: row.text(0)?,
            account_id: row.text(1)?,
            number: row.int(2)?,
            payload: row.blob(3)?,
            state: ProfileState::from_code(&row.text(4)?).ok_or(PortalError::Unavailable)?,
            submitted_at: row.instant(5)?,
            decided_at: row.opt_instant(6)?,
        })
    }

    /// The canonical values, opened with the account's key.
    pub(crate) fn values(&self, key: &AccountKey) -> Result<Values, PortalError> {
        let plain = key.open(cell(&self.id), &self.payload)?;
        serde_json::from_slice(&plain).map_err(|_| PortalError::Unavailable)
    }
}

/// The newest version of an account.
pub(crate) async fn find_latest(
    c: &mut Connection,
    account_id: &str,
) -> Result<Option<Profile>, PortalError> {
    let row = c
        .fetch_optional(sql::FIND_LATEST, &[account_id.into()])
        .await?;
    row.map(|row| Profile::read(&row)).transpose()
}

/// One version, which must exist.
pub(crate) async fn load(c: &mut Connection, id: &str) -> Result<Profile, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[id.into()]).await?;
    Profile::read(&row.ok_or(PortalError::Unavailable)?)
}

/// A new version after `former`; answers its id.
pub(crate) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    former: Option<&Profile>,
    values: &Values,
) -> Result<String, PortalError> {
    let id = new_id(&*portal.clock, &*portal.rng);
    let plain = serde_json::to_vec(values).map_err(|_| PortalError::Unavailable)?;
    let row = [
        id.as_str().into(),
        account.id.as_str().into(),
        former.map_or(1, |former| former.number + 1).into(),
        account.key.seal(cell(&id), &plain, &*portal.rng).into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::INSERT, &row).await?;
    Ok(id)
}

/// What has become of a version.
pub(crate) async fn set_state(
    c: &mut Connection,
    portal: &Portal,
    id: &str,
    state: ProfileState,
) -> Result<(), PortalError> {
    let decided_at = (state != ProfileState::Checking).then(|| portal.clock.now());
    let values = [id.into(), state.code().into(), decided_at.into()];
    c.execute(sql::SET_STATE, &values).await?;
    Ok(())
}

fn cell(profile_id: &str) -> Cell<'_> {
    Cell {
        table: "profile",
        column: "payload",
        row: profile_id,
    }
}

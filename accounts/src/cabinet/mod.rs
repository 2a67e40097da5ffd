//! The cabinet's pages: what they show. Nothing here writes.

mod page;

pub(crate) use page::contact_rows;

use domain::field::contact::ContactKind;
use domain::level::AssuranceLevel;
use domain::profile::Values;

use crate::clock::Instant;
use crate::enrolment::ContactView;
use crate::error::PortalError;
use crate::flash::Flash;
use crate::journal::Event;
use crate::portal::Portal;
use crate::profile::ProfileState;
use crate::task;
use crate::visit::Visit;

/// One kind of contact of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// Phone or e-mail.
    pub kind: ContactKind,
    /// The contact; `None`: not given.
    pub contact: Option<ContactView>,
    /// It is confirmed.
    pub confirmed: bool,
    /// A new one that waits for its code.
    pub pending: Option<ContactView>,
}

/// `/cabinet`.
#[derive(Clone, Debug)]
pub struct CabinetView {
    /// «Фамилия Имя Отчество»
    pub full_name: String,
    /// Level of the account.
    pub level: AssuranceLevel,
    /// Number of the account, twelve digits.
    pub reference: String,
    /// Phone first, then e-mail.
    pub contacts: Vec<ContactRow>,
    /// What has become of the personal data that were sent last.
    pub profile: Option<ProfileState>,
    /// Personal data are begun and not sent.
    pub has_profile_draft: bool,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// Everything stored about the citizen.
#[derive(Clone, Debug)]
pub struct AttributesView {
    /// Level of the account.
    pub level: AssuranceLevel,
    /// Number of the account.
    pub reference: String,
    /// When it was made.
    pub created_at: Instant,
    /// The attributes by the names of their fields.
    pub attributes: Values,
    /// Numbers of the further documents, by their codes.
    pub further: Values,
    /// Phone first, then e-mail.
    pub contacts: Vec<ContactRow>,
    /// Documents accepted: code, version, when.
    pub consents: Vec<ConsentRow>,
}

/// An accepted document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRow {
    /// Code: `personal_data`, `terms`, `privacy`.
    pub document: String,
    /// Its version.
    pub version: String,
    /// When.
    pub accepted_at: Instant,
}

/// One session in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Id, for «Завершить».
    pub id: String,
    /// The browser's own name as it was sent; the page shortens it.
    pub user_agent: String,
    /// Address of the client.
    pub address: String,
    /// Signed in.
    pub created_at: Instant,
    /// Last used.
    pub seen_at: Instant,
    /// «Чужой компьютер».
    pub foreign_computer: bool,
    /// This very session.
    pub current: bool,
}

/// One entry of the own journal, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRow {
    /// When.
    pub at: Instant,
    /// What happened.
    pub event: Event,
}

/// `/cabinet/security`.
#[derive(Clone, Debug)]
pub struct SecurityView {
    /// The current session first, then the newest.
    pub sessions: Vec<SessionRow>,
    /// The last entries of the own journal.
    pub journal: Vec<JournalRow>,
    /// When the password was set.
    pub password_changed_at: Instant,
    /// A centre gives access back: from when on its code works.
    pub restoration_from: Option<Instant>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// `/cabinet`.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn home(portal: &Portal, visit: &Visit) -> Result<CabinetView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(page::home(c, p, v))).await
}

/// `/cabinet/data`.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn all_attributes(portal: &Portal, visit: &Visit) -> Result<AttributesView, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(page::all_attributes(c, p, v))
    })
    .await
}

/// `/cabinet/security`.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn security(portal: &Portal, visit: &Visit) -> Result<SecurityView, PortalError> {
    task::read(portal, visit, |c, p, v| Box::pin(page::security(c, p, v))).await
}

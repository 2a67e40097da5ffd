//! Reading what the cabinet's pages show.

use domain::field::contact::ContactKind;

use super::{
    AttributesView, CabinetView, ConsentRow, ContactRow, JournalRow, SecurityView, SessionRow,
};
use crate::account::{self, Account};
use crate::draft::{self, DraftFlow};
use crate::enrolment::ContactView;
use crate::error::PortalError;
use crate::flash;
use crate::journal;
use crate::portal::Portal;
use crate::profile;
use crate::session::{self, Session};
use crate::store::Connection;
use crate::store::statement::{
    consent as consent_sql, credential as credential_sql, session as session_sql,
};
use crate::temporary_code;
use crate::visit::Visit;

/// Entries of the own journal that one page shows.
const JOURNAL_ROWS: u32 = 50;

async fn signed_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<(Session, Account), PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    Ok((session, account))
}

pub(super) async fn home(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<CabinetView, PortalError> {
    let (_, account) = signed_in(c, portal, visit).await?;
    let names = account::names(c, &account.id, &account.key).await?;
    Ok(CabinetView {
        full_name: names.full(),
        level: account.level,
        contacts: contact_rows(c, portal, &account).await?,
        profile: profile::find_latest(c, &account.id)
            .await?
            .map(|latest| latest.state),
        has_profile_draft: draft::find_by_account(c, portal, DraftFlow::PersonalData, &account.id)
            .await?
            .is_some(),
        reference: account.reference,
        flash: flash::read(portal, visit),
    })
}

/// Phone first, then e-mail.
pub(crate) async fn contact_rows(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
) -> Result<Vec<ContactRow>, PortalError> {
    let contacts = account::contacts(c, &account.id, &account.key).await?;
    let mut rows = Vec::new();
    for kind in ContactKind::ALL {
        let own = contacts.iter().find(|own| own.kind == kind);
        let draft =
            draft::find_by_account(c, portal, DraftFlow::Contact(kind), &account.id).await?;
        let contact = own.and_then(|own| ContactView::of_stored(&own.contact));
        let pending = draft
            .and_then(|draft| draft.payload.contact())
            .map(|contact| ContactView::of(&contact));
        rows.push(ContactRow {
            kind,
            confirmed: own.is_some_and(|own| own.confirmed_at.is_some()),
            pending: pending.filter(|pending| contact.as_ref() != Some(pending)),
            contact,
        });
    }
    Ok(rows)
}

pub(super) async fn all_attributes(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<AttributesView, PortalError> {
    let (_, account) = signed_in(c, portal, visit).await?;
    let mut consents = Vec::new();
    for row in c
        .fetch_all(consent_sql::LIST, &[account.id.as_str().into()])
        .await?
    {
        consents.push(ConsentRow {
            document: row.text(0)?,
            version: row.text(1)?,
            accepted_at: row.instant(2)?,
        });
    }
    Ok(AttributesView {
        level: account.level,
        created_at: account.created_at,
        attributes: account::attributes(c, &account.id, &account.key).await?,
        further: account::further_documents(c, &account.id, &account.key).await?,
        contacts: contact_rows(c, portal, &account).await?,
        consents,
        reference: account.reference,
    })
}

pub(super) async fn security(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<SecurityView, PortalError> {
    let (session, account) = signed_in(c, portal, visit).await?;
    let id = account.id.as_str();
    let row = c
        .fetch_optional(credential_sql::LOAD, &[id.into()])
        .await?
        .ok_or(PortalError::Unavailable)?;
    let entries = journal::list_own_in(c, id, JOURNAL_ROWS).await?;
    Ok(SecurityView {
        sessions: session_rows(c, portal, &account, &session).await?,
        journal: entries
            .into_iter()
            .map(|entry| JournalRow {
                at: entry.at,
                event: entry.event,
            })
            .collect(),
        password_changed_at: row.instant(1)?,
        restoration_from: temporary_code::find(c, id)
            .await?
            .map(|code| code.valid_from),
        flash: flash::read(portal, visit),
    })
}

async fn session_rows(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    current: &Session,
) -> Result<Vec<SessionRow>, PortalError> {
    let mut rows = Vec::new();
    for row in c
        .fetch_all(session_sql::LIST, &[account.id.as_str().into()])
        .await?
    {
        let (id, seen_at, foreign_computer) = (row.text(0)?, row.instant(2)?, row.flag(4)?);
        if !session::is_alive(portal, row.instant(3)?, seen_at, foreign_computer) {
            continue;
        }
        let origin = session::open_origin(&account.key, &id, &row.blob(5)?)?;
        rows.push(SessionRow {
            current: id == current.id,
            user_agent: origin.user_agent,
            address: origin.address,
            created_at: row.instant(1)?,
            seen_at,
            foreign_computer,
            id,
        });
    }
    rows.sort_by_key(|row| !row.current);
    Ok(rows)
}

//! Somebody without an account gets one (R-OPR): login and a code for one sign-in on paper; the level rises when the
//! registries agree. The operator never learns a password (D-54).

use domain::profile::{ProfileField, Values, value};

use super::act::{Actor, note};
use super::confirm::{Secrets, ask, note_done};
use super::row::{self, Reception};
use super::scan;
use super::sheet::Handed;
use crate::account::{self, Account, Beginning, Names};
use crate::contact_index::contact_index;
use crate::draft::StoredContact;
use crate::enrolment::CONSENT_VERSION;
use crate::error::PortalError;
use crate::journal::Event;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::snils;
use crate::store::Connection;
use crate::store::statement::reception as sql;
use crate::tell::tell;
use crate::temporary_code;

/// Makes the account, once, and sends the data to the registries.
pub(super) async fn make(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    reception: &mut Reception,
    values: &Values,
    secrets: Secrets,
) -> Result<Outcome, PortalError> {
    if let Some(outcome) = is_somebody(c, portal, reception, values).await? {
        let (id, detail) = (Some(reception.id.as_str()), [("kind", "registration")]);
        note(c, portal, actor, None, id, Event::LookUpMissed, &detail).await?;
        return Ok(outcome);
    }
    let account = match reception.account(c, portal).await? {
        Some(account) => {
            correct(c, portal, reception, values, &account).await?;
            account
        }
        None => insert(c, portal, actor, reception, values, secrets).await?,
    };
    note_done(c, portal, actor, &account, reception).await?;
    ask(c, portal, &account, reception, values).await?;
    Ok(Outcome::ComparisonWaits)
}

/// Whether this person, or this contact, has another account already: told to an operator who has the documents in hand.
async fn is_somebody(
    c: &mut Connection,
    portal: &Portal,
    reception: &Reception,
    values: &Values,
) -> Result<Option<Outcome>, PortalError> {
    let own = reception.account_id.as_deref();
    let number = value(values, ProfileField::Snils);
    if !number.is_empty() {
        let owner = snils::owner(c, portal, number).await?;
        if owner.is_some() && owner.as_deref() != own {
            return Ok(Some(Outcome::SnilsTaken));
        }
    }
    let proven = reception.sheet.proven.as_ref();
    if let Some(contact) = proven.and_then(StoredContact::contact) {
        let index = contact_index(&portal.vault, &contact);
        let owner = account::owner_of(c, contact.kind(), &index).await?;
        if owner.is_some() && owner.as_deref() != own {
            return Ok(Some(Outcome::ContactTaken));
        }
    }
    Ok(None)
}

/// What the account is signed in to with.
fn login(contact: Option<&StoredContact>, values: &Values) -> String {
    match contact {
        Some(contact) => contact.value().to_owned(),
        None => value(values, ProfileField::Snils).to_owned(),
    }
}

/// The registries have refused what was typed first: the paper gets the login as it is now, the account a contact that was
/// proven meanwhile.
async fn correct(
    c: &mut Connection,
    portal: &Portal,
    reception: &mut Reception,
    values: &Values,
    account: &Account,
) -> Result<(), PortalError> {
    let contact = reception.sheet.proven.clone();
    if let Some(proven) = contact.as_ref().and_then(StoredContact::contact) {
        let own = account::contacts(c, &account.id, &account.key).await?;
        if own
            .iter()
            .all(|own| own.contact.contact().as_ref() != Some(&proven))
        {
            for former in own.iter().filter(|own| own.kind == proven.kind()) {
                account::remove_contact(c, &former.id).await?;
            }
            let stored = StoredContact::from(&proven);
            account::add_contact(c, portal, &account.id, &account.key, &stored, true).await?;
        }
    }
    let Some(handed) = reception.handed.take() else {
        return Ok(());
    };
    let handed = Handed {
        login: login(contact.as_ref(), values),
        ..handed
    };
    row::hand(c, portal, reception, handed).await
}

async fn insert(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    reception: &mut Reception,
    values: &Values,
    secrets: Secrets,
) -> Result<Account, PortalError> {
    let text = |field| value(values, field).to_owned();
    let patronymic = text(ProfileField::Patronymic);
    let contact = reception.sheet.proven.clone();
    let now = portal.clock.now();
    let beginning = Beginning {
        names: Names {
            surname: text(ProfileField::Surname),
            first_name: text(ProfileField::FirstName),
            patronymic: (!patronymic.is_empty()).then_some(patronymic),
        },
        contacts: contact.iter().cloned().map(|own| (own, true)).collect(),
        consent_version: CONSENT_VERSION,
        consent_at: now,
    };
    let made = account::insert(c, portal, &beginning, &secrets.password_phc).await?;
    let account = account::load(c, portal, &made.id).await?;
    let until = now.plus_s(i64::from(portal.config.identity.access_days) * 86_400);
    temporary_code::put(c, portal, &account, &secrets.code_phc, None, now..until).await?;
    c.execute(
        sql::ADOPT,
        &[reception.id.as_str().into(), account.id.as_str().into()],
    )
    .await?;
    scan::allow(c, portal, &reception.id, &account.id).await?;
    reception.account_id = Some(account.id.clone());
    let login = login(contact.as_ref(), values);
    let handed = Handed {
        login,
        code: secrets.code.display(),
        from_ms: now.millis(),
        until_ms: until.millis(),
    };
    row::hand(c, portal, reception, handed).await?;
    let (id, own) = (Some(reception.id.as_str()), Some(account.id.as_str()));
    note(
        c,
        portal,
        actor,
        own,
        id,
        Event::ConsentGiven,
        &[("version", CONSENT_VERSION)],
    )
    .await?;
    note(
        c,
        portal,
        actor,
        own,
        id,
        Event::AccountCreated,
        &[("way", "desk")],
    )
    .await?;
    tell(
        c,
        portal,
        &account.id,
        &account.key,
        NoticeKind::AccountReady,
    )
    .await?;
    Ok(account)
}

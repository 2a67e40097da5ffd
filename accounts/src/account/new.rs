//! Making an account: every row of it, inside one transaction.

use domain::level::AssuranceLevel;

use super::{Names, attributes, contacts};
use crate::clock::Instant;
use crate::draft::{AcceptedForm, StoredContact};
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::{
    account as sql, attribute as attribute_sql, consent as consent_sql,
    credential as credential_sql,
};
use crate::vault::AccountKey;

/// Documents a citizen accepts with the checkbox (D-27): data of their own and their children's, both texts.
const DOCUMENTS: [&str; 3] = ["personal_data", "terms", "privacy"];

/// How often a taken number is drawn anew.
const DRAWS: usize = 8;

/// The account that was made.
pub(crate) struct NewAccount {
    pub(crate) id: String,
    pub(crate) key: AccountKey,
}

/// What an account is made of.
pub(crate) struct Beginning<'a> {
    pub(crate) names: Names,
    /// Contacts, and whether each is confirmed.
    pub(crate) contacts: Vec<(StoredContact, bool)>,
    pub(crate) consent_version: &'a str,
    pub(crate) consent_at: Instant,
}

impl<'a> Beginning<'a> {
    /// Of a registration form: the first contact is confirmed, the second one at leisure.
    pub(crate) fn of(form: &'a AcceptedForm) -> Self {
        let first = form.first_contact().map(|contact| (contact, true));
        let second = form.second_contact().map(|contact| (contact, false));
        Self {
            names: Names {
                surname: form.surname.clone(),
                first_name: form.first_name.clone(),
                patronymic: form.patronymic.clone(),
            },
            contacts: first.into_iter().chain(second).collect(),
            consent_version: &form.consent_version,
            consent_at: form.consent_at(),
        }
    }
}

/// Makes a simplified account.
pub(crate) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    beginning: &Beginning<'_>,
    phc: &str,
) -> Result<NewAccount, PortalError> {
    let (id, now) = (new_id(&*portal.clock, &*portal.rng), portal.clock.now());
    let reference = free_reference(c, portal).await?;
    let (key, wrapped) = portal.vault.new_account_key(&id, &*portal.rng);
    let account = [
        id.as_str().into(),
        now.into(),
        AssuranceLevel::Simplified.code().into(),
        wrapped.into(),
        reference.as_str().into(),
    ];
    c.execute(sql::INSERT, &account).await?;
    let attributes = [
        ("surname", Some(&beginning.names.surname)),
        ("first_name", Some(&beginning.names.first_name)),
        ("patronymic", beginning.names.patronymic.as_ref()),
    ];
    for (name, value) in attributes {
        let Some(value) = value else { continue };
        let sealed = key.seal(attributes::cell(name, &id), value.as_bytes(), &*portal.rng);
        c.execute(
            attribute_sql::INSERT,
            &[id.as_str().into(), name.into(), sealed.into(), now.into()],
        )
        .await?;
    }
    for (contact, confirmed) in &beginning.contacts {
        contacts::add(c, portal, &id, &key, contact, *confirmed).await?;
    }
    c.execute(
        credential_sql::INSERT,
        &[id.as_str().into(), phc.into(), now.into()],
    )
    .await?;
    for document in DOCUMENTS {
        let values = [
            id.as_str().into(),
            document.into(),
            beginning.consent_version.into(),
            beginning.consent_at.into(),
        ];
        c.execute(consent_sql::INSERT, &values).await?;
    }
    Ok(NewAccount { id, key })
}

/// Twelve digits that no account has yet, the first of them not 0.
async fn free_reference(c: &mut Connection, portal: &Portal) -> Result<String, PortalError> {
    for _ in 0..DRAWS {
        let mut bytes = [0; 8];
        portal.rng.fill(&mut bytes);
        let reference = (100_000_000_000 + u64::from_be_bytes(bytes) % 900_000_000_000).to_string();
        if c.fetch_optional(sql::FIND_REFERENCE, &[reference.as_str().into()])
            .await?
            .is_none()
        {
            return Ok(reference);
        }
    }
    Err(PortalError::Unavailable)
}

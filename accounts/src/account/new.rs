//! Making an account: every row of it, inside one transaction.

use domain::level::AssuranceLevel;

use super::{attributes, contacts};
use crate::draft::AcceptedForm;
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

/// Makes a simplified account: the first contact confirmed, the second one at leisure.
pub(crate) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    form: &AcceptedForm,
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
        ("surname", Some(&form.surname)),
        ("first_name", Some(&form.first_name)),
        ("patronymic", form.patronymic.as_ref()),
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
    let first = form.first_contact().ok_or(PortalError::Unavailable)?;
    contacts::add(c, portal, &id, &key, &first, true).await?;
    if let Some(second) = form.second_contact() {
        contacts::add(c, portal, &id, &key, &second, false).await?;
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
            form.consent_version.as_str().into(),
            form.consent_at().into(),
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

//! A citizen's attributes, the names among them.

use domain::further_document::FurtherDocument;
use domain::profile::{ProfileField, Values};

use super::Account;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::attribute as sql;
use crate::vault::{AccountKey, Cell};

/// Surname, first name and, where there is one, patronymic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) surname: String,
    pub(crate) first_name: String,
    pub(crate) patronymic: Option<String>,
}

impl Names {
    /// «Имя Отчество», or the first name alone: to speak to the citizen.
    pub(crate) fn polite(&self) -> String {
        match &self.patronymic {
            Some(patronymic) => format!("{} {patronymic}", self.first_name),
            None => self.first_name.clone(),
        }
    }

    /// «Фамилия Имя Отчество»
    pub(crate) fn full(&self) -> String {
        let mut full = format!("{} {}", self.surname, self.first_name);
        if let Some(patronymic) = &self.patronymic {
            full.push(' ');
            full.push_str(patronymic);
        }
        full
    }
}

/// The names of an account.
pub(crate) async fn names(
    c: &mut Connection,
    account_id: &str,
    key: &AccountKey,
) -> Result<Names, PortalError> {
    let mut values = attributes(c, account_id, key).await?;
    let mut take = |field: ProfileField| values.remove(field.code());
    Ok(Names {
        surname: take(ProfileField::Surname).unwrap_or_default(),
        first_name: take(ProfileField::FirstName).unwrap_or_default(),
        patronymic: take(ProfileField::Patronymic),
    })
}

/// What is known of the person, by name of the field.
pub(crate) async fn attributes(
    c: &mut Connection,
    account_id: &str,
    key: &AccountKey,
) -> Result<Values, PortalError> {
    open_all(c, account_id, key, |name| !is_further(name)).await
}

/// The further documents, by their codes.
pub(crate) async fn further_documents(
    c: &mut Connection,
    account_id: &str,
    key: &AccountKey,
) -> Result<Values, PortalError> {
    open_all(c, account_id, key, is_further).await
}

fn is_further(name: &str) -> bool {
    FurtherDocument::from_code(name).is_some()
}

async fn open_all(
    c: &mut Connection,
    account_id: &str,
    key: &AccountKey,
    is_asked: impl Fn(&str) -> bool,
) -> Result<Values, PortalError> {
    let mut values = Values::new();
    for row in c.fetch_all(sql::LIST, &[account_id.into()]).await? {
        let (name, sealed) = (row.text(0)?, row.blob(1)?);
        if !is_asked(&name) {
            continue;
        }
        let plain = key.open(cell(&name, account_id), &sealed)?;
        let value = String::from_utf8(plain.to_vec()).map_err(|_| PortalError::Unavailable)?;
        values.insert(name, value);
    }
    Ok(values)
}

/// Keeps a further document in place of the one of its kind.
pub(crate) async fn save_further_document(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    kind: FurtherDocument,
    number: &str,
) -> Result<(), PortalError> {
    let (id, name) = (account.id.as_str(), kind.code());
    let sealed = account
        .key
        .seal(cell(name, id), number.as_bytes(), &*portal.rng);
    let now = portal.clock.now();
    let values = [id.into(), name.into(), sealed.into(), now.into()];
    c.execute(sql::SAVE, &values).await?;
    Ok(())
}

/// Takes a further document away; `true`: there was one.
pub(crate) async fn remove_further_document(
    c: &mut Connection,
    account_id: &str,
    kind: FurtherDocument,
) -> Result<bool, PortalError> {
    let values = [account_id.into(), kind.code().into()];
    Ok(c.execute(sql::DELETE, &values).await? > 0)
}

/// Gives an account these attributes in place of those it has; further documents stay.
pub(crate) async fn replace_attributes(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    values: &Values,
) -> Result<(), PortalError> {
    let id = account.id.as_str();
    c.execute(sql::DELETE_VERIFIED, &[id.into()]).await?;
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        let sealed = account
            .key
            .seal(cell(name, id), value.as_bytes(), &*portal.rng);
        let now = portal.clock.now();
        c.execute(
            sql::INSERT,
            &[id.into(), name.into(), sealed.into(), now.into()],
        )
        .await?;
    }
    Ok(())
}

/// The place of an attribute: its name stands for the column, so that two of them cannot be swapped.
pub(crate) fn cell<'a>(name: &'a str, account_id: &'a str) -> Cell<'a> {
    Cell {
        table: "attribute",
        column: name,
        row: account_id,
    }
}

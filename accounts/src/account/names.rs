//! A citizen's names.

use crate::error::PortalError;
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
    let mut names = Names::default();
    for row in c.fetch_all(sql::LIST, &[account_id.into()]).await? {
        let (name, sealed) = (row.text(0)?, row.blob(1)?);
        let plain = key.open(cell(&name, account_id), &sealed)?;
        let value = String::from_utf8(plain.to_vec()).map_err(|_| PortalError::Unavailable)?;
        match name.as_str() {
            "surname" => names.surname = value,
            "first_name" => names.first_name = value,
            "patronymic" => names.patronymic = Some(value),
            _ => {}
        }
    }
    Ok(names)
}

/// The place of an attribute: its name stands for the column, so that two of them cannot be swapped.
pub(crate) fn cell<'a>(name: &'a str, account_id: &'a str) -> Cell<'a> {
    Cell {
        table: "attribute",
        column: name,
        row: account_id,
    }
}

//! Reading what the pages show. Nothing here writes.

use std::collections::BTreeSet;

use domain::check::is_refusal;
use domain::profile::{self, ProfileField, value};

use super::ProfileView;
use super::form::{Form, today};
use super::steps::opened;
use crate::account::Account;
use crate::cabinet;
use crate::check;
use crate::error::PortalError;
use crate::flash;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

pub(super) async fn view(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<ProfileView, PortalError> {
    let (account, form) = opened(c, portal, visit).await?;
    Ok(ProfileView {
        facts: form.facts(today(portal)),
        refused: form.refused,
        marked: marked(c, portal, &account, &form).await?,
        is_checking: form.is_checking(),
        expires_at: form.draft.as_ref().map(|draft| draft.expires_at),
        contacts: cabinet::contact_rows(c, portal, &account).await?,
        flash: flash::read(portal, visit),
        values: form.values,
    })
}

/// The fields that a registry has found different, and that are still what they were.
async fn marked(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    form: &Form,
) -> Result<BTreeSet<ProfileField>, PortalError> {
    let Some(former) = &form.former else {
        return Ok(BTreeSet::new());
    };
    let refused: BTreeSet<ProfileField> = check::list(c, &former.id)
        .await?
        .into_iter()
        .filter(|check| check.stage.is_some_and(is_refusal))
        .flat_map(|check| match check.fields.is_empty() {
            true => vec![profile::subject(check.registry)[0]],
            false => check.fields,
        })
        .collect();
    let sent = former.values(&account.key)?;
    let now = profile::canonical(&form.values, today(portal), &unicode::Tables);
    Ok(refused
        .into_iter()
        .filter(|&field| value(&sent, field) == value(&now, field))
        .collect())
}

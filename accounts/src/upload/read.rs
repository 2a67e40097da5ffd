//! Files as they are listed and opened, by their citizen and at the desk.

use zeroize::Zeroizing;

use super::{UploadView, row};
use crate::account;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::store::statement::upload as sql;
use crate::task;
use crate::vault::AccountKey;
use crate::visit::Visit;

/// A file with its bytes.
pub struct OpenedFile {
    /// What is known about it.
    pub view: UploadView,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// The files of a request, oldest first, in the transaction of whoever shows them. Whose account it is, the
/// caller has made sure of.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn list(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    request_id: &str,
) -> Result<Vec<UploadView>, PortalError> {
    let account = account::load(c, portal, account_id).await?;
    let values = [request_id.into(), account_id.into()];
    let rows = c.fetch_all(sql::LIST, &values).await?;
    rows.iter()
        .map(|row| row::read(row, &account.key))
        .collect()
}

/// Files that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PapersView {
    /// The upload request they belong to.
    pub request: String,
    /// They can still be added and taken back.
    pub is_open: bool,
    /// What has been added.
    pub files: Vec<UploadView>,
    /// How many files there can be.
    pub max_files: u32,
    /// How large each can be, in bytes.
    pub max_bytes: u32,
}

/// The files of a request with what still fits in, on the terms of [`list`].
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn papers(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    request: String,
    is_open: bool,
) -> Result<PapersView, PortalError> {
    Ok(PapersView {
        files: list(c, portal, account_id, &request).await?,
        is_open,
        request,
        max_files: portal.config.uploads.max_files,
        max_bytes: portal.config.uploads.max_bytes,
    })
}

/// One file of an account, for the desk: that the reader may see it, the caller has made sure of. `None`: the
/// account has no such file.
///
/// # Errors
/// [`PortalError::Unavailable`], also when the object store does not answer or the object was changed.
pub async fn open(
    portal: &Portal,
    account_id: &str,
    upload_id: &str,
) -> Result<Option<OpenedFile>, PortalError> {
    let (inner, account_id) = (portal.clone(), account_id.to_owned());
    let upload_id = upload_id.to_owned();
    let found = portal
        .store
        .read(move |c| Box::pin(async move { find(c, &inner, &account_id, &upload_id).await }))
        .await?;
    unseal(portal, found).await
}

/// One file of the signed-in citizen's own. `None`: there is none with this id.
///
/// # Errors
/// [`PortalError::NotSignedIn`]; otherwise as [`open`].
pub async fn open_own(
    portal: &Portal,
    visit: &Visit,
    upload_id: String,
) -> Result<Option<OpenedFile>, PortalError> {
    let found = task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            find(c, p, &session.account_id, &upload_id).await
        })
    })
    .await?;
    unseal(portal, found).await
}

type Found = Option<(UploadView, AccountKey)>;

async fn find(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    upload_id: &str,
) -> Result<Found, PortalError> {
    let values = [upload_id.into(), account_id.into()];
    let Some(row) = c.fetch_optional(sql::LOAD, &values).await? else {
        return Ok(None);
    };
    let account = account::load(c, portal, account_id).await?;
    Ok(Some((row::read(&row, &account.key)?, account.key)))
}

async fn unseal(portal: &Portal, found: Found) -> Result<Option<OpenedFile>, PortalError> {
    let Some((view, key)) = found else {
        return Ok(None);
    };
    let sealed = portal.uploads.storage()?.get(&view.id).await?;
    let bytes = key.open(row::bytes_cell(&view.id), &sealed)?;
    Ok(Some(OpenedFile { view, bytes }))
}

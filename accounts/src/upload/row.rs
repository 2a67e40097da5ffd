//! The rows of uploads.

use super::UploadView;
use super::inspect::FileKind;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::statement::upload as sql;
use crate::store::{Connection, Row};
use crate::vault::{AccountKey, Cell};

/// A new row.
pub(super) struct NewUpload {
    pub(super) id: String,
    pub(super) request_id: String,
    pub(super) name: String,
    pub(super) kind: FileKind,
    pub(super) size: u64,
    pub(super) content_mac: Vec<u8>,
}

/// Where the bytes of an upload belong.
pub(super) fn bytes_cell(id: &str) -> Cell<'_> {
    Cell {
        table: "upload",
        column: "value",
        row: id,
    }
}

fn name_cell(id: &str) -> Cell<'_> {
    Cell {
        table: "upload",
        column: "name",
        row: id,
    }
}

/// What a request of this account is for; `None`: there is none that takes files.
pub(super) async fn open_purpose(
    c: &mut Connection,
    request_id: &str,
    account_id: &str,
) -> Result<Option<String>, PortalError> {
    let values = [request_id.into(), account_id.into()];
    let row = c.fetch_optional(sql::FIND_OPEN_REQUEST, &values).await?;
    Ok(row.map(|row| row.text(0)).transpose()?)
}

/// How many files a request has.
pub(super) async fn count(c: &mut Connection, request_id: &str) -> Result<i64, PortalError> {
    let row = c.fetch_optional(sql::COUNT, &[request_id.into()]).await?;
    Ok(row.ok_or(PortalError::Unavailable)?.int(0)?)
}

/// The upload of a request with the same contents.
pub(super) async fn find_same(
    c: &mut Connection,
    request_id: &str,
    content_mac: &[u8],
) -> Result<Option<String>, PortalError> {
    let values = [request_id.into(), content_mac.into()];
    let row = c.fetch_optional(sql::FIND_SAME, &values).await?;
    Ok(row.map(|row| row.text(0)).transpose()?)
}

pub(super) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    key: &AccountKey,
    new: &NewUpload,
) -> Result<(), PortalError> {
    let name = key.seal(name_cell(&new.id), new.name.as_bytes(), &*portal.rng);
    let size = i64::try_from(new.size).map_err(|_| PortalError::Unavailable)?;
    let values = [
        new.id.as_str().into(),
        new.request_id.as_str().into(),
        account_id.into(),
        name.into(),
        new.kind.code().into(),
        size.into(),
        (&new.content_mac).into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(())
}

/// Takes a file out of a request. Tells whether there was one.
pub(super) async fn delete(
    c: &mut Connection,
    upload_id: &str,
    request_id: &str,
    account_id: &str,
) -> Result<bool, PortalError> {
    let values = [upload_id.into(), request_id.into(), account_id.into()];
    Ok(c.execute(sql::DELETE, &values).await? > 0)
}

/// Reads the columns id, name, kind, size, created_at.
pub(super) fn read(row: &Row, key: &AccountKey) -> Result<UploadView, PortalError> {
    let id = row.text(0)?;
    let name = key.open(name_cell(&id), &row.blob(1)?)?;
    Ok(UploadView {
        name: String::from_utf8_lossy(&name).into_owned(),
        kind: FileKind::from_code(&row.text(2)?).ok_or(PortalError::Unavailable)?,
        size: u64::try_from(row.int(3)?).map_err(|_| PortalError::Unavailable)?,
        created_at: row.instant(4)?,
        id,
    })
}

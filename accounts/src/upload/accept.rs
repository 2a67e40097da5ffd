//! A file is looked through, sealed and kept.

use std::sync::Arc;

use super::inspect::{self, Limits};
use super::row::{self, NewUpload};
use super::{Arrived, FileKind, Unfit, Verdict, clamd, file_name, request};
use crate::account;
use crate::error::PortalError;
use crate::id::new_id;
use crate::journal::Event;
use crate::portal::Portal;
use crate::store::Connection;
use crate::task;
use crate::vault::AccountKey;
use crate::visit::Visit;

/// What the store knows before the file is looked at.
enum Place {
    Free(AccountKey),
    Taken(Verdict),
}

/// A file that is fit, sealed.
struct Fit {
    kind: FileKind,
    size: u64,
    sealed: Vec<u8>,
}

pub(super) async fn accept(
    portal: Portal,
    visit: Visit,
    request_id: String,
    file: Arrived,
) -> Result<Verdict, PortalError> {
    let (mac, asked) = (content_mac(&portal, &file.bytes), request_id.clone());
    let known = mac.clone();
    let place = task::read(&portal, &visit, |c, p, v| {
        Box::pin(async move {
            let sender = request::require_open(c, p, v, &asked).await?;
            look(c, p, &sender.account_id, &asked, &known).await
        })
    })
    .await?;
    let key = match place {
        Place::Free(key) => key,
        Place::Taken(verdict) => return Ok(verdict),
    };
    let (id, bytes) = (new_id(&*portal.clock, &*portal.rng), Arc::new(file.bytes));
    let fit = match examine(&portal, key, &id, &bytes).await? {
        Ok(fit) => fit,
        Err(unfit) => return Ok(Verdict::Refused(unfit)),
    };
    let new = NewUpload {
        id,
        request_id,
        name: file_name::tidy(&file.name, fit.kind),
        kind: fit.kind,
        size: fit.size,
        content_mac: mac,
    };
    keep(portal, visit, new, fit.sealed).await
}

/// Tells the same file from another without keeping it.
fn content_mac(portal: &Portal, bytes: &[u8]) -> Vec<u8> {
    portal.vault.mac("upload", bytes).to_vec()
}

async fn look(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    request_id: &str,
    mac: &[u8],
) -> Result<Place, PortalError> {
    if let Some(id) = row::find_same(c, request_id, mac).await? {
        return Ok(Place::Taken(Verdict::Kept { id }));
    }
    if row::count(c, request_id).await? >= i64::from(portal.config.uploads.max_files) {
        return Ok(Place::Taken(Verdict::Refused(Unfit::TooMany)));
    }
    let account = account::load(c, portal, account_id).await?;
    Ok(Place::Free(account.key))
}

/// Looks through a file and seals what is left of it.
async fn examine(
    portal: &Portal,
    key: AccountKey,
    id: &str,
    bytes: &Arc<Vec<u8>>,
) -> Result<Result<Fit, Unfit>, PortalError> {
    let limits = Limits::of(&portal.config.uploads);
    let (id, rng) = (id.to_owned(), Arc::clone(&portal.rng));
    let original = Arc::clone(bytes);
    let work = move || {
        let clean = inspect::inspect(&original, limits)?;
        Ok(Fit {
            kind: clean.kind,
            size: clean.bytes.len() as u64,
            sealed: key.seal(row::bytes_cell(&id), &clean.bytes, &*rng),
        })
    };
    // A file that makes a decoder panic is not fit.
    let fit = portal.uploads.workshop.run(work).await?;
    let fit = match fit.unwrap_or(Err(Unfit::Damaged)) {
        Ok(fit) => fit,
        Err(unfit) => return Ok(Err(unfit)),
    };
    Ok(clamd::check(&portal.config.uploads, bytes)
        .await
        .map(|()| fit))
}

/// The object first, then the row: what a crash leaves in between is an object that nobody misses.
async fn keep(
    portal: Portal,
    visit: Visit,
    new: NewUpload,
    sealed: Vec<u8>,
) -> Result<Verdict, PortalError> {
    let id = new.id.clone();
    let put = match portal.uploads.storage() {
        Ok(storage) => storage.put(&id, sealed).await,
        Err(error) => Err(error),
    };
    if let Err(error) = put {
        tracing::error!(%error, "a file is not kept");
        return Ok(Verdict::Refused(Unfit::Failed));
    }
    let written = task::write(&portal, &visit, |c, p, v| Box::pin(write(c, p, v, new))).await;
    let stays = match &written {
        Ok(Verdict::Kept { id: kept }) => *kept == id,
        // Whether the row was written is not known; if not, the object is swept later.
        Err(PortalError::Unavailable) => true,
        _ => false,
    };
    if !stays {
        portal.uploads.forget(&id).await;
    }
    written
}

/// Much may have happened while the file was looked through: everything is asked again.
async fn write(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    new: NewUpload,
) -> Result<Verdict, PortalError> {
    let sender = request::require_open(c, portal, visit, &new.request_id).await?;
    let account_id = sender.account_id.as_str();
    let key = match look(c, portal, account_id, &new.request_id, &new.content_mac).await? {
        Place::Free(key) => key,
        Place::Taken(verdict) => return Ok(verdict),
    };
    row::insert(c, portal, account_id, &key, &new).await?;
    let detail = [("kind", new.kind.code())];
    let event = Event::UploadAdded;
    sender
        .note(c, portal, visit, &new.request_id, event, &detail)
        .await?;
    Ok(Verdict::Kept { id: new.id })
}

//! Files that citizens send where the portal asks for them (R-UPL-01 … 10, P-09, D-31, D-32).
//!
//! A request says that an account is asked for files and what for. While it is open its citizen adds files
//! to it and takes them back. What a file is, its content says, never its name: a picture is drawn anew, a
//! document is read through. The sealed bytes go into an object store under the upload's id, then the row and
//! its journal entry are written together: a crash in between leaves an object that nobody misses, and
//! [`sweep`] removes it.

mod accept;
mod clamd;
mod discard;
mod file_name;
mod inspect;
mod orphan;
mod read;
mod request;
mod row;
mod storage;
mod unfit;
mod workshop;

use crate::clock::Instant;
use crate::config::Uploads as Config;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::portal::Portal;
use crate::return_path::local_path;
use crate::task;
use crate::visit::Visit;

pub use clamd::is_address as is_clamd_address;
pub use inspect::FileKind;
pub(crate) use orphan::sweep;
pub use read::{OpenedFile, PapersView, list, open, open_own, papers};
pub(crate) use request::open_request_as;
pub use request::{close_request, is_asked, open_request};
pub use storage::StorageError;
pub use unfit::Unfit;

use storage::Storage;
use workshop::Workshop;

/// The form's field with the file.
const FIELD: &str = "file";
/// Where a browser goes whose form names no way back.
const CABINET: &str = "/cabinet";

/// What the portal keeps for uploads.
pub struct Uploads {
    storage: Result<Storage, StorageError>,
    workshop: Workshop,
}

impl Uploads {
    /// Opens the object store of the configuration; nothing is asked of it yet.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Self {
            storage: Storage::open(config),
            workshop: Workshop::new(),
        }
    }

    /// Whether files can be kept: the server looks before it serves.
    ///
    /// # Errors
    /// Why the object store of the configuration cannot be used.
    pub fn ready(&self) -> Result<(), StorageError> {
        self.storage().map(drop)
    }

    fn storage(&self) -> Result<&Storage, StorageError> {
        self.storage.as_ref().map_err(Clone::clone)
    }
}

/// A file as it arrived, whole.
pub struct Arrived {
    /// Its name, as the browser sent it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is kept under this id. The same file sent again has the same id.
    Kept {
        /// Id of the upload.
        id: String,
    },
    /// It is not, and nothing of it stays.
    Refused(Unfit),
}

/// A file that is kept, as a page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadView {
    /// Id of the upload.
    pub id: String,
    /// Its name, with the ending that fits its kind.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Bytes as they are kept: a picture that was drawn anew has another size than the one that was sent.
    pub size: u64,
    /// When it was taken in.
    pub created_at: Instant,
}

/// Takes a file in, if it is fit (R-UPL-01 … 05). Runs to its end even when the browser goes away.
///
/// # Errors
/// [`PortalError::NotSignedIn`]; [`PortalError::Forbidden`] unless [`is_asked`];
/// [`PortalError::Overloaded`] when too many files are being looked through; [`PortalError::Unavailable`].
pub async fn accept(
    portal: &Portal,
    visit: &Visit,
    request_id: String,
    file: Arrived,
) -> Result<Verdict, PortalError> {
    task::complete(accept::accept(
        portal.clone(),
        visit.clone(),
        request_id,
        file,
    ))
    .await
}

/// Takes a file back while its request is open. A repeat finds nothing and is told the same.
///
/// # Errors
/// [`PortalError::NotSignedIn`]; [`PortalError::Forbidden`] unless [`is_asked`];
/// [`PortalError::Unavailable`].
pub async fn discard(
    portal: &Portal,
    visit: &Visit,
    request_id: String,
    upload_id: String,
) -> Result<(), PortalError> {
    task::complete(discard::discard(
        portal.clone(),
        visit.clone(),
        request_id,
        upload_id,
    ))
    .await
}

/// Where a browser without scripts goes: back to the page that asked, which says what became of the file. A
/// path that is not the portal's own leads to the cabinet.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub fn lead_back(portal: &Portal, verdict: &Verdict, return_to: &str) -> Result<Done, PortalError> {
    let next = local_path(return_to).unwrap_or(CABINET);
    match verdict {
        Verdict::Kept { .. } => Ok(Done::on(next)),
        Verdict::Refused(unfit) => {
            let refusal = Refusal::new(FIELD, unfit.code());
            let flash = Flash::of(Form::Upload).with(vec![refusal]);
            Done::with_flash(portal, next, &flash)
        }
    }
}

/// Where a browser without scripts goes after it took a file back.
#[must_use]
pub fn lead_on(return_to: &str) -> Done {
    Done::on(local_path(return_to).unwrap_or(CABINET))
}

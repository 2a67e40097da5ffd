//! The form with a file, read from the network a piece at a time.

use accounts::upload::{Arrived, Unfit};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest as _, Multipart, Request};

use super::cut_body::cut;

/// Everything in a body but the file: boundaries, names, the way back.
const BESIDE_THE_FILE: u64 = 64 << 10;
/// Longest path back, in bytes; a longer one is none.
const LONGEST_PATH: usize = 1024;

/// What a form brought.
#[derive(Default)]
pub(super) struct UploadForm {
    /// Where a browser without scripts goes on; the field stands before the file, so that it is known even when
    /// the file is too large.
    pub(super) return_to: String,
    /// The file, whole.
    pub(super) file: Option<Arrived>,
}

/// How reading a form ended.
pub(super) enum Reading {
    /// To its end, or to the end of the file's limit.
    Read(UploadForm, Result<(), Unfit>),
    /// No form, or one that broke off.
    Unreadable,
}

/// Reads the form; of the file no more than its limit, in bytes, is ever held.
pub(super) async fn read(request: Request, limit: u64) -> Reading {
    let (parts, body) = request.into_parts();
    let (body, told) = cut(body, limit + BESIDE_THE_FILE);
    let request = Request::from_parts(parts, body);
    let Ok(mut fields) = Multipart::from_request(request, &()).await else {
        return Reading::Unreadable;
    };
    let mut form = UploadForm::default();
    match fill(&mut form, &mut fields, limit).await {
        Ok(fits) => Reading::Read(form, fits),
        Err(_) if told.happened() => Reading::Read(form, Err(Unfit::TooLarge)),
        Err(_) => Reading::Unreadable,
    }
}

/// Reads to the end even when the file is too large: the answer is heard only then.
async fn fill(
    form: &mut UploadForm,
    fields: &mut Multipart,
    limit: u64,
) -> Result<Result<(), Unfit>, MultipartError> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut fits = Ok(());
    while let Some(field) = fields.next_field().await? {
        match field.name() {
            Some("return_to") => {
                let path = collect(field, LONGEST_PATH).await?.unwrap_or_default();
                form.return_to = String::from_utf8(path).unwrap_or_default();
            }
            Some("file") if form.file.is_none() => {
                let name = field.file_name().unwrap_or_default().to_owned();
                match collect(field, limit).await? {
                    // A browser sends an empty file without a name when none was chosen.
                    Some(bytes) if bytes.is_empty() && name.is_empty() => {}
                    Some(bytes) => form.file = Some(Arrived { name, bytes }),
                    None => fits = Err(Unfit::TooLarge),
                }
            }
            _ => {}
        }
    }
    Ok(fits)
}

/// The bytes of a field; `None`: more than so many, which were thrown away.
async fn collect(mut field: Field<'_>, limit: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut bytes = Some(Vec::new());
    while let Some(piece) = field.chunk().await? {
        bytes = bytes.filter(|bytes: &Vec<u8>| bytes.len() + piece.len() <= limit);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok(bytes)
}

//! `/cabinet/documents`: further documents of the profile (R-PRS-17, R-PRS-18, R-CAB-04). Their owner tells them, no registry
//! is asked.

use domain::further_document::FurtherDocument;
use domain::profile::Values;

use crate::account;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form, Refusal};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// Where they are listed.
pub const PATH: &str = "/cabinet/documents";

/// The page of one of them.
#[must_use]
pub fn path(kind: FurtherDocument) -> String {
    format!("{PATH}/{}", kind.code())
}

/// What the pages of documents show.
#[derive(Clone)]
pub struct DocumentsView {
    /// What the registries have confirmed of the person.
    pub confirmed: Values,
    /// Canonical numbers of the further documents, by their codes.
    pub further: Values,
    /// The outcome of the last submission; `number` is kept as it was typed.
    pub flash: Option<Flash>,
}

/// What the pages show.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn view(portal: &Portal, visit: &Visit) -> Result<DocumentsView, PortalError> {
    task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let account = account::load(c, p, &session.account_id).await?;
            Ok(DocumentsView {
                confirmed: account::attributes(c, &account.id, &account.key).await?,
                further: account::further_documents(c, &account.id, &account.key).await?,
                flash: flash::read(p, v).filter(|flash| flash.form == Form::Documents),
            })
        })
    })
    .await
}

/// «Сохранить»
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`] for a kind that there is not, [`PortalError::Unavailable`].
pub async fn save(
    portal: &Portal,
    visit: &Visit,
    kind: String,
    number: String,
) -> Result<Done, PortalError> {
    let kind = FurtherDocument::from_code(&kind).ok_or(PortalError::Forbidden)?;
    task::write(portal, visit, move |c, p, v| {
        Box::pin(async move { keep(c, p, v, kind, &number).await })
    })
    .await
}

async fn keep(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    kind: FurtherDocument,
    typed: &str,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let page = Flash::of(Form::Documents);
    let number = match kind.read(typed) {
        Ok(number) => number,
        Err(error) => {
            let refusal = Refusal {
                number: error.length,
                letter: error.letter,
                ..Refusal::new("number", error.code)
            };
            let flash = page.with(vec![refusal]).keep("number", typed);
            return Done::with_flash(portal, path(kind), &flash);
        }
    };
    let account = account::load(c, portal, &session.account_id).await?;
    account::save_further_document(c, portal, &account, kind, &number).await?;
    let (event, detail) = (Event::DocumentSaved, [("document", kind.code())]);
    note(c, portal, visit, Some(&account.id), event, &detail).await?;
    Done::with_flash(portal, PATH, &page.say(Outcome::DocumentSaved))
}

/// «Удалить»
///
/// # Errors
/// As [`save`].
pub async fn remove(portal: &Portal, visit: &Visit, kind: String) -> Result<Done, PortalError> {
    let kind = FurtherDocument::from_code(&kind).ok_or(PortalError::Forbidden)?;
    task::write(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let id = session.account_id.as_str();
            if account::remove_further_document(c, id, kind).await? {
                let (event, detail) = (Event::DocumentRemoved, [("document", kind.code())]);
                note(c, p, v, Some(id), event, &detail).await?;
            }
            let flash = Flash::of(Form::Documents).say(Outcome::DocumentRemoved);
            Done::with_flash(p, PATH, &flash)
        })
    })
    .await
}

//! A specialist asks for a document (D-32): the citizen adds files on the timeline and hands them in.

use super::PATH;
use crate::account;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::journal::Event;
use crate::note::{note, note_unasked};
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::store::statement::review as sql;
use crate::tell::tell_everywhere;
use crate::upload::{self, PapersView, Unfit};
use crate::visit::Visit;

/// What files are asked for, in the store.
const PURPOSE: &str = "review";

/// Asks the citizen of a case for a document, in the transaction of the decision; the case waits for it. What was
/// asked for before is closed and stays with its files unread.
pub(crate) async fn ask(
    c: &mut Connection,
    portal: &Portal,
    review_id: &str,
    account_id: &str,
) -> Result<(), PortalError> {
    close(c, portal, review_id).await?;
    let request = upload::open_request(c, portal, account_id, PURPOSE).await?;
    c.execute(sql::ASK_PAPERS, &[review_id.into(), request.into()])
        .await?;
    note_unasked(c, portal, account_id, Event::PapersAsked, &[]).await?;
    let account = account::load(c, portal, account_id).await?;
    tell_everywhere(c, portal, account_id, &account.key, NoticeKind::PapersAsked).await
}

/// Nothing is added to a case any more.
pub(crate) async fn close(
    c: &mut Connection,
    portal: &Portal,
    review_id: &str,
) -> Result<(), PortalError> {
    let row = c
        .fetch_optional(sql::PAPERS_OF, &[review_id.into()])
        .await?;
    if let Some(request) = row.map(|row| row.opt_text(0)).transpose()?.flatten() {
        upload::close_request(c, portal, &request).await?;
    }
    Ok(())
}

/// What the open case of a check asks for.
pub(crate) async fn of_check(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    check_id: &str,
) -> Result<Option<PapersView>, PortalError> {
    let row = c
        .fetch_optional(sql::PAPERS_OF_CHECK, &[check_id.into()])
        .await?;
    match row {
        Some(row) => {
            let (request, closed) = (row.text(0)?, row.opt_int(1)?.is_some());
            upload::papers(c, portal, account_id, request, !closed)
                .await
                .map(Some)
        }
        None => Ok(None),
    }
}

/// What a case has asked for, for the desk.
pub(crate) async fn of_review(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
    review_id: &str,
) -> Result<Option<PapersView>, PortalError> {
    let row = c
        .fetch_optional(sql::PAPERS_OF, &[review_id.into()])
        .await?;
    let Some(row) = row else { return Ok(None) };
    match row.opt_text(0)? {
        Some(request) => {
            let closed = row.opt_int(1)?.is_some();
            upload::papers(c, portal, account_id, request, !closed)
                .await
                .map(Some)
        }
        None => Ok(None),
    }
}

/// «Отправить специалисту»: the files are handed in. A repeat changes nothing.
pub(super) async fn hand_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    request: &str,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let id = session.account_id.as_str();
    if upload::list(c, portal, id, request).await?.is_empty() {
        let none = Refusal::new("file", Unfit::Missing.code());
        return Done::with_flash(portal, PATH, &Flash::of(Form::Upload).with(vec![none]));
    }
    // A request with files of this account is this account's.
    if upload::close_request(c, portal, request).await? {
        note(c, portal, visit, Some(id), Event::PapersHandedIn, &[]).await?;
    }
    Done::with_flash(
        portal,
        PATH,
        &Flash::of(Form::Checks).say(Outcome::PapersHandedIn),
    )
}

//! A reception begins.

use domain::level::AssuranceLevel;
use domain::paper_code::{PaperCode, PaperCodeError};

use super::act::{Actor, note};
use super::look_up::{DocumentsInput, by_code, by_documents};
use super::row::{self, Kind};
use super::scan;
use super::sheet::SheetInput;
use super::workplace::{self, count};
use super::{REGISTRATION, VISITS, path};
use crate::account;
use crate::desk::{self, Seat};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::journal::Event;
use crate::limits::DeskCount;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::reception as sql;
use crate::task;
use crate::visit::Visit;

/// How somebody was found who has another document by now.
const OTHER_DOCUMENT: &str = "other_document";

/// «Код визита»: the citizen who shows it is compared.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn open_by_code(
    portal: &Portal,
    visit: &Visit,
    code: String,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { code_in(c, p, v, &code).await })
    })
    .await
}

async fn code_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    typed: &str,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let page = Flash::of(Form::DeskVisits);
    let code = match PaperCode::parse(typed) {
        Ok(code) => code,
        Err(error) => {
            let outcome = match error {
                PaperCodeError::Empty => Outcome::Empty,
                _ => Outcome::CodeUnreadable,
            };
            let flash = page.refuse("code", outcome).keep("code", typed);
            return Done::with_flash(portal, VISITS, &flash);
        }
    };
    if let Some(done) = too_many(c, portal, visit, &seat).await? {
        return Ok(done);
    }
    let Some(found) = by_code(c, portal, &code).await? else {
        let flash = page.refuse("code", Outcome::VisitCodeUnknown);
        return miss(c, portal, visit, &seat, flash.keep("code", typed)).await;
    };
    let Some(centre) = workplace::of(portal, &seat, found.centre) else {
        return workplace::missing(portal);
    };
    let opening = Opening {
        kind: Kind::Confirmation,
        way: "code",
        account_id: &found.account_id,
        centre: &centre,
    };
    open(c, portal, visit, &seat, opening).await
}

/// Documents in hand: the citizen is compared, or gets access back.
///
/// # Errors
/// As [`open_by_code`].
pub async fn open_by_documents(
    portal: &Portal,
    visit: &Visit,
    input: DocumentsInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { documents_in(c, p, v, &input).await })
    })
    .await
}

async fn documents_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: &DocumentsInput,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    // Numbers of documents do not travel through the browser's cookies.
    let page = Flash::of(Form::DeskVisits)
        .keep("kind", &input.kind)
        .keep("document_kind", &input.document_kind);
    let documents = match input.read(portal) {
        Ok(documents) => documents,
        Err(wrong) => {
            let codes = wrong
                .into_iter()
                .map(|(field, code)| Refusal::new(field, code));
            return Done::with_flash(portal, VISITS, &page.with(codes.collect()));
        }
    };
    if let Some(done) = too_many(c, portal, visit, &seat).await? {
        return Ok(done);
    }
    let Some(centre) = workplace::of(portal, &seat, None) else {
        return workplace::missing(portal);
    };
    let kind = match input.kind.as_str() {
        "restoration" => Kind::Restoration,
        _ => Kind::Confirmation,
    };
    let found = by_documents(c, portal, &documents).await?;
    let found = found.filter(|found| kind == Kind::Restoration || !found.other_document);
    let Some(found) = found else {
        return miss(c, portal, visit, &seat, page.say(Outcome::CitizenUnknown)).await;
    };
    let opening = Opening {
        kind,
        way: match found.other_document {
            true => OTHER_DOCUMENT,
            false => "documents",
        },
        account_id: &found.account_id,
        centre: &centre,
    };
    open(c, portal, visit, &seat, opening).await
}

/// The operator looks too many up, or too often nobody: an answer that says when to go on.
async fn too_many(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
) -> Result<Option<Done>, PortalError> {
    let wait_s = match workplace::look(c, portal, visit, seat, DeskCount::Miss).await? {
        Some(wait_s) => Some(wait_s),
        None => count(c, portal, visit, seat, DeskCount::Reception).await?,
    };
    let waits = |wait_s| {
        let flash = Flash::of(Form::DeskVisits).say(Outcome::TooManyLookUps);
        Done::with_flash(portal, VISITS, &flash.wait(Some(wait_s)))
    };
    wait_s.map(waits).transpose()
}

/// Nobody was found: that is noted, and counted.
async fn miss(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    flash: Flash,
) -> Result<Done, PortalError> {
    let actor = Actor::of(seat, visit);
    note(c, portal, actor, None, None, Event::LookUpMissed, &[]).await?;
    match count(c, portal, visit, seat, DeskCount::Miss).await? {
        Some(wait_s) => {
            let flash = Flash::of(Form::DeskVisits).say(Outcome::TooManyLookUps);
            Done::with_flash(portal, VISITS, &flash.wait(Some(wait_s)))
        }
        None => Done::with_flash(portal, VISITS, &flash),
    }
}

/// The reception that begins.
struct Opening<'a> {
    kind: Kind,
    /// How the citizen was found, for the journal.
    way: &'static str,
    account_id: &'a str,
    centre: &'a str,
}

/// Opens a reception, or goes on with the one that this operator has of this citizen.
async fn open(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    opening: Opening<'_>,
) -> Result<Done, PortalError> {
    let account = account::load(c, portal, opening.account_id).await?;
    if opening.kind == Kind::Confirmation && account.level == AssuranceLevel::Confirmed {
        let flash = Flash::of(Form::DeskVisits).say(Outcome::IdentityProvenAlready);
        return Done::with_flash(portal, VISITS, &flash);
    }
    let values = [
        account.id.as_str().into(),
        seat.operator_id.as_str().into(),
        opening.kind.code().into(),
        portal
            .clock
            .now()
            .plus_s(-portal.config.desk.reception_s)
            .into(),
    ];
    if let Some(row) = c.fetch_optional(sql::OPEN_OF_ACCOUNT, &values).await? {
        return Ok(Done::on(path(&row.text(0)?)));
    }
    let Opening {
        kind, way, centre, ..
    } = opening;
    let operator_id = seat.operator_id.as_str();
    let id = row::insert(c, portal, kind, operator_id, centre, Some(&account.id)).await?;
    if way == OTHER_DOCUMENT
        && let Some(mut reception) = row::load(c, portal, &id).await?
    {
        reception.sheet.unseen = true;
        row::save(c, portal, &reception).await?;
    }
    scan::allow(c, portal, &id, &account.id).await?;
    let actor = Actor::of(seat, visit);
    let detail = [("kind", kind.code()), ("way", way)];
    let event = Event::ReceptionOpened;
    note(
        c,
        portal,
        actor,
        Some(&account.id),
        Some(&id),
        event,
        &detail,
    )
    .await?;
    Ok(Done::on(path(&id)))
}

/// `/desk/registration`: the form of somebody without an account is kept, right or wrong, and looked through on the page
/// of its reception.
///
/// # Errors
/// As [`open_by_code`].
pub async fn begin_registration(
    portal: &Portal,
    visit: &Visit,
    input: SheetInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move { registration_in(c, p, v, &input).await })
    })
    .await
}

async fn registration_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: &SheetInput,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let Some(centre) = workplace::of(portal, &seat, None) else {
        return workplace::missing(portal);
    };
    if let Some(wait_s) = count(c, portal, visit, &seat, DeskCount::Reception).await? {
        let flash = Flash::of(Form::DeskVisits).say(Outcome::TooManyLookUps);
        return Done::with_flash(portal, REGISTRATION, &flash.wait(Some(wait_s)));
    }
    let operator_id = seat.operator_id.as_str();
    let id = row::insert(c, portal, Kind::Registration, operator_id, &centre, None).await?;
    if let Some(mut reception) = row::load(c, portal, &id).await? {
        reception.sheet.take(input);
        reception.sheet.tried = true;
        row::save(c, portal, &reception).await?;
    }
    let actor = Actor::of(&seat, visit);
    let detail = [("kind", Kind::Registration.code()), ("way", "form")];
    let event = Event::ReceptionOpened;
    note(c, portal, actor, None, Some(&id), event, &detail).await?;
    Ok(Done::on(path(&id)))
}

//! Pressing a link's button.

use domain::flow::Step;

use super::LinkInput;
use super::link::{Found, Link, find};
use crate::contact;
use crate::cookie::CookieName;
use crate::done::Done;
use crate::draft::{self, Derived, Draft, DraftFlow, Held};
use crate::enrolment;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::resume;
use crate::session;
use crate::store::Connection;
use crate::store::statement::code as sql;
use crate::token::Token;
use crate::visit::Visit;

pub(super) async fn press(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: LinkInput,
) -> Result<Done, PortalError> {
    match find(c, portal, &input.token).await? {
        Link::Alive(found) => {
            c.execute(
                sql::USE_LINK,
                &[found.code_id.as_str().into(), portal.clock.now().into()],
            )
            .await?;
            let token = browser_token(portal, &found, &input.form_id)?;
            first(c, portal, visit, *found, token).await
        }
        Link::Used(found) => {
            let token = browser_token(portal, &found, &input.form_id)?;
            match again(c, portal, visit, &found, token).await? {
                Some(done) => Ok(done),
                None => dead(portal, &found.token.to_string(), Outcome::LinkUsed),
            }
        }
        Link::Dead => match Token::parse(&input.token) {
            Some(token) => dead(portal, &token.to_string(), Outcome::LinkExpired),
            None => Ok(Done::on("/")),
        },
    }
}

/// The token of the browser that presses: the same for every press of one page. A page without an id of its
/// own has no repeats.
fn browser_token(portal: &Portal, found: &Found, form_id: &str) -> Result<Token, PortalError> {
    match form_id {
        "" => Ok(Token::new(&*portal.rng)),
        form_id => Derived::Pressed(&found.token, form_id).token(portal),
    }
}

fn dead(portal: &Portal, token: &str, outcome: Outcome) -> Result<Done, PortalError> {
    Done::with_flash(
        portal,
        format!("/confirm/{token}"),
        &Flash::of(Form::Link).say(outcome),
    )
}

/// The first press: this browser has proven the contact.
async fn first(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    found: Found,
    token: Token,
) -> Result<Done, PortalError> {
    let mut draft = found.draft;
    match draft.flow {
        DraftFlow::Registration => {
            let held = take(c, portal, draft, visit.draft.as_ref(), token).await?;
            onward(c, portal, visit, &held).await
        }
        DraftFlow::Recovery => {
            let held = take(c, portal, draft, visit.recovery.as_ref(), token).await?;
            onward(c, portal, visit, &held).await
        }
        DraftFlow::Resume => resume::go_on(c, portal, visit, &mut draft, token).await,
        DraftFlow::Contact(kind) => {
            let finished = contact::finish(c, portal, visit, &mut draft).await?;
            let signed_in = is_owner(c, portal, visit, &draft).await?;
            finished.done(portal, kind, signed_in)
        }
        DraftFlow::PersonalData | DraftFlow::Reception => Err(PortalError::Unavailable),
    }
}

/// One more press of the same page leads where the first one did. `None`: another browser's press.
async fn again(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    found: &Found,
    token: Token,
) -> Result<Option<Done>, PortalError> {
    let (flow, brought) = match found.draft.flow {
        DraftFlow::Registration => (DraftFlow::Registration, visit.draft.as_ref()),
        DraftFlow::Recovery => (DraftFlow::Recovery, visit.recovery.as_ref()),
        DraftFlow::Resume => (DraftFlow::Registration, visit.draft.as_ref()),
        DraftFlow::Contact(_) => {
            return Ok(match is_owner(c, portal, visit, &found.draft).await? {
                true => Some(Done::on("/cabinet")),
                false => None,
            });
        }
        DraftFlow::PersonalData | DraftFlow::Reception => {
            return Err(PortalError::Unavailable);
        }
    };
    for token in [Some(&token), brought].into_iter().flatten() {
        if let Some(held) = draft::held(c, portal, flow, Some(token)).await?
            && (held.draft.id == found.draft.id || found.draft.flow == DraftFlow::Resume)
            && (held.is_proven(&portal.vault) || held.draft.finished)
        {
            return onward(c, portal, visit, &held).await.map(Some);
        }
    }
    Ok(None)
}

/// The draft in this browser's hands, its contact proven.
async fn take(
    c: &mut Connection,
    portal: &Portal,
    draft: Draft,
    brought: Option<&Token>,
    new: Token,
) -> Result<Held, PortalError> {
    let mut held = draft::adopt(c, portal, draft, brought, new).await?;
    draft::prove(c, portal, &mut held).await?;
    Ok(held)
}

/// To the step after the proof.
async fn onward(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    held: &Held,
) -> Result<Done, PortalError> {
    let age = Some(held.draft.expires_at.seconds_left(portal.clock.now()));
    if held.draft.finished {
        let signed_in = is_owner(c, portal, visit, &held.draft).await?;
        let path = match held.draft.flow {
            DraftFlow::Registration if signed_in => Step::RegisterDone.path(),
            _ if signed_in => "/cabinet",
            _ => "/login",
        };
        return Ok(Done::on(path));
    }
    if held.draft.flow == DraftFlow::Recovery {
        return Ok(Done::on(Step::RecoverPassword.path()).token(
            CookieName::Recovery,
            &held.token,
            age,
        ));
    }
    let facts = enrolment::facts(c, portal, held).await?;
    Ok(Done::on(enrolment::furthest(&facts)).token(CookieName::Draft, &held.token, age))
}

/// Whether this browser is signed in to the account that a finished draft belongs to.
async fn is_owner(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    draft: &Draft,
) -> Result<bool, PortalError> {
    let session = session::find(c, portal, visit.session.as_ref()).await?;
    Ok(session.is_some_and(|session| Some(session.account_id) == draft.finished_account))
}

//! Sessions of signed-in citizens.

mod begin;
pub(crate) mod device;
mod raise;
mod row;
mod twin;

use domain::level::AssuranceLevel;

pub(crate) use begin::{Opening, begin};
pub(crate) use row::{Session, end, end_others, find, is_alive, require};
pub(crate) use twin::{is_twin, open_origin};

use crate::account;
use crate::clock::Instant;
use crate::done::Done;
use crate::enrolment::ContactView;
use crate::error::PortalError;
use crate::feed;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::session as sql;
use crate::task;
use crate::visit::Visit;

/// Where sessions are listed.
const SECURITY: &str = "/cabinet/security";

/// How often the store notes that a session is used, in seconds: more often where idleness ends it.
const NOTE_EVERY_S: i64 = 300;
const NOTE_EVERY_FOREIGN_S: i64 = 15;

/// The signed-in citizen, as every page's header shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// Id of the account.
    pub account_id: String,
    /// Id of the session.
    pub session_id: String,
    /// «Фамилия»
    pub surname: String,
    /// Contacts as they are shown, phone first (R-CAB-01).
    pub contacts: Vec<String>,
    /// Level of the session: what it may do.
    pub level: AssuranceLevel,
    /// Level of the account: where it is higher, the password brings it into the session (D-38).
    pub account_level: AssuranceLevel,
    /// Entries of the feed that were not read; 99 means that or more.
    pub unread: usize,
    /// When the session ends at the latest.
    pub expires_at: Instant,
    /// «Чужой компьютер»: when it ends for want of activity.
    pub idle_at: Option<Instant>,
}

/// The session of this visit, if it lives. Notes that it is used.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn current(portal: &Portal, visit: &Visit) -> Result<Option<SessionView>, PortalError> {
    if visit.session.is_none() {
        return Ok(None);
    }
    let found = task::read(portal, visit, |c, p, v| Box::pin(look(c, p, v))).await?;
    let Some((session, mut view)) = found else {
        return Ok(None);
    };
    let every_s = if session.foreign_computer {
        NOTE_EVERY_FOREIGN_S
    } else {
        NOTE_EVERY_S
    };
    let now = portal.clock.now();
    if session.seen_at.plus_s(every_s) <= now {
        task::write(portal, visit, move |c, p, _| {
            Box::pin(async move {
                c.execute(sql::TOUCH, &[session.id.into(), p.clock.now().into()])
                    .await?;
                Ok(())
            })
        })
        .await?;
        view.idle_at = view
            .idle_at
            .map(|_| now.plus_s(portal.config.session.foreign_idle_s));
    }
    Ok(Some(view))
}

async fn look(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Option<(Session, SessionView)>, PortalError> {
    let Some(session) = find(c, portal, visit.session.as_ref()).await? else {
        return Ok(None);
    };
    let account = account::load(c, portal, &session.account_id).await?;
    let names = account::names(c, &account.id, &account.key).await?;
    let contacts = account::contacts(c, &account.id, &account.key).await?;
    let shown = contacts
        .iter()
        .filter_map(|own| ContactView::of_stored(&own.contact));
    let idle_at = session.seen_at.plus_s(portal.config.session.foreign_idle_s);
    let view = SessionView {
        account_id: session.account_id.clone(),
        session_id: session.id.clone(),
        contacts: shown.map(|contact| contact.display).collect(),
        surname: names.surname,
        level: session.level,
        account_level: account.level,
        unread: feed::unread(c, &session.account_id).await?,
        expires_at: session.expires_at,
        idle_at: session.foreign_computer.then_some(idle_at),
    };
    Ok(Some((session, view)))
}

/// Brings the account's new level into this session, by the password in place (D-38).
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn raise(
    portal: &Portal,
    visit: &Visit,
    password: String,
    return_to: String,
) -> Result<Done, PortalError> {
    task::complete(raise::raise(
        portal.clone(),
        visit.clone(),
        password,
        return_to,
    ))
    .await
}

/// «Завершить» one session of one's own; one's own current one is «Выйти».
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn revoke(
    portal: &Portal,
    visit: &Visit,
    session_id: String,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(revoke_one(c, p, v, session_id))
    })
    .await
}

async fn revoke_one(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    session_id: String,
) -> Result<Done, PortalError> {
    let session = require(c, portal, visit).await?;
    if session.id == session_id {
        return Ok(Done::on(SECURITY));
    }
    // A repeat finds nothing to end and is told the same.
    if end(c, &session.account_id, &session_id).await? {
        note(
            c,
            portal,
            visit,
            Some(&session.account_id),
            Event::SessionEnded,
            &[],
        )
        .await?;
    }
    Done::with_flash(
        portal,
        SECURITY,
        &Flash::of(Form::Security).say(Outcome::SessionEnded),
    )
}

/// Ends every session but this one, and forgets every other device.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Unavailable`].
pub async fn revoke_others(portal: &Portal, visit: &Visit) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(revoke_rest(c, p, v))).await
}

async fn revoke_rest(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Done, PortalError> {
    let session = require(c, portal, visit).await?;
    device::forget_others(c, visit, &session.account_id).await?;
    if end_others(c, &session.account_id, &session.id).await? > 0 {
        note(
            c,
            portal,
            visit,
            Some(&session.account_id),
            Event::SessionsEnded,
            &[],
        )
        .await?;
    }
    Done::with_flash(
        portal,
        SECURITY,
        &Flash::of(Form::Security).say(Outcome::SessionsEnded),
    )
}

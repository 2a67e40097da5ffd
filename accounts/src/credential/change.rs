//! Changing the password in the cabinet.

use zeroize::Zeroizing;

use super::PasswordChangeInput;
use super::judge::judge;
use super::reauth::{Reauth, reauthenticate};
use crate::account;
use crate::contact;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::journal::Event;
use crate::note::note;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session::{self, device};
use crate::store::Connection;
use crate::store::statement::credential as sql;
use crate::task;
use crate::tell::tell_everywhere;
use crate::temporary_code;
use crate::visit::Visit;

const SECURITY: &str = "/cabinet/security";

/// How long after a change a repeat of its submission is told the same.
const REPEAT_S: i64 = 60;

pub(super) async fn change(
    portal: Portal,
    visit: Visit,
    input: PasswordChangeInput,
) -> Result<Done, PortalError> {
    let own = task::read(&portal, &visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            super::own_words(c, p, &session.account_id).await
        })
    })
    .await?;
    let back = |flash: &Flash| Done::with_flash(&portal, SECURITY, flash);
    let mut refused = Vec::new();
    if input.current.is_empty() {
        refused.push(Refusal::new("current", Outcome::Empty.code()));
    }
    let warning = match judge(
        &portal.config.password,
        &input.password,
        &input.password_repeat,
        &own,
    ) {
        Ok(warning) => warning,
        Err(codes) => {
            refused.extend(codes);
            None
        }
    };
    if !refused.is_empty() {
        return back(&Flash::of(Form::Security).with(refused));
    }
    let fitted = match reauthenticate(&portal, &visit, &input.current).await? {
        Reauth::Right { phc } => phc,
        Reauth::Wrong { wait_s } => {
            if wait_s.is_none() && is_repeat(&portal, &visit, &input.password).await? {
                return done(&portal, warning);
            }
            let flash = Flash::of(Form::Security)
                .refuse("current", Outcome::WrongPassword)
                .wait(wait_s);
            return back(&flash);
        }
    };
    let phc = portal
        .hasher
        .hash(Zeroizing::new(input.password.clone()))
        .await?;
    let changed = task::write(&portal, &visit, |c, p, v| {
        Box::pin(replace(c, p, v, fitted, phc))
    })
    .await?;
    if changed || is_repeat(&portal, &visit, &input.password).await? {
        return done(&portal, warning);
    }
    back(&Flash::of(Form::Security).refuse("current", Outcome::WrongPassword))
}

fn done(portal: &Portal, warning: Option<Outcome>) -> Result<Done, PortalError> {
    let mut flash = Flash::of(Form::Security).say(Outcome::PasswordChanged);
    if let Some(warning) = warning {
        flash = flash.say(warning);
    }
    Done::with_flash(portal, SECURITY, &flash)
}

/// Replaces the hash that the current password fitted, and ends what was begun under it: other sessions and
/// changes of contacts. `false`: somebody was faster.
async fn replace(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    fitted: String,
    phc: String,
) -> Result<bool, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let id = session.account_id.as_str();
    let row = c
        .fetch_optional(sql::LOAD, &[id.into()])
        .await?
        .ok_or(PortalError::Unavailable)?;
    if row.text(0)? != fitted {
        return Ok(false);
    }
    let account = account::load(c, portal, id).await?;
    c.execute(
        sql::CHANGE,
        &[id.into(), phc.into(), portal.clock.now().into()],
    )
    .await?;
    session::end_others(c, id, &session.id).await?;
    device::forget_others(c, visit, id).await?;
    contact::end_changes(c, portal, id).await?;
    // Whoever has the password does not need access from a centre.
    temporary_code::take_back(c, portal, id).await?;
    note(c, portal, visit, Some(id), Event::PasswordChanged, &[]).await?;
    tell_everywhere(c, portal, id, &account.key, NoticeKind::PasswordChanged).await?;
    Ok(true)
}

/// Whether the very password was set a moment ago: a second click finds the current one changed.
async fn is_repeat(portal: &Portal, visit: &Visit, password: &str) -> Result<bool, PortalError> {
    let recent = task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let session = session::require(c, p, v).await?;
            let row = c
                .fetch_optional(sql::LOAD, &[session.account_id.into()])
                .await?;
            let row = row.ok_or(PortalError::Unavailable)?;
            let fresh = row.instant(1)?.plus_s(REPEAT_S) > p.clock.now();
            Ok(if fresh { Some(row.text(0)?) } else { None })
        })
    })
    .await?;
    match recent {
        Some(phc) => Ok(portal
            .hasher
            .verify(Some(phc), Zeroizing::new(password.to_owned()))
            .await?
            .matches),
        None => Ok(false),
    }
}

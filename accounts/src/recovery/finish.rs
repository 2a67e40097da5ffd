//! The recovery's last step: the new password, every other session ended, the owner told.

use domain::flow::Step;
use zeroize::Zeroizing;

use super::steps::{Standing, standing};
use crate::account;
use crate::clock::Instant;
use crate::contact_index::contact_index;
use crate::cookie::CookieName;
use crate::credential;
use crate::done::Done;
use crate::draft::{self, Derived, Held, Payload};
use crate::enrolment::PasswordInput;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session::{self, Opening, device};
use crate::store::Connection;
use crate::store::statement::credential as sql;
use crate::task;
use crate::tell::tell_everywhere;
use crate::temporary_code;
use crate::visit::Visit;

pub(super) async fn submit(
    portal: Portal,
    visit: Visit,
    input: PasswordInput,
) -> Result<Done, PortalError> {
    let own = match task::read(&portal, &visit, |c, p, v| Box::pin(own_words(c, p, v))).await? {
        Ok(own) => own,
        Err(done) => return Ok(done),
    };
    let rules = &portal.config.password;
    let warning = match credential::judge(rules, &input.password, &input.password_repeat, &own) {
        Ok(warning) => warning,
        Err(refused) => {
            let flash = Flash::of(Form::RecoverPassword).with(refused);
            return Done::with_flash(&portal, Step::RecoverPassword.path(), &flash);
        }
    };
    let phc = portal.hasher.hash(Zeroizing::new(input.password)).await?;
    task::write(&portal, &visit, move |c, p, v| {
        Box::pin(finish(c, p, v, phc, warning))
    })
    .await
}

async fn own_words(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Result<Vec<String>, Done>, PortalError> {
    match ready(c, portal, visit).await? {
        Ok((_, account_id)) => Ok(Ok(credential::own_words(c, portal, &account_id).await?)),
        Err(done) => Ok(Err(done)),
    }
}

/// The proven draft and the account it recovers, or the place to which everybody else is sent.
async fn ready(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Result<(Box<Held>, String), Done>, PortalError> {
    let held = match standing(c, portal, visit).await? {
        Standing::Open(held, true) => held,
        Standing::Open(_, false) => return Ok(Err(Done::on(Step::RecoverCode.path()))),
        Standing::Nothing => return Ok(Err(Done::on(Step::RecoverLogin.path()))),
        Standing::Finished(_, true) => return Ok(Err(Done::on("/cabinet"))),
        Standing::Finished(held, false) => return rejoin(c, portal, &held).await.map(Err),
    };
    let Some(account_id) = held.draft.payload.account().map(str::to_owned) else {
        return Ok(Err(Done::on(Step::RecoverLogin.path())));
    };
    if is_overtaken(c, portal, &held, &account_id).await? {
        return Ok(Err(Done::on(Step::RecoverLogin.path())));
    }
    Ok(Ok((held, account_id)))
}

/// A proof counts for the account that has had the contact since before it, and only until the password
/// changes.
pub(super) async fn is_overtaken(
    c: &mut Connection,
    portal: &Portal,
    held: &Held,
    account_id: &str,
) -> Result<bool, PortalError> {
    let Some(proven_at) = proof(c, portal, held, account_id).await? else {
        return Ok(true);
    };
    let Some(row) = c.fetch_optional(sql::LOAD, &[account_id.into()]).await? else {
        return Ok(true);
    };
    let changed_at = row.instant(1)?;
    Ok(proven_at < changed_at)
}

/// When the proof was brought that counts for this account still.
async fn proof(
    c: &mut Connection,
    portal: &Portal,
    held: &Held,
    account_id: &str,
) -> Result<Option<Instant>, PortalError> {
    if let Payload::Issued { at_ms, .. } = held.draft.payload {
        let code = temporary_code::find(c, account_id).await?;
        return Ok(code.map(|_| Instant::from_millis(at_ms)));
    }
    let (Some(contact), Some(proven_at)) = (held.draft.payload.contact(), held.proven_at()) else {
        return Ok(None);
    };
    let index = contact_index(&portal.vault, &contact);
    let owner = account::owner_since(c, contact.kind(), &index).await?;
    let has_it = owner.is_some_and(|(owner, since)| owner == account_id && since <= proven_at);
    Ok(has_it.then_some(proven_at))
}

async fn finish(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    phc: String,
    warning: Option<Outcome>,
) -> Result<Done, PortalError> {
    let (mut held, account_id) = match ready(c, portal, visit).await? {
        Ok(ready) => ready,
        Err(done) => return Ok(done),
    };
    let id = account_id.as_str();
    let account = account::load(c, portal, id).await?;
    c.execute(
        sql::CHANGE,
        &[id.into(), phc.into(), portal.clock.now().into()],
    )
    .await?;
    session::end_others(c, id, "").await?;
    device::forget_all(c, id).await?;
    credential::forget_failures(c, portal, &account).await?;
    crate::contact::end_changes(c, portal, id).await?;
    match held.draft.payload {
        Payload::Issued { .. } => temporary_code::redeem(c, portal, visit, &account).await?,
        _ => drop(temporary_code::take_back(c, portal, id).await?),
    }
    let token = Derived::Session(&held.token).token(portal)?;
    let opening = Opening {
        account_id: id,
        key: &account.key,
        level: account.level,
        token: &token,
        foreign_computer: false,
    };
    let cookies = session::begin(c, portal, visit, opening).await?;
    note(c, portal, visit, Some(id), Event::PasswordRecovered, &[]).await?;
    tell_everywhere(c, portal, id, &account.key, NoticeKind::PasswordRecovered).await?;
    draft::finish(c, portal, &mut held.draft, Some(id)).await?;
    let mut flash = Flash::of(Form::Cabinet).say(Outcome::PasswordChanged);
    if let Some(warning) = warning {
        flash = flash.say(warning);
    }
    let mut done = Done::with_flash(portal, "/cabinet", &flash)?;
    done.cookies.extend(cookies);
    Ok(done)
}

/// A repeated last submission finds the session of the first one, as long as it lives.
async fn rejoin(c: &mut Connection, portal: &Portal, held: &Held) -> Result<Done, PortalError> {
    let token = Derived::Session(&held.token).token(portal)?;
    let Some(session) = session::find(c, portal, Some(&token)).await? else {
        return Ok(Done::on("/login"));
    };
    let age = session.expires_at.seconds_left(portal.clock.now());
    Ok(Done::on("/cabinet").token(CookieName::Session, &token, Some(age)))
}

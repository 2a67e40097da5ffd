//! The account has a new level: the open session gets it when the password is given in place, and a new token with it.

use super::begin::session_cookie;
use super::row;
use crate::account;
use crate::credential::{Reauth, reauthenticate};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::return_path::local_path;
use crate::store::Connection;
use crate::store::statement::session as sql;
use crate::task;
use crate::token::Token;
use crate::visit::Visit;

pub(super) async fn raise(
    portal: Portal,
    visit: Visit,
    password: String,
    return_to: String,
) -> Result<Done, PortalError> {
    let back = local_path(&return_to).unwrap_or("/cabinet").to_owned();
    let refused = |wait_s| {
        let flash = Flash::of(Form::Level).refuse("password", Outcome::WrongPassword);
        Done::with_flash(&portal, back.clone(), &flash.wait(wait_s))
    };
    if password.is_empty() {
        let flash = Flash::of(Form::Level).refuse("password", Outcome::Empty);
        return Done::with_flash(&portal, back, &flash);
    }
    match reauthenticate(&portal, &visit, &password).await? {
        Reauth::Wrong { wait_s } => refused(wait_s),
        Reauth::Right { .. } => {
            let next = back.clone();
            task::write(&portal, &visit, |c, p, v| Box::pin(take(c, p, v, next))).await
        }
    }
}

async fn take(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    next: String,
) -> Result<Done, PortalError> {
    let session = row::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    if account.level <= session.level {
        return Ok(Done::on(next));
    }
    let token = Token::new(&*portal.rng);
    let values = [
        session.id.as_str().into(),
        account.level.code().into(),
        token.hash().into(),
    ];
    c.execute(sql::RAISE, &values).await?;
    let detail = [("level", account.level.code())];
    note(
        c,
        portal,
        visit,
        Some(&account.id),
        Event::SessionRaised,
        &detail,
    )
    .await?;
    let cookie = session_cookie(portal, &token, session.foreign_computer);
    let done = Done::with_flash(
        portal,
        next,
        &Flash::of(Form::Level).say(Outcome::LevelTaken),
    )?;
    Ok(done.cookie(cookie))
}

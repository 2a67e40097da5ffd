//! One try to sign in at the desk, from the login to the session.

use domain::field::password::PasswordError;
use zeroize::Zeroizing;

use super::DeskSignInInput;
use super::begin::{Attempt, begin};
use super::note::note;
use super::seat;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::hashing::{HashError, Verdict};
use crate::journal::Event;
use crate::operator::{self, Operator};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::return_path::{desk_login_path, desk_path};
use crate::store::Connection;
use crate::store::statement::operator as sql;
use crate::task;
use crate::visit::Visit;

/// The first page of the desk.
const DESK: &str = "/desk";
/// Where a password is chosen.
const PASSWORD: &str = "/desk/password";

/// What a try was made with, and where it leads.
#[derive(Clone)]
struct Asked {
    login: String,
    code: String,
    return_to: String,
}

impl Asked {
    fn success(&self, must_change: bool) -> &str {
        if must_change {
            return PASSWORD;
        }
        desk_path(&self.return_to).unwrap_or(DESK)
    }

    fn refused(&self, portal: &Portal, wait_s: i64) -> Result<Done, PortalError> {
        let flash = Flash::of(Form::DeskSignIn)
            .say(Outcome::DeskSignInFailed)
            .typed(&self.login)
            .wait((wait_s > 0).then_some(wait_s));
        Done::with_flash(portal, desk_login_path(&self.return_to), &flash)
    }
}

/// `POST` of `/desk/login`. One outcome for every failure: unknown login, wrong password, wrong or used
/// code, a disabled operator, too early a try.
///
/// # Errors
/// [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn sign_in(
    portal: &Portal,
    visit: &Visit,
    input: DeskSignInInput,
) -> Result<Done, PortalError> {
    task::complete(submit(portal.clone(), visit.clone(), input)).await
}

async fn submit(portal: Portal, visit: Visit, input: DeskSignInInput) -> Result<Done, PortalError> {
    let DeskSignInInput {
        login,
        password,
        code,
        return_to,
    } = input;
    let password = Zeroizing::new(password);
    let asked = Asked {
        login,
        code,
        return_to,
    };
    if let Some(done) = empty(&portal, &asked, &password)? {
        return Ok(done);
    }
    let login = asked.login.clone();
    let begun = task::write(&portal, &visit, |c, p, v| {
        Box::pin(async move { begin(c, p, v, &login).await })
    })
    .await?;
    let attempt = match begun {
        Ok(attempt) => attempt,
        Err(wait_s) => return asked.refused(&portal, wait_s),
    };
    let phc = attempt.operator.as_ref().map(|found| found.phc.clone());
    match portal.hasher.verify(phc, password).await {
        Ok(verdict) => {
            task::write(&portal, &visit, |c, p, v| {
                Box::pin(conclude(c, p, v, attempt, verdict, asked))
            })
            .await
        }
        Err(error) => {
            if error == HashError::Full {
                task::write(&portal, &visit, |c, p, _| {
                    Box::pin(async move { attempt.counters.take_back(c, p).await })
                })
                .await?;
            }
            Err(error.into())
        }
    }
}

/// A field left empty is no try.
fn empty(portal: &Portal, asked: &Asked, password: &str) -> Result<Option<Done>, PortalError> {
    let mut codes = Vec::new();
    if asked.login.trim().is_empty() {
        codes.push(Refusal::new("login", Outcome::Empty.code()));
    }
    if password.is_empty() {
        codes.push(Refusal::new("password", PasswordError::Empty.code()));
    }
    if asked.code.trim().is_empty() {
        codes.push(Refusal::new("code", Outcome::Empty.code()));
    }
    if codes.is_empty() {
        return Ok(None);
    }
    let flash = Flash::of(Form::DeskSignIn).with(codes).typed(&asked.login);
    Done::with_flash(portal, desk_login_path(&asked.return_to), &flash).map(Some)
}

async fn conclude(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    attempt: Attempt,
    verdict: Verdict,
    asked: Asked,
) -> Result<Done, PortalError> {
    if let (Some(tried), true) = (&attempt.operator, verdict.matches) {
        let now = operator::load(c, &tried.id).await?;
        // The password that was verified must be the operator's still.
        let now = now.filter(|now| !now.disabled && now.phc == tried.phc);
        if let Some(operator) = now
            && let Some(done) = admit(c, portal, visit, &operator, &asked).await?
        {
            attempt.counters.succeed(c, portal).await?;
            if let Some(stronger) = verdict.rehash {
                let (id, phc) = (operator.id.as_str(), operator.phc.as_str());
                c.execute(sql::REHASH, &[id.into(), stronger.into(), phc.into()])
                    .await?;
            }
            return Ok(done);
        }
    }
    let id = attempt.operator.as_ref().map(|tried| tried.id.as_str());
    note(c, portal, visit, id, Event::OperatorSignInRefused).await?;
    let wait_s = attempt.counters.fail(c, portal).await?;
    asked.refused(portal, wait_s)
}

/// Opens a session when the code fits; `None`: it does not. A browser in which this operator is signed in
/// already has sent the form twice, and the code of the first time is used.
async fn admit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    operator: &Operator,
    asked: &Asked,
) -> Result<Option<Done>, PortalError> {
    let next = asked.success(operator.must_change);
    let earlier = seat::find(c, portal, visit).await?;
    if earlier.is_some_and(|seat| seat.operator_id == operator.id) {
        return Ok(Some(Done::on(next)));
    }
    let Some(step) = operator::fitting_step(portal, operator, &asked.code)? else {
        return Ok(None);
    };
    let id = operator.id.as_str();
    c.execute(sql::USE_STEP, &[id.into(), step.into()]).await?;
    let cookie = seat::open(c, portal, visit, id).await?;
    note(c, portal, visit, Some(id), Event::OperatorSignedIn).await?;
    Ok(Some(Done::on(next).cookie(cookie)))
}

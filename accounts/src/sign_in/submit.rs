//! One try to sign in, from the login to the session.

use domain::field::password::PasswordError;
use zeroize::Zeroizing;

use super::subject::{Attempt, begin};
use super::{LoginKind, SignInInput};
use crate::account::{self, Account};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::hashing::{HashError, Verdict};
use crate::journal::Event;
use crate::note::note;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::return_path::{local_path, login_path};
use crate::session::{self, Opening};
use crate::store::Connection;
use crate::store::statement::credential as sql;
use crate::task;
use crate::tell::tell;
use crate::temporary_code::{self, Admission, TemporaryCode};
use crate::token::Token;
use crate::visit::Visit;

/// The places a try may lead to, and what it was tried with.
#[derive(Clone)]
struct Asked {
    kind: LoginKind,
    login: String,
    return_to: String,
    foreign_computer: bool,
}

impl Asked {
    fn success(&self) -> &str {
        local_path(&self.return_to).unwrap_or("/cabinet")
    }

    fn refused(&self, portal: &Portal, wait_s: i64) -> Result<Done, PortalError> {
        let flash = self.flash().say(Outcome::SignInFailed);
        Done::with_flash(
            portal,
            self.form_path(),
            &flash.wait((wait_s > 0).then_some(wait_s)),
        )
    }

    /// The outcome of this form, with the login as typed. A SNILS is not kept in the browser.
    fn flash(&self) -> Flash {
        match self.kind {
            LoginKind::Contact => Flash::of(Form::SignIn).typed(&self.login),
            LoginKind::Snils => Flash::of(Form::SnilsSignIn),
        }
    }

    fn form_path(&self) -> String {
        login_path(self.kind, &self.return_to)
    }
}

pub(super) async fn submit(
    portal: Portal,
    visit: Visit,
    input: SignInInput,
) -> Result<Done, PortalError> {
    let SignInInput {
        kind,
        login,
        password,
        foreign_computer,
        return_to,
    } = input;
    let password = Zeroizing::new(password);
    let asked = Asked {
        kind,
        login,
        return_to,
        foreign_computer,
    };
    if let Some(done) = empty(&portal, &asked, &password)? {
        return Ok(done);
    }
    let login = asked.login.clone();
    let code = temporary_code::typed(&password);
    let is_code = code.is_some();
    let begun = if portal.config.limits.enabled {
        task::write(&portal, &visit, move |c, p, v| {
            Box::pin(async move { begin(c, p, v, kind, &login, is_code).await })
        })
        .await?
    } else {
        task::read(&portal, &visit, move |c, p, v| {
            Box::pin(async move { begin(c, p, v, kind, &login, is_code).await })
        })
        .await?
    };
    let attempt = match begun {
        Ok(attempt) => attempt,
        Err(wait_s) => return asked.refused(&portal, wait_s),
    };
    match verify(&portal, &attempt, password, code).await {
        Ok(Verified::Code(code)) => {
            task::write(&portal, &visit, |c, p, v| {
                Box::pin(conclude_code(c, p, v, attempt, code, asked))
            })
            .await
        }
        Ok(Verified::Password(verdict)) => {
            task::write(&portal, &visit, |c, p, v| {
                Box::pin(conclude(c, p, v, attempt, verdict, asked))
            })
            .await
        }
        Err(error) => {
            if error == HashError::Full && portal.config.limits.enabled {
                task::write(&portal, &visit, |c, p, _| {
                    Box::pin(async move { attempt.counters.take_back(c, p).await })
                })
                .await?;
            }
            Err(error.into())
        }
    }
}

/// What was typed, and whether it fits.
enum Verified {
    /// The code of a centre.
    Code(TemporaryCode),
    /// A password, right or wrong.
    Password(Verdict),
}

/// Where the account has a code of a centre and what was typed can be one, that is tried first.
async fn verify(
    portal: &Portal,
    attempt: &Attempt,
    password: Zeroizing<String>,
    code: Option<Zeroizing<String>>,
) -> Result<Verified, HashError> {
    let found = attempt.found.as_ref();
    let temporary = found.and_then(|found| found.temporary.clone());
    if let (Some(temporary), Some(code)) = (temporary, code) {
        let phc = Some(temporary.phc.clone());
        if portal.hasher.verify(phc, code).await?.matches {
            return Ok(Verified::Code(temporary));
        }
    }
    let phc = found.map(|found| found.phc.clone());
    portal
        .hasher
        .verify(phc, password)
        .await
        .map(Verified::Password)
}

/// The code of a centre fits.
async fn conclude_code(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    attempt: Attempt,
    code: TemporaryCode,
    asked: Asked,
) -> Result<Done, PortalError> {
    let admission = match &attempt.found {
        Some(found) => temporary_code::admit(c, portal, visit, &found.account_id, &code).await?,
        None => None,
    };
    match admission {
        Some(admission) => {
            attempt.counters.succeed(c, portal).await?;
            match admission {
                Admission::Admitted(done) => Ok(done),
                Admission::Refused(outcome, wait_s) => {
                    let flash = asked.flash().say(outcome).wait(wait_s);
                    Done::with_flash(portal, asked.form_path(), &flash)
                }
            }
        }
        None => {
            let wait_s = attempt.counters.fail(c, portal).await?;
            asked.refused(portal, wait_s)
        }
    }
}

/// A field left empty is no try.
fn empty(portal: &Portal, asked: &Asked, password: &str) -> Result<Option<Done>, PortalError> {
    let mut codes = Vec::new();
    if asked.login.trim().is_empty() {
        let field = match asked.kind {
            LoginKind::Contact => "login",
            LoginKind::Snils => "snils",
        };
        codes.push(Refusal::new(field, Outcome::Empty.code()));
    }
    if password.is_empty() {
        codes.push(Refusal::new("password", PasswordError::Empty.code()));
    }
    if codes.is_empty() {
        return Ok(None);
    }
    Done::with_flash(portal, asked.form_path(), &asked.flash().with(codes)).map(Some)
}

async fn conclude(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    attempt: Attempt,
    verdict: Verdict,
    asked: Asked,
) -> Result<Done, PortalError> {
    if let (Some(found), true) = (&attempt.found, verdict.matches) {
        // The password that was verified must be the account's still.
        let (id, phc) = (&found.account_id, &found.phc);
        if let Some(account) = account::load_with_password(c, portal, id, phc).await? {
            attempt.counters.succeed(c, portal).await?;
            if let Some(stronger) = verdict.rehash {
                let values = [id.into(), stronger.into(), phc.into()];
                c.execute(sql::REHASH, &values).await?;
            }
            return welcome(c, portal, visit, &account, &attempt, &asked).await;
        }
    }
    let account_id = attempt
        .found
        .as_ref()
        .map(|found| found.account_id.as_str());
    note(c, portal, visit, account_id, Event::SignInRefused, &[]).await?;
    let wait_s = attempt.counters.fail(c, portal).await?;
    asked.refused(portal, wait_s)
}

async fn welcome(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account: &Account,
    attempt: &Attempt,
    asked: &Asked,
) -> Result<Done, PortalError> {
    let id = account.id.as_str();
    let mut done = Done::on(asked.success());
    let earlier = session::find(c, portal, visit.session.as_ref()).await?;
    if earlier.is_some_and(|earlier| {
        earlier.account_id == id && earlier.foreign_computer == asked.foreign_computer
    }) {
        // A repeat: this browser is signed in already.
        return Ok(done);
    }
    let told = attempt.device_known || session::is_twin(c, portal, visit, id, &account.key).await?;
    let token = Token::new(&*portal.rng);
    let opening = Opening {
        account_id: id,
        key: &account.key,
        level: account.level,
        token: &token,
        foreign_computer: asked.foreign_computer,
    };
    done.cookies
        .extend(session::begin(c, portal, visit, opening).await?);
    let place = if asked.foreign_computer {
        "foreign"
    } else {
        "own"
    };
    let known = if attempt.device_known { "known" } else { "new" };
    note(
        c,
        portal,
        visit,
        Some(id),
        Event::SignedIn,
        &[("computer", place), ("device", known)],
    )
    .await?;
    if !told {
        tell(c, portal, id, &account.key, NoticeKind::SignedInNewDevice).await?;
    }
    Ok(done)
}

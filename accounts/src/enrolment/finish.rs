//! The last step: from a proven draft to an account, in one transaction.

use domain::flow::{Facts, Step};
use domain::level::AssuranceLevel;
use zeroize::Zeroizing;

use super::judge::judge;
use super::standing::{Standing, furthest, standing};
use super::{PasswordInput, RegistrationInput};
use crate::account::{self, Beginning};
use crate::cookie::CookieName;
use crate::credential;
use crate::done::Done;
use crate::draft::{self, AcceptedForm, Derived, Held};
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outbox::NoticeKind;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session::{self, Opening};
use crate::store::Connection;
use crate::task;
use crate::tell::tell;
use crate::visit::Visit;

/// Judges the password, hashes it outside of any transaction, and finishes.
pub(super) async fn submit(
    portal: Portal,
    visit: Visit,
    input: PasswordInput,
) -> Result<Done, PortalError> {
    let own = match task::read(&portal, &visit, |c, p, v| Box::pin(ready(c, p, v))).await? {
        Ok(form) => own_words(&form),
        Err(done) => return Ok(done),
    };
    let rules = &portal.config.password;
    let warning = match credential::judge(rules, &input.password, &input.password_repeat, &own) {
        Ok(warning) => warning,
        Err(refused) => {
            let flash = Flash::of(Form::RegisterPassword).with(refused);
            return Done::with_flash(&portal, Step::RegisterPassword.path(), &flash);
        }
    };
    let phc = portal.hasher.hash(Zeroizing::new(input.password)).await?;
    task::write(&portal, &visit, move |c, p, v| {
        Box::pin(finish(c, p, v, phc, warning))
    })
    .await
}

/// The form of a draft that may be finished now, or the place to which everybody else is sent.
async fn ready(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Result<AcceptedForm, Done>, PortalError> {
    Ok(match standing(c, portal, visit).await? {
        Standing::Served(held) => Err(rejoin(c, portal, &held).await?),
        standing => match standing.open() {
            Ok((held, facts)) if may_finish(&facts) => revalidated(portal, &held),
            Ok((_, facts)) => Err(Done::on(furthest(&facts))),
            Err(done) => Err(done),
        },
    })
}

fn may_finish(facts: &Facts) -> bool {
    facts.form_accepted && facts.contact_proven && !facts.account_exists && !facts.finished
}

/// Everything that was accepted, judged once more from the draft.
fn revalidated(portal: &Portal, held: &Held) -> Result<AcceptedForm, Done> {
    let again = || Done::on(Step::RegisterForm.path());
    let accepted = held.draft.payload.accepted().ok_or_else(again)?;
    let input = RegistrationInput {
        form_id: String::new(),
        surname: accepted.surname.clone(),
        first_name: accepted.first_name.clone(),
        patronymic: accepted.patronymic.clone().unwrap_or_default(),
        phone: accepted.phone.clone().unwrap_or_default(),
        email: accepted.email.clone().unwrap_or_default(),
        consent: true,
    };
    judge(&input, portal.clock.now()).map_err(|_| again())?;
    Ok(accepted.clone())
}

/// Account, session, journal and message, all or nothing. A repeat finds them there.
async fn finish(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    phc: String,
    warning: Option<Outcome>,
) -> Result<Done, PortalError> {
    let form = match ready(c, portal, visit).await? {
        Ok(form) => form,
        Err(done) => return Ok(done),
    };
    let Standing::Open(mut held, _) = standing(c, portal, visit).await? else {
        return Err(PortalError::Unavailable);
    };
    let made = account::insert(c, portal, &Beginning::of(&form), &phc).await?;
    let token = Derived::Session(&held.token).token(portal)?;
    let opening = Opening {
        account_id: &made.id,
        key: &made.key,
        level: AssuranceLevel::Simplified,
        token: &token,
        foreign_computer: false,
    };
    let cookies = session::begin(c, portal, visit, opening).await?;
    let id = Some(made.id.as_str());
    let kind = if form.phone.is_some() {
        "phone"
    } else {
        "email"
    };
    note(
        c,
        portal,
        visit,
        id,
        Event::ConsentGiven,
        &[("version", super::CONSENT_VERSION)],
    )
    .await?;
    note(
        c,
        portal,
        visit,
        id,
        Event::ContactConfirmed,
        &[("kind", kind)],
    )
    .await?;
    note(c, portal, visit, id, Event::AccountCreated, &[]).await?;
    tell(c, portal, &made.id, &made.key, NoticeKind::AccountReady).await?;
    draft::finish(c, portal, &mut held.draft, id).await?;
    let next = Step::RegisterDone.path();
    let mut done = match warning {
        Some(warning) => {
            Done::with_flash(portal, next, &Flash::of(Form::RegisterDone).say(warning))?
        }
        None => Done::on(next),
    };
    done.cookies.extend(cookies);
    Ok(done)
}

/// A repeated last submission, whose browser has not received the session of the first one: the same
/// session again, as long as it lives.
async fn rejoin(c: &mut Connection, portal: &Portal, held: &Held) -> Result<Done, PortalError> {
    let token = Derived::Session(&held.token).token(portal)?;
    let Some(session) = session::find(c, portal, Some(&token)).await? else {
        return Ok(Done::on("/login"));
    };
    let age = session.expires_at.seconds_left(portal.clock.now());
    Ok(Done::on(Step::RegisterDone.path()).token(CookieName::Session, &token, Some(age)))
}

/// The words a password should not be made of.
fn own_words(form: &AcceptedForm) -> Vec<String> {
    let fields = [
        Some(&form.surname),
        Some(&form.first_name),
        form.patronymic.as_ref(),
    ];
    fields
        .into_iter()
        .chain([form.phone.as_ref(), form.email.as_ref()])
        .flatten()
        .cloned()
        .collect()
}

/// The same words for the visit's draft.
pub(crate) async fn draft_words(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Vec<String>, PortalError> {
    Ok(match standing(c, portal, visit).await? {
        Standing::Open(held, _) => held
            .draft
            .payload
            .accepted()
            .map(own_words)
            .unwrap_or_default(),
        _ => Vec::new(),
    })
}

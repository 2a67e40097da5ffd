//! The end of a comparison: «Сохранить», and the button that ends it well.

use domain::comparison::is_same_identity;
use domain::paper_code::PaperCode;
use domain::profile::Values;
use zeroize::Zeroizing;

use super::act::{Actor, back, closed, flash, own_open};
use super::judge::{entered, judge};
use super::row::{self, Kind, Reception};
use super::sheet::SheetInput;
use super::{finish, path, registration, restoration, workplace};
use crate::account::Account;
use crate::check;
use crate::desk;
use crate::done::Done;
use crate::error::PortalError;
use crate::journal::Event;
use crate::limits::DeskCount;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::profile::{self, Profile, ProfileState};
use crate::proofing::new_code;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// «Сохранить»: keeps the sheet as it is.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn save(
    portal: &Portal,
    visit: &Visit,
    reception: String,
    input: SheetInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            let seat = desk::require_operator(c, p, v).await?;
            let Some(mut reception) = own_open(c, p, &seat, &reception).await? else {
                return closed(p);
            };
            reception.sheet.take(&input);
            row::save(c, p, &reception).await?;
            back(
                p,
                &reception.id,
                &flash(&reception.id).say(Outcome::SheetSaved),
            )
        })
    })
    .await
}

/// A code for one sign-in, with the hash that the store keeps; and a hash of a password that nobody knows, for an account
/// that is made.
#[derive(Clone)]
pub(super) struct Secrets {
    pub(super) code: PaperCode,
    pub(super) code_phc: String,
    pub(super) password_phc: String,
}

/// «Подтвердить личность», «Зарегистрировать», «Восстановить доступ»: what is on the sheet is kept and looked through. Where
/// nothing is missing, the comparison is done.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn confirm(
    portal: &Portal,
    visit: &Visit,
    reception: String,
    input: SheetInput,
) -> Result<Done, PortalError> {
    task::complete(submit(portal.clone(), visit.clone(), reception, input)).await
}

async fn submit(
    portal: Portal,
    visit: Visit,
    id: String,
    input: SheetInput,
) -> Result<Done, PortalError> {
    let looked = task::write(&portal, &visit, |c, p, v| {
        Box::pin(async move { look_through(c, p, v, &id, &input).await })
    })
    .await?;
    let (id, kind) = match looked {
        Ok(ready) => ready,
        Err(done) => return Ok(done),
    };
    // Hashing holds no transaction open.
    let secrets = match kind {
        Kind::Confirmation => None,
        Kind::Registration | Kind::Restoration => Some(secrets(&portal).await?),
    };
    let done = task::write(&portal, &visit, |c, p, v| {
        Box::pin(async move { conclude(c, p, v, &id, secrets).await })
    })
    .await?;
    portal.changes.wake();
    Ok(done)
}

async fn secrets(portal: &Portal) -> Result<Secrets, PortalError> {
    let code = new_code(&*portal.rng);
    let unknown = crate::token::Token::new(&*portal.rng).to_string();
    let hash = |text: String| portal.hasher.hash(Zeroizing::new(text));
    Ok(Secrets {
        code_phc: hash(code.value().to_owned()).await?,
        password_phc: hash(unknown).await?,
        code,
    })
}

/// Keeps the sheet; `Err`: something is missing, and the page says what.
async fn look_through(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    id: &str,
    input: &SheetInput,
) -> Result<Result<(String, Kind), Done>, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let Some(mut reception) = own_open(c, portal, &seat, id).await? else {
        return closed(portal).map(Err);
    };
    reception.sheet.take(input);
    reception.sheet.tried = true;
    row::save(c, portal, &reception).await?;
    Ok(match compared(c, portal, &reception).await? {
        Some(_) => Ok((reception.id, reception.kind)),
        None => Err(Done::on(path(id))),
    })
}

/// The values of a sheet on which nothing is missing.
async fn compared(
    c: &mut Connection,
    portal: &Portal,
    reception: &Reception,
) -> Result<Option<Values>, PortalError> {
    let account = reception.account(c, portal).await?;
    let entered = entered(c, reception, account.as_ref()).await?;
    Ok(judge(portal, reception, &entered).whole())
}

async fn conclude(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    id: &str,
    secrets: Option<Secrets>,
) -> Result<Done, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let Some(mut reception) = own_open(c, portal, &seat, id).await? else {
        return Ok(Done::on(path(id)));
    };
    let Some(values) = compared(c, portal, &reception).await? else {
        return Ok(Done::on(path(id)));
    };
    let actor = Actor::of(&seat, visit);
    let outcome = match (reception.kind, secrets) {
        (Kind::Registration, Some(secrets)) => {
            // Whether a number belongs to somebody shows here: a look-up, as often as a look-up may miss.
            if let Some(wait_s) = workplace::look(c, portal, visit, &seat, DeskCount::Miss).await? {
                let flash = flash(id).say(Outcome::TooManyLookUps);
                return back(portal, id, &flash.wait(Some(wait_s)));
            }
            let made = registration::make(c, portal, actor, &mut reception, &values, secrets);
            let outcome = made.await?;
            if outcome != Outcome::ComparisonWaits {
                workplace::count(c, portal, visit, &seat, DeskCount::Miss).await?;
            }
            outcome
        }
        (Kind::Restoration, Some(secrets)) => {
            restoration::begin(c, portal, actor, &mut reception, &values, secrets).await?
        }
        _ => {
            let account = reception.account(c, portal).await?;
            let account = account.ok_or(PortalError::Unavailable)?;
            check_and_finish(c, portal, actor, &account, &mut reception, &values).await?
        }
    };
    back(portal, id, &flash(id).say(outcome))
}

/// Where the registries agree already with what was compared, the identity is proven; else they are asked first.
pub(super) async fn check_and_finish(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    account: &Account,
    reception: &mut Reception,
    values: &Values,
) -> Result<Outcome, PortalError> {
    let latest = profile::find_latest(c, &account.id).await?;
    let same = match &latest {
        Some(latest) => is_same_identity(&latest.values(&account.key)?, values),
        None => false,
    };
    match latest.filter(|_| same) {
        Some(latest) => match latest.state {
            ProfileState::Failed => return Ok(Outcome::RegistryDisagrees),
            ProfileState::Claimed => return Ok(Outcome::SnilsTaken),
            ProfileState::Passed => {
                note_done(c, portal, actor, account, reception).await?;
                reception.profile_id = Some(latest.id.clone());
                return finish::finish(c, portal, actor, account, reception).await;
            }
            ProfileState::Checking | ProfileState::Superseded => {
                note_done(c, portal, actor, account, reception).await?;
                row::wait(c, portal, reception, Some(&latest.id)).await?;
            }
        },
        None => {
            note_done(c, portal, actor, account, reception).await?;
            ask(c, portal, account, reception, values).await?;
        }
    }
    Ok(Outcome::ComparisonWaits)
}

/// The values go to the registries; the reception waits for their answers.
pub(super) async fn ask(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    reception: &mut Reception,
    values: &Values,
) -> Result<(), PortalError> {
    let former: Option<Profile> = profile::find_latest(c, &account.id).await?;
    let id = profile::begin(c, portal, account, former.as_ref(), values).await?;
    row::wait(c, portal, reception, Some(&id)).await?;
    // What changed may be nothing that a registry is asked about.
    let sent = profile::load(c, &id).await?;
    check::conclude(c, portal, &sent).await
}

/// The comparison itself is what counts as evidence: who, where, by which documents.
pub(super) async fn note_done(
    c: &mut Connection,
    portal: &Portal,
    actor: Actor<'_>,
    account: &Account,
    reception: &Reception,
) -> Result<(), PortalError> {
    let detail = [("kind", reception.kind.code())];
    let (account_id, id) = (Some(account.id.as_str()), Some(reception.id.as_str()));
    super::act::note(
        c,
        portal,
        actor,
        account_id,
        id,
        Event::ComparisonDone,
        &detail,
    )
    .await
}

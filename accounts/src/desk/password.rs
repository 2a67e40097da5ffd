//! The first sign-in demands a password of the operator's own.

use domain::field::password::PasswordRules;
use zeroize::Zeroizing;

use super::DeskPasswordInput;
use super::note::note;
use super::seat;
use crate::config::{Password, PortalConfig};
use crate::credential;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::operator::{self, Operator};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::operator as sql;
use crate::task;
use crate::visit::Visit;

const PASSWORD: &str = "/desk/password";
const DESK: &str = "/desk";

/// The rules for operators: those of the settings, longer, and a weak password is refused.
fn stricter(config: &PortalConfig) -> Password {
    let least = config.desk.password_min_length;
    Password {
        min_length: config.password.min_length.max(least),
        max_length: config.password.max_length.max(least),
        refuse_weak: true,
        ..config.password.clone()
    }
}

/// What a password of an operator has to be.
#[must_use]
pub fn rules(config: &PortalConfig) -> PasswordRules {
    credential::rules(&stricter(config))
}

/// `POST` of `/desk/password`: replaces the one-time password. Every session of the operator ends, and this
/// browser gets a new one. Without a one-time password there is nothing to do here: it leads to the desk.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn change(
    portal: &Portal,
    visit: &Visit,
    input: DeskPasswordInput,
) -> Result<Done, PortalError> {
    task::complete(submit(portal.clone(), visit.clone(), input)).await
}

async fn submit(
    portal: Portal,
    visit: Visit,
    input: DeskPasswordInput,
) -> Result<Done, PortalError> {
    let found = task::read(&portal, &visit, |c, p, v| Box::pin(whose(c, p, v))).await?;
    let Some(operator) = found else {
        return Ok(Done::on(DESK));
    };
    let back = |flash: &Flash| Done::with_flash(&portal, PASSWORD, flash);
    let (password, repeat) = (Zeroizing::new(input.password), input.password_repeat);
    let own = [operator.login.clone()];
    if let Err(codes) = credential::judge(&stricter(&portal.config), &password, &repeat, &own) {
        return back(&Flash::of(Form::DeskPassword).with(codes));
    }
    let same = portal
        .hasher
        .verify(Some(operator.phc.clone()), password.clone())
        .await?;
    if same.matches {
        return back(&Flash::of(Form::DeskPassword).refuse("password", Outcome::PasswordSame));
    }
    let phc = portal.hasher.hash(password).await?;
    task::write(&portal, &visit, |c, p, v| {
        Box::pin(replace(c, p, v, operator, phc))
    })
    .await
}

/// The signed-in operator; `None`: they have a password of their own.
async fn whose(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Option<Operator>, PortalError> {
    let seat = seat::require(c, portal, visit).await?;
    let operator = operator::load(c, &seat.operator_id).await?;
    Ok(operator.filter(|operator| operator.must_change))
}

/// Replaces the one-time password, unless a new one was issued meanwhile.
async fn replace(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    before: Operator,
    phc: String,
) -> Result<Done, PortalError> {
    let now = whose(c, portal, visit).await?;
    if now.is_none_or(|now| now.phc != before.phc) {
        return Ok(Done::on(DESK));
    }
    let id = before.id.as_str();
    c.execute(sql::CHANGE, &[id.into(), phc.into()]).await?;
    seat::end_all(c, id).await?;
    let cookie = seat::open(c, portal, visit, id).await?;
    note(c, portal, visit, Some(id), Event::OperatorPasswordChanged).await?;
    Ok(Done::on(DESK).cookie(cookie))
}

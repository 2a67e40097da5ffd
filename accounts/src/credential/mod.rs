//! The password of an account.

mod change;
mod judge;
mod reauth;

pub use judge::rules;

pub(crate) use judge::judge;
pub(crate) use reauth::{Reauth, reauthenticate};

use domain::field::contact::Contact;

use crate::account::{self, Account};
use crate::contact_index::contact_index;
use crate::done::Done;
use crate::enrolment;
use crate::error::PortalError;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::sign_in;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// `/cabinet/security`: change of the password.
#[derive(Clone, Default)]
pub struct PasswordChangeInput {
    /// The current one.
    pub current: String,
    /// The new one.
    pub password: String,
    /// The new one again.
    pub password_repeat: String,
}

/// Changes the password, ends all other sessions and tells the owner.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Overloaded`], [`PortalError::Unavailable`].
pub async fn change_password(
    portal: &Portal,
    visit: &Visit,
    input: PasswordChangeInput,
) -> Result<Done, PortalError> {
    task::complete(change::change(portal.clone(), visit.clone(), input)).await
}

/// A warning about a weak password ([`Outcome::PasswordCommon`] or [`Outcome::PasswordOwn`]) before it is
/// sent, for scripts. It knows the person's own words from the draft or the session. Never writes.
///
/// # Errors
/// [`PortalError::Unavailable`].
pub async fn advice(
    portal: &Portal,
    visit: &Visit,
    password: String,
) -> Result<Option<Outcome>, PortalError> {
    let own = task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let mut own = enrolment::draft_words(c, p, v).await?;
            if let Some(session) = session::find(c, p, v.session.as_ref()).await? {
                own.extend(own_words(c, p, &session.account_id).await?);
            }
            Ok(own)
        })
    })
    .await?;
    Ok(judge::weakness(&password, &own))
}

/// The words of an account that its password should not be made of.
pub(crate) async fn own_words(
    c: &mut Connection,
    portal: &Portal,
    account_id: &str,
) -> Result<Vec<String>, PortalError> {
    let account = account::load(c, portal, account_id).await?;
    let names = account::names(c, account_id, &account.key).await?;
    let mut own = vec![names.surname, names.first_name];
    own.extend(names.patronymic);
    let contacts = account::contacts(c, account_id, &account.key).await?;
    own.extend(
        contacts
            .iter()
            .map(|contact| contact.contact.value().to_owned()),
    );
    Ok(own)
}

/// The owner has proven themselves another way: failures before that hold nobody up any more.
pub(crate) async fn forget_failures(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
) -> Result<(), PortalError> {
    reauth::forget(c, portal, &account.id).await?;
    let contacts = account::contacts(c, &account.id, &account.key).await?;
    let contacts: Vec<Contact> = contacts
        .iter()
        .filter_map(|contact| contact.contact.contact())
        .collect();
    for contact in contacts {
        sign_in::forget_failures(c, portal, &contact_index(&portal.vault, &contact)).await?;
    }
    Ok(())
}

//! The recovery's steps, but for the last.

use domain::field::contact::Contact;
use domain::flow::{Facts, Step};

use super::RecoveryInput;
use super::finish::is_overtaken;
use crate::account;
use crate::challenge::{CodePage, Order, Sending, Typed, Wish, code_view, send};
use crate::contact_index::contact_index;
use crate::cookie::CookieName;
use crate::done::Done;
use crate::draft::{self, Ask, DraftFlow, Held};
use crate::enrolment::{CodeInput, ResendInput};
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::visit::Visit;

/// Where a browser stands in its recovery.
pub(super) enum Standing {
    /// No draft that goes on.
    Nothing,
    /// A draft that goes on; `true`: its contact is proven here.
    Open(Box<Held>, bool),
    /// The password is set. `true`: this browser is signed in to that account.
    Finished(Box<Held>, bool),
}

pub(super) async fn standing(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Standing, PortalError> {
    let Some(held) = draft::held(c, portal, DraftFlow::Recovery, visit.recovery.as_ref()).await?
    else {
        return Ok(Standing::Nothing);
    };
    if !held.draft.finished {
        let proven = held.is_proven(&portal.vault);
        return Ok(Standing::Open(Box::new(held), proven));
    }
    let session = session::find(c, portal, visit.session.as_ref()).await?;
    let signed_in =
        session.is_some_and(|session| Some(session.account_id) == held.draft.finished_account);
    Ok(Standing::Finished(Box::new(held), signed_in))
}

impl Standing {
    fn facts(&self) -> Facts {
        match self {
            Self::Open(_, contact_proven) => Facts {
                form_accepted: true,
                contact_proven: *contact_proven,
                ..Facts::default()
            },
            Self::Finished(_, true) => Facts {
                finished: true,
                ..Facts::default()
            },
            Self::Nothing | Self::Finished(_, false) => Facts::default(),
        }
    }
}

fn code_page() -> CodePage {
    CodePage {
        form: Form::RecoverCode,
        path: Step::RecoverCode.path(),
    }
}

pub(super) async fn submit_login(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: RecoveryInput,
) -> Result<Done, PortalError> {
    let Some(contact) = Contact::parse_login(&input.login, &unicode::Tables) else {
        let outcome = if input.login.trim().is_empty() {
            Outcome::Empty
        } else {
            Outcome::LoginUnreadable
        };
        let flash = Flash::of(Form::Recover)
            .refuse("login", outcome)
            .typed(&input.login);
        return Done::with_flash(portal, Step::RecoverLogin.path(), &flash);
    };
    let account =
        account::owner_of(c, contact.kind(), &contact_index(&portal.vault, &contact)).await?;
    let ask = Ask {
        flow: DraftFlow::Recovery,
        form_id: &input.form_id,
        token: visit.recovery.as_ref(),
        contact: &contact,
        answerable: account.is_some(),
        account: account.clone(),
        lifetime_s: portal.config.codes.link_lifetime_s,
    };
    let (mut held, fresh) = draft::ask(c, portal, visit, ask).await?;
    if held.is_proven(&portal.vault)
        && is_overtaken(c, portal, &held, account.as_deref().unwrap_or_default()).await?
    {
        draft::unprove(c, portal, &mut held).await?;
    }
    let mut done = if held.is_proven(&portal.vault) {
        Done::on(Step::RecoverPassword.path())
    } else {
        let order = Order::of(c, portal, &held.draft).await?;
        match send(c, portal, visit, &order, Wish::WhereNone).await? {
            Sending::Sent(_) => {
                note(
                    c,
                    portal,
                    visit,
                    account.as_deref(),
                    Event::RecoveryBegun,
                    &[],
                )
                .await?;
                Done::on(Step::RecoverCode.path())
            }
            Sending::Alive => Done::on(Step::RecoverCode.path()),
            refused => Done::with_flash(
                portal,
                Step::RecoverCode.path(),
                &refused.flash(Form::RecoverCode),
            )?,
        }
    };
    if fresh {
        let age = held.draft.expires_at.seconds_left(portal.clock.now());
        done = done.token(CookieName::Recovery, &held.token, Some(age));
    }
    Ok(done)
}

/// The draft whose code is waited for, or the place to which everybody else is sent.
async fn waiting(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Result<Held, Done>, PortalError> {
    Ok(match standing(c, portal, visit).await? {
        Standing::Open(held, false) => Ok(*held),
        Standing::Open(_, true) => Err(Done::on(Step::RecoverPassword.path())),
        Standing::Nothing => Err(Done::on(Step::RecoverLogin.path())),
        Standing::Finished(_, true) => Err(Done::on("/cabinet")),
        Standing::Finished(_, false) => Err(Done::on("/login")),
    })
}

pub(super) async fn submit_code(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: CodeInput,
) -> Result<Done, PortalError> {
    let mut held = match waiting(c, portal, visit).await? {
        Ok(held) => held,
        Err(done) => return Ok(done),
    };
    let order = Order::of(c, portal, &held.draft).await?;
    match code_page()
        .judge(c, portal, visit, &order, &input.code)
        .await?
    {
        Typed::Refused(done, ended) => {
            if ended {
                let account = held.draft.payload.account();
                note(
                    c,
                    portal,
                    visit,
                    account,
                    Event::CodesEnded,
                    &[("flow", "recovery")],
                )
                .await?;
            }
            Ok(done)
        }
        Typed::Right => {
            draft::prove(c, portal, &mut held).await?;
            Ok(Done::on(Step::RecoverPassword.path()))
        }
    }
}

pub(super) async fn resend(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: ResendInput,
) -> Result<Done, PortalError> {
    let held = match waiting(c, portal, visit).await? {
        Ok(held) => held,
        Err(done) => return Ok(done),
    };
    let order = Order::of(c, portal, &held.draft).await?;
    code_page()
        .resend(c, portal, visit, &order, &input.channel)
        .await
}

pub(super) async fn view(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<super::RecoveryView, PortalError> {
    let standing = standing(c, portal, visit).await?;
    let mut view = super::RecoveryView {
        facts: standing.facts(),
        code: None,
        expires_at: None,
        flash: flash::read(portal, visit),
    };
    if let Standing::Open(held, proven) = standing {
        view.expires_at = Some(held.draft.expires_at);
        if let (Some(contact), false) = (held.draft.payload.contact(), proven) {
            view.code = Some(code_view(c, portal, &held.draft.id, &contact).await?);
        }
    }
    Ok(view)
}

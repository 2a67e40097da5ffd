//! The steps of «continue on this device».

use domain::field::contact::Contact;
use domain::flow::{Facts, Step};

use super::{ResumeInput, ResumeView};
use crate::account;
use crate::challenge::{CodePage, Order, Sending, Typed, Wish, code_view, send};
use crate::contact_index::contact_index;
use crate::cookie::CookieName;
use crate::done::Done;
use crate::draft::{self, Ask, Derived, Draft, DraftFlow, Held};
use crate::enrolment::{self, CodeInput, ResendInput};
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::draft_token as sql;
use crate::token::Token;
use crate::visit::Visit;

fn code_page() -> CodePage {
    CodePage {
        form: Form::ResumeCode,
        path: Step::ResumeCode.path(),
    }
}

pub(super) async fn submit_contact(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: ResumeInput,
) -> Result<Done, PortalError> {
    let Some(contact) = Contact::parse_login(&input.contact, &unicode::Tables) else {
        let outcome = if input.contact.trim().is_empty() {
            Outcome::Empty
        } else {
            Outcome::LoginUnreadable
        };
        let flash = Flash::of(Form::Resume)
            .refuse("contact", outcome)
            .typed(&input.contact);
        return Done::with_flash(portal, Step::ResumeContact.path(), &flash);
    };
    let answerable = find(c, portal, &contact).await?.is_some();
    let ask = Ask {
        flow: DraftFlow::Resume,
        form_id: &input.form_id,
        token: visit.resume.as_ref(),
        contact: &contact,
        account: None,
        answerable,
        lifetime_s: portal.config.codes.link_lifetime_s,
    };
    let (held, fresh) = draft::ask(c, portal, visit, ask).await?;
    let order = Order::of(c, portal, &held.draft).await?;
    let path = Step::ResumeCode.path();
    let mut done = match send(c, portal, visit, &order, Wish::WhereNone).await? {
        Sending::Sent(_) | Sending::Alive => Done::on(path),
        refused => Done::with_flash(portal, path, &refused.flash(Form::ResumeCode))?,
    };
    if fresh {
        let age = held.draft.expires_at.seconds_left(portal.clock.now());
        done = done.token(CookieName::Resume, &held.token, Some(age));
    }
    Ok(done)
}

/// The open registration in which this contact was proven last.
async fn find(
    c: &mut Connection,
    portal: &Portal,
    contact: &Contact,
) -> Result<Option<Draft>, PortalError> {
    let index = contact_index(&portal.vault, contact);
    let values = [index.as_slice().into(), portal.clock.now().into()];
    for row in c.fetch_all(sql::FIND_PROVEN, &values).await? {
        if let Some(draft) = draft::load(c, portal, &row.text(0)?).await? {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

/// The draft whose code is waited for, or the place to which everybody else is sent.
async fn waiting(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Result<Held, Done>, PortalError> {
    let Some(held) = draft::held(c, portal, DraftFlow::Resume, visit.resume.as_ref()).await? else {
        return Ok(Err(Done::on(Step::ResumeContact.path())));
    };
    if !held.draft.finished {
        return Ok(Ok(held));
    }
    // A repeat: the registration that the first one opened.
    let token = Derived::Resumed(&held.token).token(portal)?;
    match draft::held(c, portal, DraftFlow::Registration, Some(&token)).await? {
        Some(resumed) if !resumed.draft.finished => onward(c, portal, &resumed).await.map(Err),
        _ => Ok(Err(Done::on(Step::RegisterForm.path()))),
    }
}

/// To the registration's furthest step, with the draft in this browser's hands.
async fn onward(c: &mut Connection, portal: &Portal, held: &Held) -> Result<Done, PortalError> {
    let facts = enrolment::facts(c, portal, held).await?;
    let age = held.draft.expires_at.seconds_left(portal.clock.now());
    Ok(Done::on(enrolment::furthest(&facts)).token(CookieName::Draft, &held.token, Some(age)))
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
                note(
                    c,
                    portal,
                    visit,
                    None,
                    Event::CodesEnded,
                    &[("flow", "resume")],
                )
                .await?;
            }
            Ok(done)
        }
        Typed::Right => {
            let token = Derived::Resumed(&held.token).token(portal)?;
            go_on(c, portal, visit, &mut held.draft, token).await
        }
    }
}

/// The contact of a resume draft is proven: its registration goes on in this browser, under `token`.
pub(crate) async fn go_on(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    resume: &mut Draft,
    token: Token,
) -> Result<Done, PortalError> {
    let contact = resume.payload.contact().ok_or(PortalError::Unavailable)?;
    draft::finish(c, portal, resume, None).await?;
    let Some(registration) = find(c, portal, &contact).await? else {
        // It was finished or thrown away in the meantime.
        let owner =
            account::owner_of(c, contact.kind(), &contact_index(&portal.vault, &contact)).await?;
        return Ok(Done::on(if owner.is_some() {
            "/login"
        } else {
            Step::RegisterForm.path()
        }));
    };
    let mut held = draft::hold_under(c, portal, registration, token).await?;
    draft::prove(c, portal, &mut held).await?;
    note(c, portal, visit, None, Event::RegistrationResumed, &[]).await?;
    onward(c, portal, &held).await
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
) -> Result<ResumeView, PortalError> {
    let mut view = ResumeView {
        facts: Facts::default(),
        code: None,
        flash: flash::read(portal, visit),
    };
    let held = draft::held(c, portal, DraftFlow::Resume, visit.resume.as_ref()).await?;
    if let Some(held) = held.filter(|held| !held.draft.finished) {
        view.facts.form_accepted = true;
        if let Some(contact) = held.draft.payload.contact() {
            view.code = Some(code_view(c, portal, &held.draft.id, &contact).await?);
        }
    }
    Ok(view)
}

//! A new contact, or the confirmation of the one that is not confirmed yet.

use domain::field::contact::{Contact, ContactKind};
use domain::field::email::{Email, EmailError};
use domain::field::phone::{Phone, PhoneError};
use domain::flow::{Facts, Step};

use super::finish::finish;
use super::{ContactChangeInput, ContactChangeView};
use crate::account;
use crate::challenge::{CodePage, Order, Sending, Typed, Wish, code_view, send};
use crate::contact_index::contact_index;
use crate::credential::{Reauth, reauthenticate};
use crate::done::Done;
use crate::draft::{self, Draft, DraftFlow, NewDraft, Payload, StoredContact};
use crate::enrolment::{CodeInput, ContactView, ResendInput};
use crate::error::PortalError;
use crate::flash::{self, Flash, Form, Refusal};
use crate::journal::Event;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

fn code_page(kind: ContactKind) -> CodePage {
    CodePage {
        form: Form::contact_code(kind),
        path: Step::ContactCode(kind).path(),
    }
}

/// Judges the contact, asks the pool about the password, sends the code.
pub(super) async fn begin_change(
    portal: Portal,
    visit: Visit,
    input: ContactChangeInput,
) -> Result<Done, PortalError> {
    let ContactChangeInput {
        kind,
        value,
        password,
    } = input;
    task::read(&portal, &visit, |c, p, v| {
        Box::pin(async move { session::require(c, p, v).await.map(drop) })
    })
    .await?;
    let back = |flash: Flash| {
        Done::with_flash(&portal, Step::ContactNew(kind).path(), &flash.typed(&value))
    };
    let parsed = match kind {
        ContactKind::Phone => Phone::parse(&value)
            .map(Contact::Phone)
            .map_err(PhoneError::code),
        ContactKind::Email => Email::parse(&value, &unicode::Tables)
            .map(Contact::Email)
            .map_err(EmailError::code),
    };
    let mut refused = Vec::new();
    if let Err(code) = parsed {
        refused.push(Refusal::new(kind.code(), code));
    }
    if password.is_empty() {
        refused.push(Refusal::new("password", Outcome::Empty.code()));
    }
    let Ok(contact) = parsed else {
        return back(Flash::of(Form::contact(kind)).with(refused));
    };
    if !refused.is_empty() {
        return back(Flash::of(Form::contact(kind)).with(refused));
    }
    if let Reauth::Wrong { wait_s } = reauthenticate(&portal, &visit, &password).await? {
        return back(
            Flash::of(Form::contact(kind))
                .refuse("password", Outcome::WrongPassword)
                .wait(wait_s),
        );
    }
    let typed = value.clone();
    task::write(&portal, &visit, move |c, p, v| {
        Box::pin(begin(c, p, v, contact, typed))
    })
    .await
}

/// The code for a contact whose owner has given the password.
async fn begin(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    contact: Contact,
    typed: String,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let stored = StoredContact::from(&contact);
    let same = account::contacts(c, &account.id, &account.key)
        .await?
        .iter()
        .any(|own| own.confirmed_at.is_some() && own.contact == stored);
    if same {
        let kind = contact.kind();
        let flash = Flash::of(Form::contact(kind))
            .refuse(kind.code(), Outcome::ContactSame)
            .typed(&typed);
        return Done::with_flash(portal, Step::ContactNew(kind).path(), &flash);
    }
    ask(c, portal, visit, &account.id, &contact).await
}

/// The second contact, given at registration and not confirmed yet, needs no password.
pub(super) async fn begin_confirmation(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<Done, PortalError> {
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let contacts = account::contacts(c, &account.id, &account.key).await?;
    let open = contacts
        .iter()
        .find(|own| own.kind == kind && own.confirmed_at.is_none());
    match open.and_then(|own| own.contact.contact()) {
        Some(contact) => ask(c, portal, visit, &account.id, &contact).await,
        None => Ok(Done::on("/cabinet")),
    }
}

/// The account's one draft for this kind of contact, with a code on its way. Another contact in it undoes
/// the codes of the one before.
async fn ask(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account_id: &str,
    contact: &Contact,
) -> Result<Done, PortalError> {
    let flow = DraftFlow::Contact(contact.kind());
    let payload = Payload::Proof {
        contact: StoredContact::from(contact),
        account: None,
        answerable: true,
    };
    let draft = match draft::find_by_account(c, portal, flow, account_id).await? {
        Some(mut draft) => {
            let before = draft
                .payload
                .contact()
                .map(|before| contact_index(&portal.vault, &before));
            if before != Some(contact_index(&portal.vault, contact)) {
                draft::end_codes(c, portal, &draft.id).await?;
            }
            draft.payload = payload;
            draft::save(c, portal, &draft).await?;
            draft
        }
        None => {
            let lifetime_s = portal.config.codes.link_lifetime_s;
            let account_id = Some(account_id.to_owned());
            draft::insert(
                c,
                portal,
                NewDraft {
                    flow,
                    form_id: "",
                    account_id,
                    payload,
                    lifetime_s,
                },
            )
            .await?
        }
    };
    let order = Order::of(c, portal, &draft).await?;
    let page = code_page(contact.kind());
    match send(c, portal, visit, &order, Wish::WhereNone).await? {
        Sending::Sent(_) | Sending::Alive => Ok(Done::on(page.path)),
        refused => Done::with_flash(portal, page.path, &refused.flash(page.form)),
    }
}

/// The open draft of the signed-in account, or the place to which everybody else is sent.
async fn waiting(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<Option<Draft>, PortalError> {
    let session = session::require(c, portal, visit).await?;
    draft::find_by_account(c, portal, DraftFlow::Contact(kind), &session.account_id).await
}

pub(super) async fn submit_code(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
    input: CodeInput,
) -> Result<Done, PortalError> {
    let Some(mut draft) = waiting(c, portal, visit, kind).await? else {
        // A repeat after the change: the cabinet shows the contact as it is.
        return Ok(Done::on("/cabinet"));
    };
    let order = Order::of(c, portal, &draft).await?;
    match code_page(kind)
        .judge(c, portal, visit, &order, &input.code)
        .await?
    {
        Typed::Refused(done, ended) => {
            if ended {
                let account = draft.account_id.as_deref();
                note(
                    c,
                    portal,
                    visit,
                    account,
                    Event::CodesEnded,
                    &[("flow", "contact")],
                )
                .await?;
            }
            Ok(done)
        }
        Typed::Right => finish(c, portal, visit, &mut draft)
            .await?
            .done(portal, kind, true),
    }
}

pub(super) async fn resend(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
    input: ResendInput,
) -> Result<Done, PortalError> {
    let Some(draft) = waiting(c, portal, visit, kind).await? else {
        return Ok(Done::on("/cabinet"));
    };
    let order = Order::of(c, portal, &draft).await?;
    code_page(kind)
        .resend(c, portal, visit, &order, &input.channel)
        .await
}

pub(super) async fn view(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    kind: ContactKind,
) -> Result<ContactChangeView, PortalError> {
    let draft = waiting(c, portal, visit, kind).await?;
    let session = session::require(c, portal, visit).await?;
    let account = account::load(c, portal, &session.account_id).await?;
    let contacts = account::contacts(c, &account.id, &account.key).await?;
    let current = contacts.iter().find(|own| own.kind == kind);
    let mut view = ContactChangeView {
        facts: Facts {
            form_accepted: draft.is_some(),
            ..Facts::default()
        },
        current: current.and_then(|own| ContactView::of_stored(&own.contact)),
        current_confirmed: current.is_some_and(|own| own.confirmed_at.is_some()),
        code: None,
        expires_at: draft.as_ref().map(|draft| draft.expires_at),
        flash: flash::read(portal, visit),
    };
    if let Some(draft) = draft
        && let Some(contact) = draft.payload.contact()
    {
        view.code = Some(code_view(c, portal, &draft.id, &contact).await?);
    }
    Ok(view)
}

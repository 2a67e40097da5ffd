//! A contact that the citizen proves at the desk: a code is sent, and they tell it to the operator.

use domain::field::confirmation_code::ConfirmationCode;
use domain::field::contact::Contact;

use super::act::{back, closed, flash, own_open};
use super::row::{self, Kind, Reception};
use super::sheet::SheetInput;
use crate::account;
use crate::challenge::{Checked, Order, Sending, Wish, check, send};
use crate::contact_index::contact_index;
use crate::desk;
use crate::done::Done;
use crate::draft::{self, Draft, DraftFlow, NewDraft, Payload, StoredContact};
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::task;
use crate::visit::Visit;

/// How long a code can be asked for anew.
const DRAFT_S: i64 = 86_400;
/// The field of the code.
const CODE: &str = "contact_code";

/// «Отправить код»: what is on the sheet is kept, and a code goes to the contact on it.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn send_code(
    portal: &Portal,
    visit: &Visit,
    reception: String,
    input: SheetInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            let Some(mut reception) = kept(c, p, v, &reception, &input).await? else {
                return closed(p);
            };
            let Some(contact) = typed(&reception) else {
                let flash = flash(&reception.id).refuse("contact", Outcome::LoginUnreadable);
                return back(p, &reception.id, &flash);
            };
            let draft = draft_for(c, p, &mut reception, &contact).await?;
            let order = Order::of(c, p, &draft).await?;
            let wish = match input.contains_key("again") {
                true => Wish::Again,
                false => Wish::WhereNone,
            };
            let sending = send(c, p, v, &order, wish).await?;
            let sent = match (sending, wish) {
                (Sending::Sent(_), Wish::WhereNone) => {
                    Flash::of(Form::Reception).say(Outcome::DeskCodeSent)
                }
                (sending, _) => sending.flash(Form::Reception),
            };
            let flash = flash(&reception.id).with(sent.codes).wait(sent.wait_s);
            back(p, &reception.id, &flash)
        })
    })
    .await
}

/// «Проверить код»: what is on the sheet is kept, and the code that the citizen has told is checked.
///
/// # Errors
/// As [`send_code`].
pub async fn prove_contact(
    portal: &Portal,
    visit: &Visit,
    reception: String,
    input: SheetInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(async move {
            let Some(mut reception) = kept(c, p, v, &reception, &input).await? else {
                return closed(p);
            };
            let code = input.get(CODE).map(String::as_str).unwrap_or_default();
            let flash = prove(c, p, &mut reception, code).await?;
            back(p, &reception.id, &flash)
        })
    })
    .await
}

/// The operator's reception with what the form has sent.
async fn kept(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    id: &str,
    input: &SheetInput,
) -> Result<Option<Reception>, PortalError> {
    let seat = desk::require_operator(c, portal, visit).await?;
    let found = own_open(c, portal, &seat, id).await?;
    let Some(mut reception) = found.filter(|own| own.kind != Kind::Confirmation) else {
        return Ok(None);
    };
    reception.sheet.take(input);
    row::save(c, portal, &reception).await?;
    Ok(Some(reception))
}

fn typed(reception: &Reception) -> Option<Contact> {
    Contact::parse_login(&reception.sheet.contact, &unicode::Tables)
}

/// The draft whose challenge counts the codes of this contact.
async fn draft_for(
    c: &mut Connection,
    portal: &Portal,
    reception: &mut Reception,
    contact: &Contact,
) -> Result<Draft, PortalError> {
    if let Some(id) = &reception.sheet.draft
        && let Some(draft) = draft::load(c, portal, id).await?
        && draft.payload.contact().as_ref() == Some(contact)
    {
        return Ok(draft);
    }
    let new = NewDraft {
        flow: DraftFlow::Reception,
        form_id: "",
        account_id: None,
        payload: Payload::Proof {
            contact: StoredContact::from(contact),
            account: None,
            answerable: true,
        },
        lifetime_s: DRAFT_S,
    };
    let draft = draft::insert(c, portal, new).await?;
    reception.sheet.draft = Some(draft.id.clone());
    row::save(c, portal, reception).await?;
    Ok(draft)
}

async fn prove(
    c: &mut Connection,
    portal: &Portal,
    reception: &mut Reception,
    code: &str,
) -> Result<Flash, PortalError> {
    let flash = flash(&reception.id);
    let (Some(contact), Some(draft_id)) = (typed(reception), reception.sheet.draft.clone()) else {
        return Ok(flash.refuse("contact", Outcome::ContactUnproven));
    };
    let Ok(code) = ConfirmationCode::parse(code) else {
        return Ok(flash.refuse(CODE, Outcome::WrongCode));
    };
    let index = contact_index(&portal.vault, &contact);
    match check(c, portal, &draft_id, &index, code.as_str()).await? {
        Checked::Right => {}
        Checked::Wrong => return Ok(flash.refuse(CODE, Outcome::WrongCode)),
        Checked::Late => return Ok(flash.refuse(CODE, Outcome::ExpiredCodeWait)),
        Checked::Ended(wait_s) => {
            let flash = flash.refuse(CODE, Outcome::TooManyCodes);
            return Ok(flash.wait(Some(wait_s)));
        }
    }
    // Whose it is shows only now, to somebody who holds it.
    let owner = account::owner_of(c, contact.kind(), &index).await?;
    if owner.is_some() && owner != reception.account_id {
        return Ok(flash.refuse("contact", Outcome::ContactTaken));
    }
    reception.sheet.proven = Some(StoredContact::from(&contact));
    row::save(c, portal, reception).await?;
    Ok(flash.say(Outcome::ContactConfirmed))
}

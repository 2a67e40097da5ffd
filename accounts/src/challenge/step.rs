//! The code step, the same in every flow: a typed code, «Отправить снова», what the page shows.

use domain::field::confirmation_code::{ConfirmationCode, ConfirmationCodeError};
use domain::field::contact::{Contact, ContactKind};

use super::check::{Checked, check};
use super::order::Order;
use super::row::policy;
use super::send::{Sending, Wish, send};
use super::{CodeView, row};
use crate::contact_index::contact_index;
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// The page a code is typed on.
#[derive(Clone, Copy)]
pub(crate) struct CodePage {
    pub(crate) form: Form,
    pub(crate) path: &'static str,
}

/// What became of a typed code.
pub(crate) enum Typed {
    /// Right.
    Right,
    /// Not right: back to the page with a word. `true`: it was the last try.
    Refused(Done, bool),
}

impl CodePage {
    /// Judges a typed code. A right but late one has a new one sent at once.
    pub(crate) async fn judge(
        self,
        c: &mut Connection,
        portal: &Portal,
        visit: &Visit,
        order: &Order,
        typed: &str,
    ) -> Result<Typed, PortalError> {
        let back = |flash: Flash| Done::with_flash(portal, self.path, &flash);
        let flash = Flash::of(self.form);
        let code = match ConfirmationCode::parse(typed) {
            Ok(code) => code,
            Err(error) => {
                let mut refusal = Refusal::new("code", error.code());
                if let ConfirmationCodeError::WrongLength(number) = error {
                    refusal.number = number;
                }
                return Ok(Typed::Refused(back(flash.with(vec![refusal]))?, false));
            }
        };
        Ok(
            match check(c, portal, &order.draft_id, &order.index, code.as_str()).await? {
                Checked::Right => Typed::Right,
                Checked::Wrong => {
                    Typed::Refused(back(flash.refuse("code", Outcome::WrongCode))?, false)
                }
                Checked::Ended(wait_s) => Typed::Refused(
                    back(
                        flash
                            .refuse("code", Outcome::TooManyCodes)
                            .wait(Some(wait_s)),
                    )?,
                    true,
                ),
                Checked::Late => {
                    let flash = match send(c, portal, visit, order, Wish::WhereNone).await? {
                        Sending::Sent(_) | Sending::Alive => {
                            flash.refuse("code", Outcome::ExpiredCode)
                        }
                        Sending::TooEarly(wait_s)
                        | Sending::Ended(wait_s)
                        | Sending::Limited(wait_s) => flash
                            .refuse("code", Outcome::ExpiredCodeWait)
                            .wait(Some(wait_s)),
                    };
                    Typed::Refused(back(flash)?, false)
                }
            },
        )
    }

    /// «Отправить снова», or the call.
    pub(crate) async fn resend(
        self,
        c: &mut Connection,
        portal: &Portal,
        visit: &Visit,
        order: &Order,
        channel: &str,
    ) -> Result<Done, PortalError> {
        let wish = if channel == "voice" {
            Wish::Call
        } else {
            Wish::Again
        };
        let sending = send(c, portal, visit, order, wish).await?;
        Done::with_flash(portal, self.path, &sending.flash(self.form))
    }
}

/// What the page says about the code of a contact in a draft.
pub(crate) async fn code_view(
    c: &mut Connection,
    portal: &Portal,
    draft_id: &str,
    contact: &Contact,
) -> Result<CodeView, PortalError> {
    let now = portal.clock.now();
    let mut view = CodeView {
        kind: contact.kind(),
        contact: contact.display(&unicode::Tables),
        resend_in_s: 0,
        expires_in_s: 0,
        call_offered: false,
        locked_for_s: None,
    };
    let Some(challenge) = row::find(c, draft_id, &contact_index(&portal.vault, contact)).await?
    else {
        return Ok(view);
    };
    let policy = policy(&portal.config.codes);
    view.resend_in_s = policy.resend_in_s(&challenge.state, now.millis());
    view.locked_for_s = policy
        .is_exhausted(&challenge.state)
        .then_some(view.resend_in_s);
    view.call_offered =
        contact.kind() == ContactKind::Phone && policy.call_offered(&challenge.state);
    let newest = row::codes(c, &challenge.id)
        .await?
        .into_iter()
        .map(|code| code.expires_at)
        .max();
    view.expires_in_s = newest.map_or(0, |expires_at| expires_at.seconds_left(now));
    Ok(view)
}

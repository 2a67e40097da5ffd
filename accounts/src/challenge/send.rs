//! Sending a code: never more often than allowed, and never cancelling an earlier one.

use domain::field::confirmation_code::ConfirmationCode;
use domain::field::contact::ContactKind;

use super::order::Order;
use super::row::{self, Challenge, policy};
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::id::new_id;
use crate::limits;
use crate::outbox::{self, Channel, Delivery, Notice, NoticeKind};
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::code as code_sql;
use crate::token::Token;
use crate::visit::Visit;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// A code, unless one still lives.
    WhereNone,
    /// One more code.
    Again,
    /// One more code, by a call.
    Call,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sending {
    /// On its way.
    Sent(Channel),
    /// An earlier code still lives.
    Alive,
    /// Too early; seconds to wait.
    TooEarly(i64),
    /// Too many wrong codes; seconds to wait.
    Ended(i64),
    /// Too many messages to this contact or from this address; seconds to wait.
    Limited(i64),
}

impl Sending {
    /// The outcome for the code page.
    pub(crate) fn flash(self, form: Form) -> Flash {
        let flash = Flash::of(form);
        match self {
            Self::Sent(Channel::Voice) => flash.say(Outcome::Called),
            Self::Sent(_) | Self::Alive => flash.say(Outcome::Resent),
            Self::TooEarly(wait_s) => flash.say(Outcome::ResendTooEarly).wait(Some(wait_s)),
            Self::Ended(wait_s) => flash.say(Outcome::TooManyCodes).wait(Some(wait_s)),
            Self::Limited(wait_s) => flash.say(Outcome::TooManySends).wait(Some(wait_s)),
        }
    }
}

/// Sends a code, if it may be sent now.
pub(crate) async fn send(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    order: &Order,
    wish: Wish,
) -> Result<Sending, PortalError> {
    let (now, policy) = (portal.clock.now(), policy(&portal.config.codes));
    let found = row::find(c, &order.draft_id, &order.index).await?;
    let mut alive = false;
    if let Some(challenge) = &found {
        alive = row::codes(c, &challenge.id)
            .await?
            .iter()
            .any(|code| code.expires_at > now);
        let wait_s = policy.resend_in_s(&challenge.state, now.millis());
        match wish {
            _ if policy.is_exhausted(&challenge.state) && wait_s > 0 => {
                return Ok(Sending::Ended(wait_s));
            }
            Wish::WhereNone if alive => return Ok(Sending::Alive),
            Wish::Again | Wish::Call if wait_s > 0 => return Ok(Sending::TooEarly(wait_s)),
            _ => {}
        }
    }
    if let Some(wait_s) = limits::count_send(c, portal, visit, &order.index).await? {
        return Ok(Sending::Limited(wait_s));
    }
    let mut challenge = match found {
        Some(challenge) => challenge,
        None => row::insert(c, portal, &order.draft_id, &order.index, order.kind()).await?,
    };
    let call = wish == Wish::Call && policy.call_offered(&challenge.state);
    let channel = match order.kind() {
        ContactKind::Email => Channel::Email,
        ContactKind::Phone if call => Channel::Voice,
        ContactKind::Phone => Channel::Sms,
    };
    if !alive {
        // Wrong codes are summed over the codes that live: none does.
        challenge.state.wrong = 0;
    }
    challenge.state = challenge.state.after_sending(&policy, now.millis());
    row::save(c, &challenge).await?;
    dispatch(c, portal, order, &challenge, channel).await?;
    Ok(Sending::Sent(channel))
}

/// Writes the code and its message.
async fn dispatch(
    c: &mut Connection,
    portal: &Portal,
    order: &Order,
    challenge: &Challenge,
    channel: Channel,
) -> Result<(), PortalError> {
    let (now, policy) = (portal.clock.now(), &portal.config.codes);
    let id = new_id(&*portal.clock, &*portal.rng);
    let mut random = [0; 8];
    portal.rng.fill(&mut random);
    let code = ConfirmationCode::from_random(u64::from_be_bytes(random));
    // A code nobody can be told is a digest of nothing: no typed code ever equals it.
    let mut mac = portal
        .vault
        .mac(super::MAC, &super::mac_text(&challenge.id, code.as_str()));
    if !order.answerable {
        portal.rng.fill(&mut mac);
    }
    // What is told to an operator is a code: a link would lead nowhere.
    let is_linked = channel == Channel::Email && order.notice != NoticeKind::DeskCode;
    let link = is_linked.then(|| Token::new(&*portal.rng));
    let values = [
        id.as_str().into(),
        challenge.id.as_str().into(),
        mac.to_vec().into(),
        link.as_ref()
            .filter(|_| order.answerable)
            .map(Token::hash)
            .into(),
        channel.code().into(),
        now.into(),
        now.plus_s(policy.lifetime_s).into(),
        link.as_ref()
            .map(|_| now.plus_s(policy.link_lifetime_s))
            .into(),
    ];
    c.execute(code_sql::INSERT, &values).await?;
    let notice = Notice {
        channel,
        to: order.contact.as_str().to_owned(),
        kind: order.notice.clone(),
        code: Some(code.as_str().to_owned()),
        link: link.map(|token| format!("{}/confirm/{token}", portal.config.public_url)),
        minutes: u32::try_from(policy.lifetime_s / 60).ok(),
    };
    let delivery = if order.answerable {
        Delivery::Send
    } else {
        Delivery::Suppress
    };
    outbox::enqueue(c, portal, &notice, delivery).await?;
    Ok(())
}

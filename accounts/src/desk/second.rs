//! The second operator: agrees with a proposal, which decides the case, or rejects it.

use super::act::{QUEUE, Refused, flash, held, page};
use super::case::{Case, State};
use super::decision::{Decision, apply};
use super::input::AnswerInput;
use super::note::note_case;
use super::reason;
use super::seat::{self, Seat};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::desk_review as sql;
use crate::task;
use crate::visit::Visit;

/// «Согласиться»: the proposal is carried out.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn agree(
    portal: &Portal,
    visit: &Visit,
    input: AnswerInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(answer(c, p, v, input, true))
    })
    .await
}

/// «Отклонить»: the case is open again, and free.
///
/// # Errors
/// As [`agree`].
pub async fn reject(
    portal: &Portal,
    visit: &Visit,
    input: AnswerInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| {
        Box::pin(answer(c, p, v, input, false))
    })
    .await
}

async fn answer(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: AnswerInput,
    agrees: bool,
) -> Result<Done, PortalError> {
    let seat = seat::require_specialist(c, portal, visit).await?;
    let reason = reason::written(&input.reason);
    let kept = |mut refused: Refused| {
        refused.flash = refused.flash.keep("reason", &reason);
        refused.done(portal)
    };
    let case = match held(c, portal, &seat, &input.review).await? {
        Ok(case) => case,
        Err(refused) => return kept(refused),
    };
    if case.state != State::Proposed {
        return kept(Refused::on(&case, Outcome::ReviewClosed));
    }
    if case.is_proposed_by(&seat.operator_id) {
        return kept(Refused::on(&case, Outcome::ReviewOwnProposal));
    }
    if let Some(refusal) = reason::refusal(&reason) {
        let flash = flash(&case.id).keep("reason", &reason).with(vec![refusal]);
        return Done::with_flash(portal, page(&case.id), &flash);
    }
    let outcome = conclude(c, portal, visit, &seat, &case, &reason, agrees).await?;
    Done::with_flash(portal, QUEUE, &Flash::of(Form::DeskQueue).say(outcome))
}

/// Only «Данные верны» is ever proposed.
async fn conclude(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    case: &Case,
    reason: &str,
    agrees: bool,
) -> Result<Outcome, PortalError> {
    let key = case.key(c, portal).await?;
    let sealed = case.seal(portal, &key, "answer", reason);
    let (id, operator_id) = (case.id.as_str(), seat.operator_id.as_str());
    let (event, outcome) = if agrees {
        apply(c, portal, case, &Decision::Match).await?;
        let values = [
            id.into(),
            Decision::Match.code().into(),
            operator_id.into(),
            portal.clock.now().into(),
            sealed.into(),
        ];
        c.execute(sql::AGREE, &values).await?;
        (Event::ProposalAgreed, Outcome::Decided)
    } else {
        c.execute(sql::REJECT, &[id.into(), sealed.into()]).await?;
        (Event::ProposalRejected, Outcome::ProposalRejected)
    };
    let detail = [("decision", Decision::Match.code())];
    note_case(c, portal, visit, operator_id, case, event, &detail).await?;
    Ok(outcome)
}

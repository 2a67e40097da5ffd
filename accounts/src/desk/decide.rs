//! A decision: carried out at once, or proposed where it goes against what the registry said.

use super::act::{QUEUE, Refused, flash, held, page};
use super::case::{Case, State};
use super::decision::{Decision, apply};
use super::field;
use super::note::note_case;
use super::reason;
use super::seat::{self, Seat};
use crate::done::Done;
use crate::error::PortalError;
use crate::flash::{Flash, Form, Refusal};
use crate::journal::Event;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::desk_review as sql;
use crate::task;
use crate::visit::Visit;

/// `/desk/reviews/{id}`: the decision.
#[derive(Clone, Default)]
pub struct DecisionInput {
    /// Id of the review.
    pub review: String,
    /// `match`, `mismatch`, `ask_again` or `ask_papers`.
    pub decision: String,
    /// The fields that differ; counts for `mismatch` alone.
    pub fields: Vec<String>,
    /// Why.
    pub reason: String,
}

impl DecisionInput {
    /// The decision, or what is missing for one.
    fn read(&self, case: &Case) -> Result<Decision, Vec<Refusal>> {
        let refused = |field, outcome: Outcome| vec![Refusal::new(field, outcome.code())];
        match self.decision.as_str() {
            "match" => Ok(Decision::Match),
            "ask_again" => Ok(Decision::AskAgain),
            "ask_papers" => Ok(Decision::AskPapers),
            "mismatch" => {
                let ticked = self.fields.iter();
                let known = ticked.filter(|code| field::find(case.registry, code).is_some());
                let fields: Vec<String> = known.cloned().collect();
                if fields.is_empty() {
                    return Err(refused("fields", Outcome::FieldsMissing));
                }
                Ok(Decision::Mismatch(fields))
            }
            _ => Err(refused("decision", Outcome::ChoiceMissing)),
        }
    }

    /// What was typed, on its way back to the page.
    fn keep(&self, flash: Flash) -> Flash {
        let flash = flash
            .keep("decision", &self.decision)
            .keep("reason", &reason::written(&self.reason));
        let ticked = self.fields.iter().take(16);
        ticked.fold(flash, |flash, field| flash.keep("fields", field))
    }
}

/// Decides a case that the operator has. «Данные верны» against an explicit answer of the registry is a
/// proposal: a second operator agrees or rejects it.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn decide(
    portal: &Portal,
    visit: &Visit,
    input: DecisionInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(decide_in(c, p, v, input))).await
}

async fn decide_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: DecisionInput,
) -> Result<Done, PortalError> {
    let seat = seat::require_specialist(c, portal, visit).await?;
    let kept = |mut refused: Refused| {
        refused.flash = input.keep(refused.flash);
        refused.done(portal)
    };
    let case = match held(c, portal, &seat, &input.review).await? {
        Ok(case) => case,
        Err(refused) => return kept(refused),
    };
    if case.state == State::Proposed {
        return kept(Refused::on(&case, Outcome::ReviewProposed));
    }
    let reason = reason::written(&input.reason);
    let (decision, mut refused) = match input.read(&case) {
        Ok(decision) => (Some(decision), Vec::new()),
        Err(refused) => (None, refused),
    };
    refused.extend(reason::refusal(&reason));
    match decision {
        Some(decision) if refused.is_empty() => {
            settle(c, portal, visit, &seat, &case, &decision, &reason).await
        }
        _ => {
            let flash = input.keep(flash(&case.id)).with(refused);
            Done::with_flash(portal, page(&case.id), &flash)
        }
    }
}

/// Carries the decision out, or proposes it.
async fn settle(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    seat: &Seat,
    case: &Case,
    decision: &Decision,
    reason: &str,
) -> Result<Done, PortalError> {
    let key = case.key(c, portal).await?;
    let values = [
        case.id.as_str().into(),
        decision.code().into(),
        seat.operator_id.as_str().into(),
        portal.clock.now().into(),
        case.seal(portal, &key, "reason", reason).into(),
    ];
    let (event, outcome) = if *decision == Decision::Match && case.is_denied() {
        c.execute(sql::PROPOSE, &values).await?;
        (Event::DecisionProposed, Outcome::Proposed)
    } else if *decision == Decision::AskPapers {
        apply(c, portal, case, decision).await?;
        (Event::ReviewDecided, Outcome::PapersAsked)
    } else {
        apply(c, portal, case, decision).await?;
        c.execute(sql::DECIDE, &values).await?;
        (Event::ReviewDecided, Outcome::Decided)
    };
    let (id, detail) = (seat.operator_id.as_str(), [("decision", decision.code())]);
    note_case(c, portal, visit, id, case, event, &detail).await?;
    Done::with_flash(portal, QUEUE, &Flash::of(Form::DeskQueue).say(outcome))
}

//! A case as its page shows it. Nothing here writes.

use domain::registry::{Outcome as RegistryOutcome, Registry};

use super::case::{Case, Hold, State, load};
use super::field::fields_of;
use super::reveal::revealed;
use super::seat::{self, Seat};
use crate::check::{self, Cause};
use crate::clock::Instant;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form};
use crate::portal::Portal;
use crate::store::Connection;
use crate::task;
use crate::upload::PapersView;
use crate::visit::Visit;

/// Who has a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldView {
    /// Nobody.
    Free,
    /// The operator who asks.
    Mine {
        /// Seconds until it is free.
        left_s: i64,
    },
    /// Another operator.
    Theirs {
        /// Seconds until it is free.
        left_s: i64,
    },
}

impl HoldView {
    pub(super) fn of(hold: Hold, now: Instant) -> Self {
        match hold {
            Hold::Free => Self::Free,
            Hold::Mine(until) => Self::Mine {
                left_s: until.seconds_left(now),
            },
            Hold::Theirs(until) => Self::Theirs {
                left_s: until.seconds_left(now),
            },
        }
    }
}

/// A value of a case.
#[derive(Clone, PartialEq, Eq)]
pub enum Shown {
    /// The citizen has left the field empty.
    Empty,
    /// There is a value, which was not asked for.
    Masked,
    /// The value, asked for with a reason.
    Value(String),
}

/// A field of a case.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Code of the field.
    pub code: &'static str,
    /// What the citizen typed.
    pub shown: Shown,
    /// The registry's answer names it.
    pub named: bool,
}

/// A decision that waits for a second operator.
#[derive(Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// The operator who asks has proposed it, and cannot agree with it.
    pub own: bool,
    /// Why it was proposed, for who has the case.
    pub reason: Option<String>,
}

/// `/desk/reviews/{id}`.
#[derive(Clone)]
pub struct CaseView {
    /// Id of the review.
    pub id: String,
    /// Why specialists look at it.
    pub cause: Cause,
    /// The registry.
    pub registry: Registry,
    /// When it was opened.
    pub opened_at: Instant,
    /// What the registry answered; `None`: nothing.
    pub outcome: Option<RegistryOutcome>,
    /// «Данные верны» takes two operators.
    pub takes_two: bool,
    /// The fields that the registry checks.
    pub fields: Vec<FieldView>,
    /// Nothing is left to decide.
    pub closed: bool,
    /// Who has it.
    pub hold: HoldView,
    /// The decision that waits.
    pub proposal: Option<ProposalView>,
    /// Why an earlier proposal was rejected, for who has the case.
    pub rejection: Option<String>,
    /// The documents that the citizen was asked for.
    pub papers: Option<PapersView>,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// A case, for those who decide cases; `None`: there is no such one.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn view(
    portal: &Portal,
    visit: &Visit,
    review: &str,
) -> Result<Option<CaseView>, PortalError> {
    let review = review.to_owned();
    let found = task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let seat = seat::require_specialist(c, p, v).await?;
            match load(c, &review).await? {
                Some(case) => look(c, p, &seat, case).await.map(Some),
                None => Ok(None),
            }
        })
    });
    let flash = flash::read(portal, visit).filter(|flash| flash.form == Form::DeskReview);
    Ok(found.await?.map(|case| CaseView {
        flash: flash.filter(|flash| flash.kept("review") == Some(case.id.as_str())),
        ..case
    }))
}

async fn look(
    c: &mut Connection,
    portal: &Portal,
    seat: &Seat,
    case: Case,
) -> Result<CaseView, PortalError> {
    let closed = case.state == State::Closed;
    let hold = match closed {
        true => Hold::Free,
        false => case.hold(portal, &seat.operator_id),
    };
    let mine = matches!(hold, Hold::Mine(_));
    let key = case.key(c, portal).await?;
    let open = match mine {
        true => revealed(c, seat, &case).await?,
        false => Vec::new(),
    };
    let values = case.values(&key)?;
    let fields = fields_of(case.registry).map(|code| FieldView {
        code,
        named: case.named.contains(&code),
        shown: match values.get(code) {
            None => Shown::Empty,
            Some(value) if open.iter().any(|own| own == code) => Shown::Value(value.to_owned()),
            Some(_) => Shown::Masked,
        },
    });
    let proposed = case.state == State::Proposed;
    let proposal = ProposalView {
        own: case.is_proposed_by(&seat.operator_id),
        reason: case.reason(&key)?.filter(|_| mine),
    };
    let papers = check::papers_of_review(c, portal, &case.account_id, &case.id).await?;
    Ok(CaseView {
        papers,
        fields: fields.collect(),
        takes_two: case.is_denied(),
        closed,
        hold: HoldView::of(hold, portal.clock.now()),
        proposal: proposed.then_some(proposal),
        rejection: case.answer(&key)?.filter(|_| mine),
        cause: case.cause,
        registry: case.registry,
        opened_at: case.opened_at,
        outcome: case.outcome,
        id: case.id,
        flash: None,
    })
}

//! «Показать»: one value of a case, for a reason, as long as the operator has the case.

use super::act::{flash, held, page};
use super::case::Case;
use super::field;
use super::input::RevealInput;
use super::note::note_case;
use super::reason::RevealReason;
use super::seat::{self, Seat};
use crate::done::Done;
use crate::error::PortalError;
use crate::journal::Event;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::review_reveal as sql;
use crate::task;
use crate::visit::Visit;

/// Shows a value from now on and notes who looked at it and why; a repeat is not noted again.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`] (also for a field that the registry does not
/// check), [`PortalError::Unavailable`].
pub async fn reveal(
    portal: &Portal,
    visit: &Visit,
    input: RevealInput,
) -> Result<Done, PortalError> {
    task::write(portal, visit, |c, p, v| Box::pin(reveal_in(c, p, v, input))).await
}

async fn reveal_in(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: RevealInput,
) -> Result<Done, PortalError> {
    let seat = seat::require_specialist(c, portal, visit).await?;
    let case = match held(c, portal, &seat, &input.review).await? {
        Ok(case) => case,
        Err(refused) => return refused.done(portal),
    };
    let field = field::find(case.registry, &input.field).ok_or(PortalError::Forbidden)?;
    let Some(reason) = RevealReason::from_code(&input.reason) else {
        let flash = flash(&case.id).refuse(&format!("reason-{field}"), Outcome::ChoiceMissing);
        return Done::with_flash(portal, page(&case.id), &flash);
    };
    if !revealed(c, &seat, &case)
        .await?
        .iter()
        .any(|own| own == field)
    {
        let values = [
            case.id.as_str().into(),
            seat.operator_id.as_str().into(),
            field.into(),
            portal.clock.now().into(),
        ];
        c.execute(sql::SAVE, &values).await?;
        let detail = [("field", field), ("reason", reason.code())];
        let (id, event) = (seat.operator_id.as_str(), Event::ValueRevealed);
        note_case(c, portal, visit, id, &case, event, &detail).await?;
    }
    Ok(Done::on(format!("{}#value-{field}", page(&case.id))))
}

/// The fields that an operator has asked to see since they took the case.
pub(super) async fn revealed(
    c: &mut Connection,
    seat: &Seat,
    case: &Case,
) -> Result<Vec<String>, PortalError> {
    let values = [
        case.id.as_str().into(),
        seat.operator_id.as_str().into(),
        case.taken_at.into(),
    ];
    let rows = c.fetch_all(sql::LIST, &values).await?;
    Ok(rows
        .iter()
        .map(|row| row.text(0))
        .collect::<Result<_, _>>()?)
}

//! The outcome of the last submission, put where the page says it.

use accounts::flash::{Flash, Form as FlashForm, Refusal};
use accounts::outcome::Outcome;

use crate::components::plain::{Notice, part};
use crate::judge;
use crate::messages::{self, Detail};
use crate::model::{Field, Part};
use leptos::prelude::*;

/// The outcome, if it belongs to this form.
pub(crate) fn of(flash: Option<&Flash>, form: FlashForm) -> Option<&Flash> {
    flash.filter(|flash| flash.form == form)
}

/// Puts each refusal beside its field.
pub(crate) fn refuse(fields: &mut [Field], flash: Option<&Flash>) {
    let Some(flash) = flash else { return };
    for refusal in &flash.codes {
        if let Some(field) = fields.iter_mut().find(|field| field.name == refusal.field) {
            let text = text(&field.rule, refusal, flash.wait_s);
            if !field.error.is_empty() {
                field.error.push_str(". ");
            }
            field.error.push_str(&text);
        }
    }
}

fn text(rule: &crate::model::Rule, refusal: &Refusal, wait_s: Option<i64>) -> String {
    let detail = Detail {
        number: refusal.number.unwrap_or_default(),
        letter: refusal.letter,
    };
    judge::refused(rule, &refusal.code, detail)
        .or_else(|| {
            Outcome::from_code(&refusal.code).map(|outcome| messages::outcome(outcome, wait_s))
        })
        .unwrap_or_default()
}

/// Words about the whole form; the first one takes focus.
pub(crate) fn notices(flash: Option<&Flash>) -> Vec<Part> {
    let Some(flash) = flash else {
        return Vec::new();
    };
    let said = flash
        .codes
        .iter()
        .filter(|refusal| refusal.field.is_empty())
        .filter_map(|refusal| Outcome::from_code(&refusal.code));
    said.map(|outcome| notice(outcome, flash.wait_s)).collect()
}

fn notice(outcome: Outcome, wait_s: Option<i64>) -> Part {
    let text = messages::outcome(outcome, wait_s);
    let tone = match outcome {
        Outcome::Resent
        | Outcome::Called
        | Outcome::ContactConfirmed
        | Outcome::PasswordChanged
        | Outcome::SessionEnded
        | Outcome::SessionsEnded
        | Outcome::Saved
        | Outcome::AppealMade
        | Outcome::DraftDropped
        | Outcome::DocumentSaved
        | Outcome::DocumentRemoved
        | Outcome::PapersAsked
        | Outcome::PapersHandedIn
        | Outcome::LevelTaken
        | Outcome::Decided
        | Outcome::Proposed
        | Outcome::ProposalRejected
        | Outcome::AppointmentBooked
        | Outcome::AppointmentCancelled
        | Outcome::IdentityProven
        | Outcome::IdentityCodeHanded
        | Outcome::RouteBegun
        | Outcome::RouteWithdrawn
        | Outcome::WorkplaceChosen
        | Outcome::SheetSaved
        | Outcome::ComparisonWaits
        | Outcome::RestorationWaits
        | Outcome::RestorationNeedsSecond
        | Outcome::RestorationRejected
        | Outcome::RestorationAgreed
        | Outcome::RestorationStopped
        | Outcome::ReceptionRefused
        | Outcome::OperatorDisabled
        | Outcome::OperatorPlaced
        | Outcome::CentreSaved => "success",
        Outcome::SignInFailed
        | Outcome::NothingCorrected
        | Outcome::SnilsElsewhere
        | Outcome::DeskSignInFailed
        | Outcome::WrongPassword
        | Outcome::ContactTaken
        | Outcome::VisitCodeUnknown
        | Outcome::CitizenUnknown
        | Outcome::RegistryDisagrees
        | Outcome::SnilsTaken
        | Outcome::RestorationDiffers => "error",
        _ => "warning",
    };
    part(view! { <Notice tone text fresh=true/> })
}

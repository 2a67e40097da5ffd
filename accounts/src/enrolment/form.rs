//! The registration form: judged, kept, and the first code sent.

use domain::flow::Step;

use super::RegistrationInput;
use super::judge::judge;
use super::standing::{Standing, facts, furthest, standing};
use crate::challenge::{Order, Sending, Wish, send};
use crate::contact_index::contact_index;
use crate::cookie::CookieName;
use crate::done::Done;
use crate::draft::{self, AcceptedForm, DraftFlow, Held, NewDraft, Payload};
use crate::error::PortalError;
use crate::flash::{Flash, Form};
use crate::journal::Event;
use crate::limits;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

/// What the form finds.
pub(super) enum Place {
    /// A draft in this browser's hands; `true`: its cookie is new.
    Draft(Box<Held>, bool),
    /// The registration is over.
    Over(Done),
}

pub(super) async fn submit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: RegistrationInput,
) -> Result<Done, PortalError> {
    let (mut held, fresh) = match place(c, portal, visit, &input).await? {
        Place::Draft(held, fresh) => (*held, fresh),
        Place::Over(done) => return Ok(done),
    };
    let done = match judge(&input, portal.clock.now()) {
        Err(refused) => {
            note(c, portal, visit, None, Event::RegistrationRefused, &refused).await?;
            keep(c, portal, &mut held, input, Attempt::Refused).await?;
            Done::on(Step::RegisterForm.path())
        }
        Ok(accepted) => {
            keep(c, portal, &mut held, input, Attempt::Accepted(accepted)).await?;
            onward(c, portal, visit, &held).await?
        }
    };
    Ok(if fresh {
        with_cookie(portal, done, &held)
    } else {
        done
    })
}

/// Keeps what is typed so far.
pub(super) async fn autosave(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: RegistrationInput,
) -> Result<(super::Saved, Done), PortalError> {
    let known = matches!(standing(c, portal, visit).await?, Standing::Open(..));
    let nothing = || {
        (
            super::Saved { until: None },
            Done {
                next: Step::RegisterForm.path().into(),
                cookies: vec![],
            },
        )
    };
    if !known && !input.consent {
        return Ok(nothing());
    }
    let (mut held, fresh) = match place(c, portal, visit, &input).await? {
        Place::Draft(held, fresh) => (*held, fresh),
        Place::Over(_) => return Ok(nothing()),
    };
    keep(c, portal, &mut held, input, Attempt::Unjudged).await?;
    let done = Done {
        next: Step::RegisterForm.path().into(),
        cookies: vec![],
    };
    let until = Some(held.draft.expires_at);
    Ok((
        super::Saved { until },
        if fresh {
            with_cookie(portal, done, &held)
        } else {
            done
        },
    ))
}

/// «Сохранить и выйти»: keeps what is typed, goes to the start page and says so there.
pub(super) async fn save_and_exit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: Option<RegistrationInput>,
) -> Result<Done, PortalError> {
    let mut cookies = Vec::new();
    let saved = match input {
        Some(input) => {
            let (saved, done) = autosave(c, portal, visit, input).await?;
            cookies = done.cookies;
            saved.until.is_some()
        }
        None => matches!(standing(c, portal, visit).await?, Standing::Open(..)),
    };
    let mut done = match saved {
        true => Done::with_flash(portal, "/", &Flash::of(Form::Start).say(Outcome::Saved))?,
        false => Done::on("/"),
    };
    done.cookies.extend(cookies);
    Ok(done)
}

/// The draft for this form: the browser's own, or the one an equal submission opened a moment ago
/// (a double click finds no cookie yet), or a new one.
async fn place(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: &RegistrationInput,
) -> Result<Place, PortalError> {
    match standing(c, portal, visit).await? {
        Standing::Open(held, _) => return Ok(Place::Draft(held, false)),
        Standing::Finished(_) => return Ok(Place::Over(Done::on(Step::RegisterDone.path()))),
        Standing::Nothing | Standing::Served(_) => {}
    }
    let form_id = input.form_id.as_str();
    if let Some(earlier) = draft::find_by_form(c, portal, DraftFlow::Registration, form_id).await? {
        if earlier.finished {
            return Ok(Place::Over(Done::on("/login")));
        }
        if matches!(&earlier.payload, Payload::Registration { form, .. } if **form == *input) {
            return Ok(Place::Draft(
                Box::new(draft::hold(c, portal, earlier).await?),
                true,
            ));
        }
    }
    limits::begin_draft(c, portal, visit).await?;
    let payload = Payload::Registration {
        form: Box::new(input.clone()),
        refused: false,
        accepted: None,
    };
    let lifetime_s = portal.config.drafts.lifetime_s;
    let new = NewDraft {
        flow: DraftFlow::Registration,
        form_id,
        account_id: None,
        payload,
        lifetime_s,
    };
    let draft = draft::insert(c, portal, new).await?;
    Ok(Place::Draft(
        Box::new(draft::hold(c, portal, draft).await?),
        true,
    ))
}

enum Attempt {
    Unjudged,
    Refused,
    Accepted(AcceptedForm),
}

/// Keeps an attempt. A contact other than the one waited for so far undoes proof, codes and links.
async fn keep(
    c: &mut Connection,
    portal: &Portal,
    held: &mut Held,
    input: RegistrationInput,
    attempt: Attempt,
) -> Result<(), PortalError> {
    let before = held
        .draft
        .payload
        .contact()
        .map(|contact| contact_index(&portal.vault, &contact));
    let Payload::Registration {
        form,
        refused,
        accepted,
    } = &mut held.draft.payload
    else {
        return Err(PortalError::Unavailable);
    };
    **form = input;
    match attempt {
        Attempt::Unjudged => {}
        Attempt::Refused => *refused = true,
        Attempt::Accepted(mut now_accepted) => {
            *refused = false;
            if let Some(earlier) = accepted.as_ref()
                && earlier.consent_version == now_accepted.consent_version
            {
                now_accepted.consent_at = earlier.consent_at;
            }
            *accepted = Some(Box::new(now_accepted));
        }
    }
    let after = held
        .draft
        .payload
        .contact()
        .map(|contact| contact_index(&portal.vault, &contact));
    if before.is_some() && before != after {
        draft::unprove(c, portal, held).await?;
    }
    draft::save(c, portal, &held.draft).await
}

/// After a form that was right: to the code, or further where the contact is proven already.
async fn onward(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    held: &Held,
) -> Result<Done, PortalError> {
    let facts = facts(c, portal, held).await?;
    if facts.contact_proven {
        return Ok(Done::on(furthest(&facts)));
    }
    let order = Order::of(c, portal, &held.draft).await?;
    let next = Step::RegisterCode.path();
    match send(c, portal, visit, &order, Wish::WhereNone).await? {
        Sending::Sent(_) | Sending::Alive => Ok(Done::on(next)),
        refused => Done::with_flash(portal, next, &refused.flash(Form::RegisterCode)),
    }
}

fn with_cookie(portal: &Portal, done: Done, held: &Held) -> Done {
    done.token(
        CookieName::Draft,
        &held.token,
        Some(held.draft.expires_at.seconds_left(portal.clock.now())),
    )
}

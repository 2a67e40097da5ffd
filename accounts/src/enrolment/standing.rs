//! Where a browser stands in its registration.

use domain::flow::{self, Facts, Flow, Step};

use crate::account;
use crate::contact_index::contact_index;
use crate::done::Done;
use crate::draft::{self, DraftFlow, Held};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::session;
use crate::store::Connection;
use crate::visit::Visit;

/// What the browser's draft cookie leads to.
pub(crate) enum Standing {
    /// To no draft.
    Nothing,
    /// To a draft that goes on.
    Open(Box<Held>, Facts),
    /// To the account made of it, in which this browser is signed in.
    Finished(String),
    /// To a draft that has served, and the browser is not signed in any more.
    Served(Box<Held>),
}

impl Standing {
    /// What the step table is asked with.
    pub(crate) fn facts(&self) -> Facts {
        match self {
            Self::Nothing | Self::Served(_) => Facts::default(),
            Self::Open(_, facts) => *facts,
            Self::Finished(_) => finished(),
        }
    }

    /// The draft that goes on, or the place to which everybody else is sent.
    pub(crate) fn open(self) -> Result<(Held, Facts), Done> {
        match self {
            Self::Open(held, facts) => Ok((*held, facts)),
            Self::Nothing => Err(Done::on(Step::RegisterForm.path())),
            Self::Finished(_) => Err(Done::on(Step::RegisterDone.path())),
            Self::Served(_) => Err(Done::on("/login")),
        }
    }
}

/// Looks where this browser stands.
pub(crate) async fn standing(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
) -> Result<Standing, PortalError> {
    let Some(held) = draft::held(c, portal, DraftFlow::Registration, visit.draft.as_ref()).await?
    else {
        return Ok(Standing::Nothing);
    };
    if !held.draft.finished {
        let facts = facts(c, portal, &held).await?;
        return Ok(Standing::Open(Box::new(held), facts));
    }
    let session = session::find(c, portal, visit.session.as_ref()).await?;
    Ok(match (session, &held.draft.finished_account) {
        (Some(session), Some(account)) if session.account_id == *account => {
            Standing::Finished(session.account_id)
        }
        _ => Standing::Served(Box::new(held)),
    })
}

/// What is true of an open draft in the browser that holds it. Whether the contact has an account is
/// asked, and told, only after its proof.
pub(crate) async fn facts(
    c: &mut Connection,
    portal: &Portal,
    held: &Held,
) -> Result<Facts, PortalError> {
    let mut facts = Facts {
        form_accepted: held.draft.payload.accepted().is_some(),
        ..Facts::default()
    };
    if facts.form_accepted && held.is_proven(&portal.vault) {
        facts.contact_proven = true;
        if let Some(contact) = held.draft.payload.contact() {
            let index = contact_index(&portal.vault, &contact);
            facts.account_exists = account::owner_of(c, contact.kind(), &index)
                .await?
                .is_some();
        }
    }
    Ok(facts)
}

/// The step to which these facts lead.
pub(crate) fn furthest(facts: &Facts) -> &'static str {
    flow::furthest(Flow::Registration, facts).path()
}

fn finished() -> Facts {
    Facts {
        form_accepted: true,
        contact_proven: true,
        finished: true,
        ..Facts::default()
    }
}

//! The end of the stage: everything is judged again and goes to the registries.

use domain::comparison::is_same_person;
use domain::flow::{Step, allowed};
use domain::level::AssuranceLevel;
use domain::profile::{self, Values};

use super::form::{Form, today};
use super::row::{self, Profile, ProfileState};
use super::steps::{opened, still_checking};
use crate::account::{self, Account};
use crate::check;
use crate::done::Done;
use crate::draft;
use crate::enrolment::CONSENT_VERSION;
use crate::error::PortalError;
use crate::flash::{self, Flash};
use crate::journal::Event;
use crate::limits;
use crate::note::note;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::reception;
use crate::store::Connection;
use crate::store::statement::consent as consent_sql;
use crate::visit::Visit;

/// The document a citizen accepts here (R-PRS-22).
const DOCUMENT: &str = "registry_check";

pub(super) async fn submit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    consent: bool,
) -> Result<Done, PortalError> {
    let (account, mut form) = opened(c, portal, visit).await?;
    if form.is_checking() {
        return still_checking(portal);
    }
    let today = today(portal);
    if !allowed(Step::PersonalCheck, &form.facts(today)) {
        return Ok(Done::on(form.furthest(today)));
    }
    let page = Flash::of(flash::Form::PersonalCheck);
    let back = |flash: Flash| Done::with_flash(portal, Step::PersonalCheck.path(), &flash);
    if !consent {
        return back(page.refuse("consent", Outcome::ConsentMissing));
    }
    let values = profile::canonical(&form.values, today, &unicode::Tables);
    if account.level == AssuranceLevel::Confirmed {
        let confirmed = account::attributes(c, &account.id, &account.key).await?;
        if !is_same_person(&confirmed, &values) {
            return back(page.say(Outcome::IdentityFixed));
        }
    }
    if let Some(outcome) = answered_already(&form, &account, &values)? {
        return back(page.say(outcome));
    }
    if let Some(wait_s) = limits::count_check(c, portal, &account.id).await? {
        return back(page.say(Outcome::TooManyChecks).wait(Some(wait_s)));
    }
    send(c, portal, visit, &account, &mut form, &values).await?;
    Ok(Done::on(check::PATH))
}

/// What to say where the registries have answered about these very data: asking again would bring the same answer.
fn answered_already(
    form: &Form,
    account: &Account,
    values: &Values,
) -> Result<Option<Outcome>, PortalError> {
    let Some(former) = &form.former else {
        return Ok(None);
    };
    let outcome = match former.state {
        ProfileState::Superseded => return Ok(None),
        ProfileState::Claimed => Outcome::SnilsElsewhere,
        ProfileState::Passed => Outcome::NothingChanged,
        ProfileState::Checking | ProfileState::Failed => Outcome::NothingCorrected,
    };
    let same = former.values(&account.key)? == *values;
    Ok(same.then_some(outcome))
}

/// A new version goes to the registries, with the consent to it; answers its id. What is concluded at once is concluded
/// by the caller.
pub(crate) async fn begin(
    c: &mut Connection,
    portal: &Portal,
    account: &Account,
    former: Option<&Profile>,
    values: &Values,
) -> Result<String, PortalError> {
    let id = row::insert(c, portal, account, former, values).await?;
    let former_id = former.map(|former| former.id.as_str());
    check::begin(c, portal, &id, former_id, values).await?;
    if let Some(former) = former
        && former.state != ProfileState::Passed
    {
        row::set_state(c, portal, &former.id, ProfileState::Superseded).await?;
        // Whoever was compared with it is compared once more.
        reception::checks_failed(c, &former.id).await?;
    }
    let consent = [
        account.id.as_str().into(),
        DOCUMENT.into(),
        CONSENT_VERSION.into(),
        portal.clock.now().into(),
    ];
    c.execute(consent_sql::INSERT_ONCE, &consent).await?;
    Ok(id)
}

async fn send(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    account: &Account,
    form: &mut Form,
    values: &Values,
) -> Result<(), PortalError> {
    let id = begin(c, portal, account, form.former.as_ref(), values).await?;
    if let Some(draft) = &mut form.draft {
        draft::finish(c, portal, draft, Some(&account.id)).await?;
    }
    note(
        c,
        portal,
        visit,
        Some(&account.id),
        Event::ProfileSubmitted,
        &[],
    )
    .await?;
    // Where nothing changed that a registry is asked about, all of it is answered already.
    let sent = row::load(c, &id).await?;
    check::conclude(c, portal, &sent).await
}

//! The form in all its steps, as it stands for an account: in a draft, or as the last version left it, or empty but for
//! what the portal knows already.

use std::collections::BTreeSet;

use domain::countries;
use domain::date::Date;
use domain::flow::{Fact, Facts, Flow, Step, furthest};
use domain::profile::{self, ProfileField, Values};

use super::row::{self, Profile};
use crate::account::{self, Account};
use crate::draft::{self, Draft, DraftFlow, NewDraft, Payload};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;

/// The form of an account.
pub(super) struct Form {
    /// What was typed, right or wrong.
    pub(super) values: Values,
    /// The steps that were submitted.
    pub(super) given: BTreeSet<String>,
    /// The step whose last submission was refused.
    pub(super) refused: Option<Step>,
    pub(super) draft: Option<Draft>,
    /// The last version that was sent.
    pub(super) former: Option<Profile>,
}

/// Each step with what is true once it is right.
const STEPS: [(Step, Fact); 6] = [
    (Step::PersonalCitizenship, Fact::CitizenshipGiven),
    (Step::PersonalPerson, Fact::PersonGiven),
    (Step::PersonalDocument, Fact::DocumentGiven),
    (Step::PersonalAddress, Fact::AddressGiven),
    (Step::PersonalResidence, Fact::ResidenceGiven),
    (Step::PersonalNumbers, Fact::NumbersGiven),
];

impl Form {
    /// Looks where the account stands.
    pub(super) async fn load(
        c: &mut Connection,
        portal: &Portal,
        account: &Account,
    ) -> Result<Self, PortalError> {
        let former = row::find_latest(c, &account.id).await?;
        let draft = draft::find_by_account(c, portal, DraftFlow::PersonalData, &account.id).await?;
        let mut form = Self {
            values: Values::new(),
            given: BTreeSet::new(),
            refused: None,
            draft,
            former,
        };
        if let Some(Draft {
            payload:
                Payload::Profile {
                    values,
                    given,
                    refused,
                },
            ..
        }) = &form.draft
        {
            form.values.clone_from(values);
            form.given.clone_from(given);
            form.refused = refused.as_deref().and_then(Step::from_path);
        } else if let Some(former) = &form.former {
            form.values = former.values(&account.key)?;
            form.given = STEPS.iter().map(|(step, _)| step.path().into()).collect();
        } else {
            let names = account::names(c, &account.id, &account.key).await?;
            form.put(ProfileField::Surname, names.surname);
            form.put(ProfileField::FirstName, names.first_name);
            form.put(
                ProfileField::Patronymic,
                names.patronymic.unwrap_or_default(),
            );
        }
        Ok(form)
    }

    fn put(&mut self, field: ProfileField, value: String) {
        self.values.insert(field.code().to_owned(), value);
    }

    /// Takes over what was typed into a step; what other forms may have sent along is not looked at.
    pub(super) fn take(&mut self, step: Step, mut typed: Values) {
        for field in ProfileField::of_step(step) {
            let value = typed.remove(field.code()).unwrap_or_default();
            let unlisted = field == ProfileField::Citizenship && countries::name(&value).is_none();
            let kept = if unlisted { 0 } else { LONGEST };
            self.put(field, value.chars().take(kept).collect());
        }
    }

    /// Whether every field of a step is right, in the light of the others.
    pub(super) fn is_right(&self, step: Step, today: Date) -> bool {
        profile::is_right(step, &self.values, today, &unicode::Tables)
    }

    /// What the step table is asked with.
    pub(super) fn facts(&self, today: Date) -> Facts {
        STEPS.iter().fold(Facts::default(), |facts, &(step, fact)| {
            let unasked = !profile::is_asked(step, &self.values);
            let given = unasked || self.given.contains(step.path());
            facts.with(fact, given && self.is_right(step, today))
        })
    }

    /// Address of the furthest step that is open.
    pub(super) fn furthest(&self, today: Date) -> &'static str {
        furthest(Flow::PersonalData, &self.facts(today)).path()
    }

    /// Keeps the form in the account's draft, and the draft as long as the settings say from now on.
    pub(super) async fn save(
        &mut self,
        c: &mut Connection,
        portal: &Portal,
        account: &Account,
    ) -> Result<(), PortalError> {
        let payload = Payload::Profile {
            values: self.values.clone(),
            given: self.given.clone(),
            refused: self.refused.map(|step| step.path().to_owned()),
        };
        let lifetime_s = portal.config.drafts.profile_lifetime_s;
        match &mut self.draft {
            Some(draft) => {
                draft.payload = payload;
                draft.expires_at = portal.clock.now().plus_s(lifetime_s);
                draft::save_longer(c, portal, draft).await
            }
            None => {
                let new = NewDraft {
                    flow: DraftFlow::PersonalData,
                    form_id: "",
                    account_id: Some(account.id.clone()),
                    payload,
                    lifetime_s,
                };
                self.draft = Some(draft::insert(c, portal, new).await?);
                Ok(())
            }
        }
    }
}

/// More characters than any field takes, so that what is too long is told as such and stays readable.
const LONGEST: usize = 1_000;

/// Today in Moscow: dates of documents are judged by the country's own calendar, not by the server's.
pub(crate) fn today(portal: &Portal) -> Date {
    Date::in_moscow(portal.clock.now().millis())
}

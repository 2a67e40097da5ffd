//! What is still missing on a sheet.

use domain::comparison::{
    ComparisonError, Sheet as Comparison, compare, is_same_identity, missing,
};
use domain::date::Date;
use domain::field::contact::Contact;
use domain::profile::{ProfileField, Values, value};

use super::row::{Kind, Reception};
use super::sheet::Representative;
use crate::account::{self, Account};
use crate::draft::StoredContact;
use crate::error::PortalError;
use crate::flash::Refusal;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::profile;
use crate::store::Connection;

/// What was found on a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// The values as the documents have them, where every field is settled.
    pub(super) values: Option<Values>,
    /// Fields that are not.
    pub(super) fields: Vec<(ProfileField, ComparisonError)>,
    /// What else is missing: ids of controls and codes of outcomes.
    pub(super) rest: Vec<Refusal>,
}

impl Findings {
    /// The values of a sheet on which nothing is missing.
    pub(super) fn whole(self) -> Option<Values> {
        self.values.filter(|_| self.rest.is_empty())
    }
}

/// What the citizen has told: the version that was sent last, or what the registries have confirmed. Somebody without an
/// account has told nothing, and neither has whoever comes with another document. Access comes back by what is confirmed
/// alone.
pub(super) async fn entered(
    c: &mut Connection,
    reception: &Reception,
    account: Option<&Account>,
) -> Result<Values, PortalError> {
    let is_shown = reception.kind != Kind::Registration && !reception.sheet.unseen;
    let Some(account) = account.filter(|_| is_shown) else {
        return Ok(Values::new());
    };
    if reception.kind == Kind::Confirmation
        && let Some(latest) = profile::find_latest(c, &account.id).await?
    {
        return latest.values(&account.key);
    }
    account::attributes(c, &account.id, &account.key).await
}

/// Looks a sheet through.
pub(super) fn judge(portal: &Portal, reception: &Reception, entered: &Values) -> Findings {
    let (sheet, today) = (&reception.sheet, profile::today(portal));
    let same = sheet.agreeing();
    let comparison = Comparison {
        entered,
        typed: &sheet.typed,
        same: &same,
        has_snils: !sheet.no_snils,
    };
    let (values, fields) = match compare(comparison, today, &unicode::Tables) {
        Ok(values) => (Some(values), Vec::new()),
        Err(fields) => (None, fields),
    };
    let mut rest = Vec::new();
    let mut refuse = |id: &str, outcome: Outcome| rest.push(Refusal::new(id, outcome.code()));
    if let Some(kind) = missing(&sheet.evidence(), !sheet.no_snils) {
        refuse(&format!("seen-{}", kind.code()), Outcome::EvidenceMissing);
    }
    if let Some(person) = &sheet.representative {
        for id in person.missing(today) {
            refuse(id, Outcome::Empty);
        }
    }
    if needs_consent(reception, values.as_ref(), entered) && !sheet.consent {
        refuse("consent", Outcome::ConsentUnsigned);
    }
    if let Some(outcome) = contact(reception, values.as_ref()) {
        refuse("contact", outcome);
    }
    Findings {
        values,
        fields,
        rest,
    }
}

/// A signature is asked for where data go to the registries that the citizen has not sent there.
fn needs_consent(reception: &Reception, values: Option<&Values>, entered: &Values) -> bool {
    match reception.kind {
        Kind::Registration => true,
        Kind::Confirmation => values.is_some_and(|values| !is_same_identity(values, entered)),
        Kind::Restoration => false,
    }
}

/// What is wrong with the contact. Whoever has a SNILS can sign in without one.
fn contact(reception: &Reception, values: Option<&Values>) -> Option<Outcome> {
    let typed = reception.sheet.contact.trim();
    match reception.kind {
        Kind::Confirmation => None,
        Kind::Registration if typed.is_empty() => {
            let has_snils =
                values.is_none_or(|values| !value(values, ProfileField::Snils).is_empty());
            (!has_snils).then_some(Outcome::ContactMissing)
        }
        Kind::Restoration if typed.is_empty() => None,
        Kind::Registration | Kind::Restoration => {
            let Some(contact) = Contact::parse_login(typed, &unicode::Tables) else {
                return Some(Outcome::LoginUnreadable);
            };
            let proven = reception.sheet.proven == Some(StoredContact::from(&contact));
            (!proven).then_some(Outcome::ContactUnproven)
        }
    }
}

impl Representative {
    /// The fields that are not filled in; the date of a power of attorney lies in the past.
    fn missing(&self, today: Date) -> Vec<&'static str> {
        let dated = Date::parse(&self.power_date).is_ok_and(|date| date <= today);
        let filled = |text: &str| !text.trim().is_empty();
        [
            ("representative_name", filled(&self.name)),
            ("representative_document", filled(&self.document)),
            ("power_number", filled(&self.power_number)),
            ("power_date", dated),
            ("notary", filled(&self.notary)),
        ]
        .into_iter()
        .filter(|(_, is_right)| !is_right)
        .map(|(id, _)| id)
        .collect()
    }
}

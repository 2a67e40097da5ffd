//! What an operator notes while a citizen stands before them.

use std::collections::{BTreeMap, BTreeSet};

use domain::comparison::{Evidence, FIELDS};
use domain::profile::{ProfileField, Values};
use serde::{Deserialize, Serialize};

use crate::draft::StoredContact;

/// More characters than any field takes, so that what is too long is told as such.
const LONGEST: usize = 1_000;

/// What the form of a reception sends, by name: fields of the profile by their codes, `same-…` and `seen-…` for ticks.
pub type SheetInput = BTreeMap<String, String>;

/// The sheet. It is sealed under a key of its own and emptied when the reception ends.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Sheet {
    /// What the documents say, right or wrong, by field.
    pub(super) typed: Values,
    /// Fields that agree with what the citizen has told.
    pub(super) same: BTreeSet<String>,
    /// Documents that were seen.
    pub(super) seen: BTreeSet<String>,
    /// The person has no SNILS.
    pub(super) no_snils: bool,
    /// The person has signed the consent.
    pub(super) consent: bool,
    /// An identity code is to be handed out instead of raising the level at once (D-59).
    pub(super) on_paper: bool,
    /// Who has come in the person's place.
    pub(super) representative: Option<Representative>,
    /// The contact as it was typed.
    pub(super) contact: String,
    /// The contact that the person has proven.
    pub(super) proven: Option<StoredContact>,
    /// The draft to whose contact a code was sent.
    pub(super) draft: Option<String>,
    /// The operator has tried to end the comparison: what is wrong is shown.
    pub(super) tried: bool,
    /// The document on the table is not the one of the account: nothing of the account is shown.
    pub(super) unseen: bool,
    /// Only a second operator brings the access back.
    pub(super) second_only: bool,
    /// Why it was refused, in the operator's words.
    pub(super) refusal: Option<String>,
}

/// Somebody with a power of attorney (R-REP-01), as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Full name.
    pub name: String,
    /// The document they have shown.
    pub document: String,
    /// Number of the power of attorney.
    pub power_number: String,
    /// Its date.
    pub power_date: String,
    /// The notary.
    pub notary: String,
}

/// A code on paper.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// The login; empty for an identity code.
    pub login: String,
    /// The code, as people read it.
    pub code: String,
    /// From when on it works, in milliseconds UTC.
    pub from_ms: i64,
    /// Until when it works, in milliseconds UTC.
    pub until_ms: i64,
}

impl Sheet {
    /// Takes over what the form has sent; what it does not know is not looked at.
    pub(super) fn take(&mut self, input: &SheetInput) {
        let text = |name: &str| -> String {
            let typed = input.get(name).map(String::as_str).unwrap_or_default();
            typed.chars().take(LONGEST).collect()
        };
        let ticked = |prefix: &str, code: &str| input.contains_key(&format!("{prefix}-{code}"));
        let fields = FIELDS.map(ProfileField::code);
        self.typed = fields
            .map(|code| (code.to_owned(), text(code)))
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let owned = |code: &str| code.to_owned();
        self.same = fields
            .into_iter()
            .filter(|code| ticked("same", code))
            .map(owned)
            .collect();
        let seen = Evidence::ALL.map(Evidence::code);
        self.seen = seen
            .into_iter()
            .filter(|code| ticked("seen", code))
            .map(owned)
            .collect();
        self.no_snils = input.contains_key("no_snils");
        self.consent = input.contains_key("consent");
        self.on_paper = input.contains_key("on_paper");
        self.contact = text("contact");
        self.representative = input.contains_key("represented").then(|| Representative {
            name: text("representative_name"),
            document: text("representative_document"),
            power_number: text("power_number"),
            power_date: text("power_date"),
            notary: text("notary"),
        });
    }

    /// The fields that agree.
    pub(super) fn agreeing(&self) -> BTreeSet<ProfileField> {
        let known = self.same.iter().map(|code| ProfileField::from_code(code));
        known.flatten().collect()
    }

    /// The documents that were seen.
    pub(super) fn evidence(&self) -> BTreeSet<Evidence> {
        let known = self.seen.iter().map(|code| Evidence::from_code(code));
        known.flatten().collect()
    }

    /// What stays of it when the reception has ended: which documents were seen, and who came.
    pub(super) fn record(&self) -> Self {
        Self {
            seen: self.seen.clone(),
            no_snils: self.no_snils,
            consent: self.consent,
            on_paper: self.on_paper,
            representative: self.representative.clone(),
            refusal: self.refusal.clone(),
            ..Self::default()
        }
    }
}

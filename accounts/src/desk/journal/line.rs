//! One entry as an auditor sees it.

use std::collections::{BTreeMap, HashMap};

use crate::clock::Instant;
use crate::error::PortalError;
use crate::journal::{ACTOR, Event};
use crate::store::statement::{account, operator};
use crate::store::{Connection, Row, StoreError};

/// More operators than a portal has.
const MOST: u32 = 10_000;

/// Who acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An operator, by login; by id where nobody has it any more.
    Operator(String),
    /// The owner of the account, or whoever tried to be.
    Citizen,
    /// A visitor of no account.
    Visitor,
    /// The portal by itself, or the command line.
    Portal,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who acted.
    pub who: Who,
    /// Code of what happened; a newer version may have written one that this one does not know.
    pub code: String,
    /// Particulars, by name: codes, days and ids. `operator`, of whom it speaks, is a login.
    pub detail: BTreeMap<String, String>,
    /// Reference number of the account it concerns.
    pub reference: Option<String>,
}

impl JournalLine {
    /// What happened.
    #[must_use]
    pub fn event(&self) -> Option<Event> {
        Event::from_code(&self.code)
    }
}

/// Logins of operators by their ids.
pub(super) struct Names(HashMap<String, String>);

impl Names {
    pub(super) async fn load(c: &mut Connection) -> Result<Self, PortalError> {
        let mut names = HashMap::new();
        for row in c.fetch_all(operator::LIST, &[MOST.into()]).await? {
            names.insert(row.text(6)?, row.text(0)?);
        }
        Ok(Self(names))
    }

    pub(super) fn id_of(&self, login: &str) -> Option<&str> {
        let mut all = self.0.iter();
        let found = all.find(|(_, own)| own.as_str() == login);
        found.map(|(id, _)| id.as_str())
    }

    /// The login of an operator, or the id where nobody has it.
    fn of(&self, id: String) -> String {
        self.0.get(&id).cloned().unwrap_or(id)
    }

    /// Every login, in the order of the alphabet.
    pub(super) fn logins(&self) -> Vec<String> {
        let mut logins: Vec<_> = self.0.values().cloned().collect();
        logins.sort_unstable();
        logins
    }
}

/// Reads the rows of a page.
pub(super) async fn lines(
    c: &mut Connection,
    names: &Names,
    rows: &[Row],
) -> Result<Vec<JournalLine>, PortalError> {
    let mut references = HashMap::new();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let reference = match row.opt_text(2)? {
            Some(id) => reference_of(c, &mut references, id).await?,
            None => None,
        };
        lines.push(line(names, row, reference)?);
    }
    Ok(lines)
}

/// The number of an account; one that is gone has none.
async fn reference_of(
    c: &mut Connection,
    known: &mut HashMap<String, Option<String>>,
    id: String,
) -> Result<Option<String>, PortalError> {
    if let Some(reference) = known.get(&id) {
        return Ok(reference.clone());
    }
    let row = c
        .fetch_optional(account::REFERENCE, &[id.as_str().into()])
        .await?;
    let reference = row.map(|row| row.text(0)).transpose()?;
    known.insert(id, reference.clone());
    Ok(reference)
}

fn line(names: &Names, row: &Row, reference: Option<String>) -> Result<JournalLine, StoreError> {
    // What cannot be read is shown without its particulars: the check of the chain finds it.
    let mut detail: BTreeMap<String, String> =
        serde_json::from_str(&row.text(4)?).unwrap_or_default();
    let actor = detail.remove(ACTOR);
    if let Some(id) = detail.remove("operator") {
        detail.insert("operator".to_owned(), names.of(id));
    }
    let visited = row.opt_text(5)?.is_some();
    let who = match actor {
        Some(id) => Who::Operator(names.of(id)),
        None if !visited => Who::Portal,
        None if row.opt_text(2)?.is_some() => Who::Citizen,
        None => Who::Visitor,
    };
    Ok(JournalLine {
        seq: row.int(0)?,
        at: row.instant(1)?,
        who,
        code: row.text(3)?,
        detail,
        reference,
    })
}

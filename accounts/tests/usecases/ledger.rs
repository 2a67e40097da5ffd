//! How many rows each table has: what two visits wrote can be compared, and "nothing" can be told.

use crate::house::House;

/// Every table of the portal.
const TABLES: [&str; 15] = [
    "account",
    "attribute",
    "contact",
    "credential",
    "consent",
    "session",
    "device",
    "draft",
    "draft_token",
    "challenge",
    "code",
    "outbox",
    "journal",
    "journal_head",
    "throttle",
];

const COUNT: &str = "SELECT (SELECT COUNT(*) FROM account), (SELECT COUNT(*) FROM attribute), \
    (SELECT COUNT(*) FROM contact), (SELECT COUNT(*) FROM credential), (SELECT COUNT(*) FROM consent), \
    (SELECT COUNT(*) FROM session), (SELECT COUNT(*) FROM device), (SELECT COUNT(*) FROM draft), \
    (SELECT COUNT(*) FROM draft_token), (SELECT COUNT(*) FROM challenge), (SELECT COUNT(*) FROM code), \
    (SELECT COUNT(*) FROM outbox), (SELECT COUNT(*) FROM journal), (SELECT COUNT(*) FROM journal_head), \
    (SELECT COUNT(*) FROM throttle)";

/// Rows of each table, in the order of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ledger(pub(crate) Vec<(&'static str, i64)>);

impl Ledger {
    /// Counts.
    pub(crate) async fn of(house: &House) -> Self {
        let row = house.look(COUNT, Vec::new()).await;
        let counted = TABLES.iter().enumerate();
        Self(
            counted
                .map(|(column, table)| (*table, row.int(column).expect("a number")))
                .collect(),
        )
    }

    /// What was added since `earlier`, table by table, where anything was.
    pub(crate) fn since(&self, earlier: &Self) -> Vec<(&'static str, i64)> {
        let pairs = self.0.iter().zip(&earlier.0);
        pairs
            .map(|((table, now), (_, before))| (*table, now - before))
            .filter(|(_, added)| *added != 0)
            .collect()
    }
    /// The same without the counters: one that is there already is written without a new row.
    pub(crate) fn since_but_counters(&self, earlier: &Self) -> Vec<(&'static str, i64)> {
        let mut added = self.since(earlier);
        added.retain(|(table, _)| *table != "throttle");
        added
    }
}

//! What must be true of the database after every event.

use accounts::store::{Store, StoreError, Value};
use tokio::runtime::{Builder, Runtime};

/// Each of these counts what must not be.
const WRONG: [(&str, &str); 10] = [
    (
        "contacts with two owners",
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM contact WHERE confirmed_at IS NOT NULL \
         GROUP BY kind, blind_index HAVING COUNT(*) > 1) AS doubled WHERE one = $1",
    ),
    (
        "half accounts",
        "SELECT COUNT(*) FROM account a WHERE $1 = 1 AND ( \
         (SELECT COUNT(*) FROM credential x WHERE x.account_id = a.id) <> 1 \
         OR (SELECT COUNT(*) FROM attribute x WHERE x.account_id = a.id AND x.name IN ('surname', 'first_name')) <> 2 \
         OR (SELECT COUNT(*) FROM consent x WHERE x.account_id = a.id) <> 3 \
         OR (SELECT COUNT(*) FROM contact x WHERE x.account_id = a.id AND x.confirmed_at IS NOT NULL) = 0 \
         OR (SELECT COUNT(*) FROM journal x WHERE x.account_id = a.id AND x.event = 'account_created') <> 1 \
         OR (SELECT COUNT(*) FROM journal x WHERE x.account_id = a.id AND x.event = 'consent_given') <> 1)",
    ),
    (
        "accounts of the journal that are not there",
        "SELECT COUNT(*) FROM journal j WHERE $1 = 1 AND j.account_id IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = j.account_id)",
    ),
    (
        "accounts made of two drafts",
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM draft WHERE flow = 'registration' \
         AND finished_account IS NOT NULL GROUP BY finished_account HAVING COUNT(*) > 1) AS doubled WHERE one = $1",
    ),
    (
        "accounts with more sessions than sign-ins",
        "SELECT COUNT(*) FROM account a WHERE $1 = 1 AND \
         (SELECT COUNT(*) FROM session s WHERE s.account_id = a.id) > \
         (SELECT COUNT(*) FROM journal j WHERE j.account_id = a.id \
          AND j.event IN ('account_created', 'signed_in', 'password_recovered'))",
    ),
    (
        "breaks of the chain",
        "SELECT COUNT(*) FROM journal b JOIN journal a ON a.seq = b.seq - $1 WHERE a.hash <> b.previous",
    ),
    (
        "ends of the chain that are not its end",
        "SELECT COUNT(*) FROM journal_head h WHERE $1 = 1 AND (h.seq <> (SELECT COUNT(*) FROM journal) \
         OR h.hash <> (SELECT hash FROM journal j WHERE j.seq = h.seq))",
    ),
    (
        "counts of wrong codes beyond the last try",
        "SELECT COUNT(*) FROM challenge WHERE $1 = 1 AND wrong_count > 5",
    ),
    (
        "codes sent twice within the pause",
        "SELECT COUNT(*) FROM code a JOIN code b ON b.challenge_id = a.challenge_id AND b.id <> a.id \
         WHERE $1 = 1 AND a.ended_at IS NULL AND b.created_at >= a.created_at \
         AND b.created_at < a.created_at + 60000",
    ),
    (
        "accounts with two open changes of one contact",
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM draft d WHERE account_id IS NOT NULL \
         AND finished_at IS NULL AND expires_at > $2 GROUP BY account_id, flow HAVING COUNT(*) > 1) AS doubled \
         WHERE one = $1",
    ),
];

/// An eye on the database, beside whatever process of the portal runs.
pub(super) struct Watch {
    runtime: Runtime,
    store: Store,
}

impl Watch {
    pub(super) fn over(url: &str) -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let store = runtime.block_on(Store::open(url)).expect("it opens");
        Self { runtime, store }
    }

    /// Asserts that nothing is wrong.
    pub(super) fn check(&self, now_ms: i64) {
        let wrong = self.wrong(now_ms);
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    /// What is wrong, and how often.
    pub(super) fn wrong(&self, now_ms: i64) -> Vec<(&'static str, i64)> {
        let counted: Result<Vec<(&str, i64)>, StoreError> =
            self.runtime.block_on(self.store.read(move |c| {
                Box::pin(async move {
                    let mut counted = Vec::new();
                    for (what, sql) in WRONG {
                        let values = [Value::from(1_i64), Value::from(now_ms)];
                        let used = if sql.contains("$2") { 2 } else { 1 };
                        let row = c.fetch_optional(sql, &values[..used]).await?;
                        let row = row.ok_or(StoreError::Corrupt("no count"))?;
                        counted.push((what, row.int(0)?));
                    }
                    Ok(counted)
                })
            }));
        let mut wrong = counted.expect("the database answers");
        wrong.retain(|(_, count)| *count != 0);
        wrong
    }

    /// Proves the whole chain.
    pub(super) fn verify_journal(&self) {
        let chain = accounts::journal::verify(&self.store);
        self.runtime.block_on(chain).expect("the chain is whole");
    }

    /// A number.
    pub(super) fn count(&self, sql: &'static str, values: Vec<Value>) -> i64 {
        let rows = self.rows(sql, values);
        rows[0].int(0).expect("a number")
    }

    pub(super) fn rows(&self, sql: &'static str, values: Vec<Value>) -> Vec<accounts::store::Row> {
        let rows: Result<_, StoreError> = self.runtime.block_on(
            self.store
                .read(move |c| Box::pin(async move { c.fetch_all(sql, &values).await })),
        );
        rows.expect("the database answers")
    }

    pub(super) fn close(self) {
        self.runtime.block_on(self.store.close());
        self.runtime.shutdown_background();
    }
}

//! A database as full as that of a large region: rows of the right shape about nobody, past whatever the portal itself
//! has written. None of them can be opened or signed in with.

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use crate::{Database, Trouble};

/// Rows in the shape of the portal's, one account for each `i` of a made-up table `n`. `{id}` is an id, `{bytes}` a
/// value of 32 bytes that no other row has; `{at}` a moment of last year, `{later}` one that is to come, both later with
/// each account. A few rows wait for such a moment, so that no worker takes them.
const ROWS: &[&str] = &[
    "account (id, reference, level, data_key, created_at) \
     SELECT {id}, {id}, CASE i % 3 WHEN 0 THEN 'standard' ELSE 'simplified' END, {bytes}, {at} FROM n",
    "attribute (account_id, name, value, updated_at) SELECT {id}, 'surname', {bytes}, {at} FROM n",
    "attribute (account_id, name, value, updated_at) SELECT {id}, 'first_name', {bytes}, {at} FROM n",
    "contact (id, account_id, kind, value, blind_index, confirmed_at, created_at) \
     SELECT {id}, {id}, 'phone', {bytes}, {bytes}, {at}, {at} FROM n",
    "credential (account_id, kind, phc, changed_at) SELECT {id}, 'password', 'nobody', {at} FROM n",
    "consent (account_id, document, version, accepted_at) SELECT {id}, 'personal_data', '1', {at} FROM n",
    "session (id, account_id, token_hash, created_at, seen_at, expires_at, foreign_computer, origin) \
     SELECT {id}, {id}, {bytes}, {at}, {at}, {later}, 0, {bytes} FROM n",
    "device (token_hash, account_id, created_at, seen_at) SELECT {bytes}, {id}, {at}, {later} FROM n",
    "draft (id, flow, form_id_hash, payload, version, created_at, expires_at, finished_at, finished_account) \
     SELECT {id}, 'registration', {bytes}, {bytes}, 3, {at}, {later}, {at}, {id} FROM n WHERE i % 2 = 0",
    "draft (id, flow, account_id, payload, version, created_at, expires_at) \
     SELECT {id}, 'personal_data', {id}, {bytes}, 3, {at}, {later} FROM n WHERE i % 2 = 1",
    "draft_token (token_hash, draft_id, created_at) SELECT {bytes}, {id}, {at} FROM n",
    "challenge (id, draft_id, contact_index, kind, wrong_count, sent_count, last_sent_at) \
     SELECT {id}, {id}, {bytes}, 'phone', 0, 1, {at} FROM n",
    "code (id, challenge_id, code_mac, link_hash, channel, created_at, expires_at) \
     SELECT {id}, {id}, {bytes}, CASE i % 2 WHEN 0 THEN {bytes} END, 'email', {at}, {at} FROM n",
    "outbox (id, key, channel, created_at, next_attempt_at, attempts, sent_at) \
     SELECT {id}, {id}, 'sms', {at}, {later}, 1, CASE WHEN i % 100 > 0 THEN {later} END FROM n",
    "journal (seq, at, account_id, event, detail, previous, hash) \
     SELECT (SELECT COALESCE(MAX(seq), 0) FROM journal) + i, {at}, {id}, 'signed_in', '', {bytes}, {bytes} FROM n",
    "throttle (key, count, window_start, updated_at) SELECT {bytes}, 1, {later}, {later} FROM n",
    "profile (id, account_id, number, payload, state, submitted_at, decided_at) \
     SELECT {id}, {id}, 1, {bytes}, CASE WHEN i % 100 = 1 THEN 'checking' WHEN i % 3 = 0 THEN 'passed' ELSE 'failed' END, \
     {at}, {at} FROM n",
    "registry_check (id, profile_id, registry, state, subject_mac, outcome, fields, key, failures, polls, begun_at, \
     answered_at, next_at) \
     SELECT {id}, {id}, 'snils', CASE i % 100 WHEN 1 THEN 'waiting' ELSE 'answered' END, {bytes}, 'match', '', {id}, 0, 1, \
     {at}, {at}, {later} FROM n",
    "review (id, check_id, account_id, cause, state, opened_at) \
     SELECT {id}, {id}, {id}, 'unclear', CASE i % 100 WHEN 0 THEN 'open' ELSE 'closed' END, {at} FROM n",
    "identifier (kind, blind_index, account_id, verified_at) \
     SELECT 'snils', {bytes}, {id}, {at} FROM n WHERE i % 3 = 0",
    "feed_entry (seq, account_id, kind, detail, at) \
     SELECT (SELECT COALESCE(MAX(seq), 0) FROM feed_entry) + i, {id}, 'registered', '', {at} FROM n",
    "upload_request (id, account_id, purpose, opened_at) SELECT {id}, {id}, 'review', {at} FROM n",
    "upload (id, request_id, account_id, name, kind, size, content_mac, created_at) \
     SELECT {id}, {id}, {id}, {bytes}, 'png', 1000, {bytes}, {at} FROM n",
    "appointment (id, account_id, centre, place, starts_at, state, created_at) \
     SELECT {id}, {id}, 'centre-' || CAST(i % 300 AS TEXT), i, {later}, CASE i % 2 WHEN 0 THEN 'booked' ELSE 'over' END, \
     {at} FROM n",
    "operator (id, login, role, phc, must_change, totp_secret, created_at) \
     SELECT {id}, {id}, 'specialist', 'nobody', 0, {bytes}, {at} FROM n WHERE i <= 10000",
    "operator_session (id, operator_id, token_hash, created_at, seen_at, expires_at) \
     SELECT {id}, {id}, {bytes}, {at}, {at}, {later} FROM n WHERE i <= 10000",
    "proofing_route (id, account_id, method, state, begun_at, moved_at, expires_at, code_index, wrong) \
     SELECT {id}, {id}, 'centre', CASE i % 2 WHEN 0 THEN 'begun' ELSE 'expired' END, {at}, {at}, {later}, {bytes}, 0 FROM n",
    "reception (id, kind, state, operator_id, centre, account_id, opened_at, closed_at) \
     SELECT {id}, 'confirmation', CASE i % 100 WHEN 0 THEN 'open' ELSE 'done' END, \
     'nobody-' || CAST(1000000000000 + 1 + i % 10000 AS TEXT), 'centre-1', {id}, {later}, {later} FROM n WHERE i <= 100000",
    "temporary_code (account_id, phc, valid_from, valid_until) \
     SELECT {id}, 'nobody', {at}, {later} FROM n WHERE i % 10 = 0",
    "review_reveal (review_id, operator_id, field, at) SELECT {id}, {id}, 'surname', {at} FROM n",
    "operator_act (operator_id, seq) SELECT 'nobody-' || CAST(1000000000000 + i % 100 AS TEXT), i FROM n",
    "centre_change (centre, record, changed_at, changed_by) \
     SELECT 'centre-' || CAST(i AS TEXT), 'none', {at}, {id} FROM n WHERE i <= 300",
];

/// The journal goes on after the last row; its chain is broken, of course.
const HEAD: &str = "UPDATE journal_head SET seq = (SELECT MAX(seq) FROM journal)";

const DAY_MS: i64 = 86_400_000;

impl Database {
    /// Adds so many accounts with everything that belongs to them, and lets the database count its rows. No portal may
    /// write meanwhile. `now_ms` is the portal's time: the sessions go on, the registrations are old.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when the tables are other ones.
    pub async fn populate(&self, accounts: u64, now_ms: i64) -> Result<(), Trouble> {
        let begun = now_ms - 300 * DAY_MS;
        let rows = ROWS.iter().map(|rows| {
            let rows = rows
                .replace("{bytes}", self.bytes())
                .replace("{id}", "'nobody-' || CAST(1000000000000 + i AS TEXT)")
                .replace("{at}", &format!("{begun} + i"))
                .replace("{later}", &format!("{} + i", now_ms + DAY_MS));
            let (table, select) = rows.split_once(" SELECT ").unwrap_or((&rows, ""));
            format!(
                "INSERT INTO {table} WITH RECURSIVE n(i) AS \
                 (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {accounts}) SELECT {select}"
            )
        });
        self.execute(rows.chain([HEAD.to_owned(), "ANALYZE".to_owned()]))
            .await
    }

    fn bytes(&self) -> &'static str {
        match self.file() {
            Some(_) => "randomblob(32)",
            None => "sha256(convert_to('' || random(), 'UTF8'))",
        }
    }

    async fn execute(&self, statements: impl Iterator<Item = String>) -> Result<(), Trouble> {
        if let Some(file) = self.file() {
            // What breaks off is made again: nothing has to be safe.
            let options = SqliteConnectOptions::new()
                .filename(file)
                .pragma("synchronous", "OFF")
                .pragma("cache_size", "-1000000");
            let mut connection = SqliteConnection::connect_with(&options).await?;
            for statement in statements {
                sqlx::query(AssertSqlSafe(statement))
                    .execute(&mut connection)
                    .await?;
            }
            connection.close().await?;
        } else {
            let mut connection = PgConnection::connect(self.url()).await?;
            for statement in statements {
                sqlx::query(AssertSqlSafe(statement))
                    .execute(&mut connection)
                    .await?;
            }
            connection.close().await?;
        }
        Ok(())
    }
}

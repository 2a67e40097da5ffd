//! Cases as the checks leave them: rows of a citizen's profile, its check and its review. The tests of
//! `server` make theirs with the same file.

use accounts::clock::Clock;
use accounts::id::new_id;
use accounts::rng::Rng;
use accounts::store::{Store, StoreError, Value};
use accounts::vault::{Cell, Vault};

/// What the citizen of every case has typed.
pub(crate) const PAYLOAD: &str = r#"{"surname":"Рябинина-Дуб","first_name":"Вероника","birth_date":"1984-03-17",
    "sex":"female","snils":"11223344595","patronymic":""}"#;

/// A check that specialists are to look at.
pub(crate) struct Given {
    pub(crate) cause: &'static str,
    /// What the registry has answered.
    pub(crate) outcome: Option<&'static str>,
    pub(crate) fields: &'static str,
}

impl Default for Given {
    fn default() -> Self {
        Self {
            cause: "unclear",
            outcome: Some("unclear"),
            fields: "",
        }
    }
}

/// A registry that says no.
pub(crate) const DENIED: Given = Given {
    cause: "appeal",
    outcome: Some("mismatch"),
    fields: "surname,birth_date",
};

const PROFILE: &str = "INSERT INTO profile (id, account_id, number, payload, state, submitted_at) \
    SELECT $1, $2, COUNT(*) + 1, $3, 'checking', $4 FROM profile WHERE account_id = $2";
const CHECK: &str = "INSERT INTO registry_check (id, profile_id, registry, state, subject_mac, outcome, \
    fields, key, failures, polls, begun_at, next_at) \
    VALUES ($1, $2, 'snils', 'review', $3, $4, $5, $1, 0, 0, $6, $6)";
const REVIEW: &str = "INSERT INTO review (id, check_id, account_id, cause, state, opened_at) \
    VALUES ($1, $2, $3, $4, 'open', $5)";

/// A case about the SNILS of an account; answers its id.
pub(crate) async fn insert(
    store: &Store,
    vault: &Vault,
    clock: &dyn Clock,
    rng: &dyn Rng,
    account_id: &str,
    given: Given,
) -> String {
    let [profile, check, review] = [(); 3].map(|()| new_id(clock, rng));
    let owner = vec![Value::from(account_id)];
    let wrapped = look(store, "SELECT data_key FROM account WHERE id = $1", owner).await;
    let key = vault
        .account_key(account_id, &wrapped.blob(0).expect("a key"))
        .expect("the account's key");
    let cell = Cell {
        table: "profile",
        column: "payload",
        row: &profile,
    };
    let payload = key.seal(cell, PAYLOAD.as_bytes(), rng);
    let now = Value::from(clock.now());
    let rows = [
        (
            PROFILE,
            vec![
                profile.as_str().into(),
                account_id.into(),
                payload.into(),
                now.clone(),
            ],
        ),
        (
            CHECK,
            vec![
                check.as_str().into(),
                profile.into(),
                vec![0_u8; 32].into(),
                given.outcome.into(),
                given.fields.into(),
                now.clone(),
            ],
        ),
        (
            REVIEW,
            vec![
                review.as_str().into(),
                check.into(),
                account_id.into(),
                given.cause.into(),
                now,
            ],
        ),
    ];
    for (sql, values) in rows {
        write(store, sql, values).await;
    }
    review
}

/// One row out of the database.
pub(crate) async fn look(
    store: &Store,
    sql: &'static str,
    values: Vec<Value>,
) -> accounts::store::Row {
    let row: Result<_, StoreError> = store
        .read(move |c| Box::pin(async move { c.fetch_optional(sql, &values).await }))
        .await;
    row.expect("the database answers").expect("a row")
}

/// Changes the database behind the portal's back.
pub(crate) async fn write(store: &Store, sql: &'static str, values: Vec<Value>) {
    let done: Result<u64, StoreError> = store
        .write(move |c| Box::pin(async move { c.execute(sql, &values).await }))
        .await;
    done.expect("written");
}

//! Values come back as they went in.

use super::fresh::Fresh;
use super::on_both;
use crate::store::{Row, StoreError, Value};

const INSERT: &str = "INSERT INTO outbox \
    (id, key, channel, sealed, created_at, next_attempt_at, attempts, last_error) \
    VALUES ($1, $1, 'sms', $2, $3, $3, 0, $4)";
const LOAD: &str = "SELECT id, sealed, created_at, last_error, sent_at FROM outbox WHERE id = $1";

async fn there_and_back(
    fresh: &Fresh,
    id: &'static str,
    blob: Option<Vec<u8>>,
    int: i64,
    text: Option<&'static str>,
) -> Row {
    let row: Result<Option<Row>, StoreError> = fresh
        .store
        .write(move |c| {
            Box::pin(async move {
                c.execute(INSERT, &[id.into(), blob.into(), int.into(), text.into()])
                    .await?;
                c.fetch_optional(LOAD, &[id.into()]).await
            })
        })
        .await;
    row.expect("written and read").expect("one row")
}

async fn every_kind_comes_back(fresh: Fresh) {
    let row = there_and_back(
        &fresh,
        "Ёж «a»\n'\"",
        Some(vec![0, 255, 10, 39]),
        i64::MIN,
        Some(""),
    )
    .await;
    assert_eq!(row.text(0).expect("text"), "Ёж «a»\n'\"");
    assert_eq!(row.blob(1).expect("bytes"), [0, 255, 10, 39]);
    assert_eq!(row.int(2).expect("number"), i64::MIN);
    assert_eq!(row.opt_text(3).expect("text"), Some(String::new()));
    assert_eq!(row.opt_int(4).expect("null"), None);
    let row = there_and_back(&fresh, "b", Some(Vec::new()), i64::MAX, None).await;
    assert_eq!(row.opt_blob(1).expect("bytes"), Some(Vec::new()));
    assert_eq!(row.int(2).expect("number"), i64::MAX);
    assert_eq!(row.opt_text(3).expect("null"), None);
    let row = there_and_back(&fresh, "c", None, 0, None).await;
    assert_eq!(row.opt_blob(1).expect("null"), None);
}

async fn a_wrong_kind_is_an_error(fresh: Fresh) {
    let row = there_and_back(&fresh, "a", None, 5, Some("text")).await;
    assert!(matches!(row.int(0), Err(StoreError::Corrupt(_))));
    assert!(matches!(row.text(2), Err(StoreError::Corrupt(_))));
    assert!(matches!(row.blob(1), Err(StoreError::Corrupt("null"))));
    assert!(matches!(row.int(99), Err(StoreError::Corrupt(_))));
}

async fn counting_gives_numbers(fresh: Fresh) {
    const COUNT: &str =
        "SELECT COUNT(*), 1, 1 < 2, EXISTS (SELECT 1 FROM account) FROM outbox WHERE id = $1";
    let row: Result<_, StoreError> = fresh
        .store
        .read(|c| Box::pin(async move { c.fetch_optional(COUNT, &[Value::from("none")]).await }))
        .await;
    let row = row.expect("read").expect("one row");
    let numbers: Vec<_> = (0..4)
        .map(|column| row.int(column).expect("a number"))
        .collect();
    assert_eq!(numbers, [0, 1, 1, 0]);
}

on_both! { every_kind_comes_back a_wrong_kind_is_an_error counting_gives_numbers }

//! Whoever walks must see: what is made wrong on purpose is noticed.

use accounts::store::StoreError;

use super::watch::Watch;
use crate::house::House;
use crate::people::{OTHER_PHONE, PHONE};

/// What is done to the database, and what must be noticed then. Contacts with two owners are missing here: the
/// database itself refuses them.
const DONE_WRONG: [(&str, &str); 9] = [
    (
        "codes sent twice within the pause",
        "INSERT INTO code (id, challenge_id, code_mac, channel, created_at, expires_at) \
         SELECT 'one more', challenge_id, code_mac, channel, created_at + 59999, expires_at \
         FROM code WHERE ended_at IS NULL",
    ),
    (
        "counts of wrong codes beyond the last try",
        "UPDATE challenge SET wrong_count = 6",
    ),
    (
        "accounts made of two drafts",
        "UPDATE draft SET finished_account = (SELECT id FROM account)",
    ),
    (
        "accounts with two open changes of one contact",
        "UPDATE draft SET account_id = (SELECT id FROM account), flow = 'contact_email', finished_at = NULL",
    ),
    (
        "half accounts",
        "DELETE FROM consent WHERE document = 'terms'",
    ),
    (
        "breaks of the chain",
        "UPDATE journal SET previous = hash WHERE seq = 2",
    ),
    (
        "ends of the chain that are not its end",
        "UPDATE journal_head SET seq = seq - 1",
    ),
    (
        "accounts of the journal that are not there",
        "UPDATE journal SET account_id = 'nobody' WHERE seq = 1",
    ),
    (
        "accounts with more sessions than sign-ins",
        "DELETE FROM journal",
    ),
];

async fn what_is_wrong_is_noticed(house: House) {
    house.citizen(PHONE).await;
    house.begun(OTHER_PHONE).await;
    house.messages().await;
    assert_eq!(wrong(&house).await, Vec::<&str>::new());
    for (what, sql) in DONE_WRONG {
        let done: Result<u64, StoreError> = house
            .fresh
            .store
            .write(move |c| Box::pin(async move { c.execute(sql, &[]).await }))
            .await;
        assert!(done.expect("done wrong") > 0, "{what}");
        let noticed = wrong(&house).await;
        assert!(noticed.contains(&what), "{what}: {noticed:?}");
    }
}

async fn wrong(house: &House) -> Vec<&'static str> {
    let (url, now_ms) = (house.fresh.url.clone(), house.now().millis());
    let looking = tokio::task::spawn_blocking(move || {
        let watch = Watch::over(&url);
        let wrong = watch.wrong(now_ms);
        watch.close();
        wrong
    });
    let wrong = looking.await.expect("no panic");
    wrong.into_iter().map(|(what, _)| what).collect()
}

on_both! { what_is_wrong_is_noticed }

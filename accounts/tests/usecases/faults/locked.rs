//! Somebody else holds the database, or the server ends a connection in the middle.

use std::time::Duration;

use accounts::{PortalError, enrolment};

use super::database::Hand;
use crate::browser::twice;
use crate::fresh;
use crate::house::House;
use crate::people::{PASSWORD, PHONE};

const FINISHED: &str = "SELECT COUNT(*) FROM account";

/// Another process holds the file for longer than anybody waits.
async fn a_held_file(house: House) {
    let mut browser = house.proven(PHONE).await;
    house.messages().await;
    let mut hand = Hand::in_database_of(&house).await;
    let before = hand.everything().await;
    hand.run("BEGIN IMMEDIATE").await;
    let answer = enrolment::submit_password(&browser.portal, &browser.visit, twice(PASSWORD)).await;
    assert_eq!(answer.err(), Some(PortalError::Unavailable));
    assert!(
        browser.registration().await.facts.contact_proven,
        "reading goes on meanwhile"
    );
    hand.run("ROLLBACK").await;
    assert_eq!(hand.everything().await, before);
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    assert_eq!(house.count(FINISHED).await, 1);
}

/// The server ends the connection while the transaction waits for a table.
async fn an_ended_connection(house: House) {
    const WAITING: &str = "SELECT pid::text FROM pg_stat_activity \
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%credential%'";
    let mut browser = house.proven(PHONE).await;
    house.messages().await;
    let mut hand = Hand::in_database_of(&house).await;
    let before = hand.everything().await;
    let mut other = Hand::in_database_of(&house).await;
    other
        .run("BEGIN; LOCK TABLE credential IN ACCESS EXCLUSIVE MODE")
        .await;
    let (portal, visit) = (browser.portal.clone(), browser.visit.clone());
    let answer =
        tokio::spawn(
            async move { enrolment::submit_password(&portal, &visit, twice(PASSWORD)).await },
        );
    let waiting = async {
        loop {
            let pids = hand.texts(WAITING).await;
            if let [pid] = pids.as_slice() {
                return pid.clone();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let pid = tokio::time::timeout(Duration::from_secs(10), waiting)
        .await
        .expect("the transaction stands in the middle");
    hand.run(&format!("SELECT pg_terminate_backend({pid})"))
        .await;
    let answer = answer.await.expect("no panic");
    assert_eq!(answer.err(), Some(PortalError::Unavailable));
    other.run("ROLLBACK").await;
    assert_eq!(hand.everything().await, before);
    assert_eq!(browser.password(PASSWORD).await, "/register/done");
    assert_eq!(house.count(FINISHED).await, 1);
}

/// The whole database goes away under the portal's feet: told at once, at every use case.
async fn a_dropped_database(house: House) {
    let mut browser = house.citizen(PHONE).await;
    house.messages().await;
    let name = house
        .fresh
        .url
        .rsplit('/')
        .next()
        .expect("a name")
        .to_owned();
    fresh::drop_database(&name).await;
    let (portal, visit) = (&browser.portal, &browser.visit);
    let gone = Some(PortalError::Unavailable);
    assert_eq!(accounts::cabinet::home(portal, visit).await.err(), gone);
    assert_eq!(accounts::sign_in::sign_out(portal, visit).await.err(), gone);
    assert_eq!(enrolment::view(portal, visit).await.err(), gone);
    let again = fresh::create(&name).await;
    assert_eq!(again, house.fresh.url);
    house
        .fresh
        .store
        .migrate()
        .await
        .expect("an empty database");
    assert!(
        browser.session().await.is_none(),
        "the portal goes on with what is there"
    );
    assert_eq!(browser.sign_out().await, "/");
    house.citizen(PHONE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    fresh::on_sqlite(|fresh| House::lend(fresh, a_held_file)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    fresh::on_postgres(|fresh| House::lend(fresh, an_ended_connection)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_without_its_database() {
    fresh::on_postgres(|fresh| House::lend(fresh, a_dropped_database)).await;
}

//! The disk of the embedded database is full.

use accounts::store::StoreError;
use accounts::{PortalError, enrolment};

use super::database::Hand;
use crate::browser::{Browser, twice};
use crate::fresh;
use crate::house::House;
use crate::people::{PASSWORD, PHONE, form_with};

/// Forbids the writer's file to grow by more than some pages.
async fn allow_pages(house: &House, more: u64) {
    let pages = house.count("PRAGMA page_count").await.unsigned_abs();
    let sql: &'static str = format!("PRAGMA max_page_count = {}", pages + more).leak();
    let outcome: Result<_, StoreError> = house
        .portal
        .store
        .write(move |c| Box::pin(async move { c.fetch_optional(sql, &[]).await.map(drop) }))
        .await;
    outcome.expect("a limit");
}

/// Sends forms until the disk is full and a while longer; answers how many were refused.
async fn fill(house: &House, first: u32) -> u32 {
    let mut hand = Hand::in_database_of(house).await;
    let mut refused = 0;
    for number in first..first + 12 {
        house.messages().await;
        let before = hand.everything().await;
        let browser = house.browser();
        let form = form_with(&format!("+79000000{number:03}"));
        match enrolment::submit_form(&browser.portal, &browser.visit, form).await {
            Ok(done) => assert_eq!(done.next, "/register/code"),
            Err(error) => {
                assert_eq!(error, PortalError::Unavailable);
                assert_eq!(hand.everything().await, before, "something half is left");
                refused += 1;
            }
        }
    }
    refused
}

async fn nothing_half_is_left(house: House) {
    let mut waiting: Browser = house.proven(PHONE).await;
    house.messages().await;
    let mut refused = 0;
    for more in 0..4 {
        allow_pages(&house, more).await;
        refused += fill(&house, u32::try_from(more).expect("small") * 12).await;
    }
    assert!(refused > 8, "the disk was full {refused} times");
    allow_pages(&house, 0).await;
    let mut finished = false;
    for _ in 0..3 {
        let answer =
            enrolment::submit_password(&waiting.portal, &waiting.visit, twice(PASSWORD)).await;
        finished |= answer.is_ok();
    }
    allow_pages(&house, 1_000).await;
    assert_eq!(fill(&house, 100).await, 0, "with room it goes on");
    assert_eq!(waiting.password(PASSWORD).await, "/register/done");
    assert_eq!(
        house.count("SELECT COUNT(*) FROM account").await,
        1,
        "{finished}"
    );
    let chain = accounts::journal::verify(&house.fresh.store).await;
    assert_eq!(chain, Ok(3));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk() {
    fresh::on_sqlite(|fresh| House::lend(fresh, nothing_half_is_left)).await;
}

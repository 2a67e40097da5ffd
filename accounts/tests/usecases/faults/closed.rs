//! The store closes while many are at it: what was acknowledged is there, nothing is there by half.

use std::time::Duration;

use accounts::enrolment;
use tokio::task::JoinSet;

use crate::browser::twice;
use crate::house::House;
use crate::people::PASSWORD;

/// An account that lacks something.
const HALF: &str = "SELECT COUNT(*) FROM account a WHERE \
    (SELECT COUNT(*) FROM credential x WHERE x.account_id = a.id) <> 1 \
    OR (SELECT COUNT(*) FROM attribute x WHERE x.account_id = a.id) <> 3 \
    OR (SELECT COUNT(*) FROM consent x WHERE x.account_id = a.id) <> 3 \
    OR (SELECT COUNT(*) FROM contact x WHERE x.account_id = a.id) <> 1 \
    OR (SELECT COUNT(*) FROM session x WHERE x.account_id = a.id) <> 1 \
    OR (SELECT COUNT(*) FROM draft x WHERE x.finished_account = a.id) <> 1 \
    OR (SELECT COUNT(*) FROM journal x WHERE x.account_id = a.id \
        AND x.event IN ('consent_given', 'contact_confirmed', 'account_created')) <> 3";

async fn closing_in_the_middle(mut house: House) {
    let mut finished = 0;
    for round in 0..6_u64 {
        let mut answers = JoinSet::new();
        for place in 0..8 {
            let phone = format!("+7900000{round:02}{place:02}");
            let browser = house.proven(&phone).await;
            answers.spawn(async move {
                let input = twice(PASSWORD);
                let answer =
                    enrolment::submit_password(&browser.portal, &browser.visit, input).await;
                (browser, phone, answer.is_ok())
            });
        }
        tokio::time::sleep(Duration::from_millis(round * 2)).await;
        house.portal.store.close().await;
        let answers = answers.join_all().await;
        // The leases of the process that is gone run out.
        house.pass(3);
        house.restart().await;
        assert_eq!(house.count(HALF).await, 0);
        for (mut browser, phone, acknowledged) in answers {
            browser.portal = house.portal.clone();
            if acknowledged {
                house.signed_in(&phone, PASSWORD).await.sign_out().await;
                finished += 1;
            }
            let next = browser.password(PASSWORD).await;
            assert_eq!(
                next, "/register/done",
                "whoever heard nothing sends it again"
            );
        }
    }
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 48);
    assert_eq!(house.count(HALF).await, 0);
    let chain = accounts::journal::verify(&house.fresh.store).await;
    assert_eq!(chain, Ok(48 * 3 + 2 * finished));
}

on_both! { closing_in_the_middle }

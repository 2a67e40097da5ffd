//! The queue.

use accounts::desk::{Cause, HoldView, Order};
use accounts::operator::Role;

use super::rows::{DENIED, Given};
use crate::house::House;

async fn is_in_every_order(house: House) {
    let account = house.account().await;
    let anna = house.employee("anna", Role::Specialist).await;
    let appeal = house.case(&account, DENIED).await;
    let unclear = house.case(&account, Given::default()).await;
    let late = Given {
        cause: "late",
        outcome: None,
        ..Given::default()
    };
    let late = house.case(&account, late).await;
    for (order, expected) in [
        (Order::Oldest, [&appeal, &unclear, &late]),
        (Order::Newest, [&late, &unclear, &appeal]),
        (Order::Cause, [&appeal, &late, &unclear]),
        (Order::CauseBackwards, [&unclear, &late, &appeal]),
    ] {
        let view = anna.queue_by(order, 1).await.expect("a queue");
        let ids: Vec<_> = view.rows.iter().map(|row| &row.id).collect();
        assert_eq!(ids, expected, "{order:?}");
        assert!(!view.more);
    }
    house.pass(120);
    let first = &anna.queue().await.expect("a queue").rows[0];
    assert_eq!((first.cause, first.hold), (Cause::Appeal, HoldView::Free));
    assert!((120..130).contains(&first.waiting_s), "{}", first.waiting_s);
}

async fn has_pages(house: House) {
    let account = house.account().await;
    let anna = house.employee("anna", Role::Specialist).await;
    for _ in 0..26 {
        house.case(&account, Given::default()).await;
    }
    let first = anna.queue_by(Order::Oldest, 1).await.expect("a queue");
    let second = anna.queue_by(Order::Oldest, 2).await.expect("a queue");
    assert_eq!((first.rows.len(), first.more), (25, true));
    assert_eq!((second.rows.len(), second.more), (1, false));
    let beyond = anna.queue_by(Order::Oldest, u32::MAX).await;
    assert!(beyond.expect("a queue").rows.is_empty());
}

on_both! {
    is_in_every_order
    has_pages
}

//! Counters on both databases.

use std::sync::Arc;

use super::{Allowance, Growth, Key, Verdict, clear, fail, look, spend};
use crate::clock::{Instant, ManualClock};
use crate::config::PortalConfig;
use crate::fixture;
use crate::portal::Portal;
use crate::store::StoreError;
use crate::store::conformance::fresh::Fresh;
use crate::store::conformance::on_both;

const GROWTH: Growth = Growth {
    free: 3,
    first_s: 2,
    longest_s: 900,
};

#[test]
fn the_delay_begins_late_doubles_and_ends() {
    let delays: Vec<_> = (1..=14).map(|failures| GROWTH.delay_s(failures)).collect();
    assert_eq!(
        delays,
        [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    );
    assert_eq!(GROWTH.delay_s(i64::MAX), 900);
}

fn portal(fresh: &Fresh, config: PortalConfig) -> (Portal, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(Instant::from_millis(1_000_000)));
    (
        fixture::portal(fresh.store.clone(), clock.clone(), config),
        clock,
    )
}

/// One call of the module in a transaction of its own.
macro_rules! ask {
    ($portal:expr, $call:ident $(, $more:expr)*) => {{
        let portal = $portal.clone();
        let outcome: Result<_, StoreError> = $portal
            .store
            .write(move |c| {
                Box::pin(async move {
                    let key = Key::new(&portal, "sign_in", b"subject");
                    $call(c, &portal, &key $(, $more)*).await
                })
            })
            .await;
        outcome.expect("the store answers")
    }};
}

async fn an_allowance_is_spent_and_comes_back(fresh: Fresh) {
    let (portal, clock) = portal(&fresh, fixture::quick_config());
    let allowance = Allowance {
        limit: 2,
        window_s: 3600,
    };
    assert_eq!(ask!(portal, spend, allowance), Verdict::Allowed);
    clock.advance_s(600);
    assert_eq!(ask!(portal, spend, allowance), Verdict::Allowed);
    assert_eq!(
        ask!(portal, spend, allowance),
        Verdict::Wait { seconds: 3000 }
    );
    clock.advance_ms(2_999_001);
    assert_eq!(ask!(portal, spend, allowance), Verdict::Wait { seconds: 1 });
    clock.advance_s(1);
    assert_eq!(ask!(portal, spend, allowance), Verdict::Allowed);
}

async fn failures_delay_the_next_try(fresh: Fresh) {
    let (portal, clock) = portal(&fresh, fixture::quick_config());
    for _ in 0..3 {
        assert_eq!(ask!(portal, fail, GROWTH), Verdict::Allowed);
    }
    assert_eq!(ask!(portal, look), Verdict::Allowed);
    assert_eq!(ask!(portal, fail, GROWTH), Verdict::Wait { seconds: 2 });
    assert_eq!(ask!(portal, look), Verdict::Wait { seconds: 2 });
    clock.advance_s(2);
    assert_eq!(ask!(portal, look), Verdict::Allowed);
    assert_eq!(ask!(portal, fail, GROWTH).seconds(), 4);
    ask!(portal, clear);
    assert_eq!(ask!(portal, look), Verdict::Allowed);
    assert_eq!(ask!(portal, fail, GROWTH), Verdict::Allowed);
}

async fn failures_are_forgotten_after_a_day(fresh: Fresh) {
    let (portal, clock) = portal(&fresh, fixture::quick_config());
    for _ in 0..6 {
        ask!(portal, fail, GROWTH);
    }
    clock.advance_s(86_400);
    assert_eq!(ask!(portal, fail, GROWTH), Verdict::Allowed);
}

async fn switched_off_limits_limit_nothing(fresh: Fresh) {
    let mut config = fixture::quick_config();
    config.limits.enabled = false;
    let (portal, _) = portal(&fresh, config);
    for _ in 0..20 {
        let allowance = Allowance {
            limit: 1,
            window_s: 3600,
        };
        assert_eq!(ask!(portal, spend, allowance), Verdict::Allowed);
        assert_eq!(ask!(portal, fail, GROWTH), Verdict::Allowed);
        assert_eq!(ask!(portal, look), Verdict::Allowed);
    }
}

async fn subjects_do_not_show(fresh: Fresh) {
    let (portal, _) = portal(&fresh, fixture::quick_config());
    let key = Key::new(&portal, "sign_in", b"subject");
    assert_ne!(key, Key::new(&portal, "sign_i", b"nsubject"));
    assert_ne!(key, Key::new(&portal, "sign_in", b"other"));
    assert_eq!(key.0.len(), 32);
}

on_both! {
    an_allowance_is_spent_and_comes_back
    failures_delay_the_next_try
    failures_are_forgotten_after_a_day
    switched_off_limits_limit_nothing
    subjects_do_not_show
}

//! Proof of identity (R-IDC): routes side by side, one success.

use domain::level::AssuranceLevel;
use domain::proofing::{Begun, Group, Method, Proofing, Refused, RouteEvent, RouteState, document};
use proptest::prelude::*;

#[test]
fn the_first_success_closes_the_others() {
    let mut record = Proofing::default();
    let mut begin = |method| record.begin(method, AssuranceLevel::Standard);
    assert_eq!(begin(Method::Letter), Ok(Begun::New(0)));
    assert_eq!(begin(Method::Centre), Ok(Begun::New(1)));
    assert_eq!(begin(Method::Bank), Ok(Begun::New(2)));
    assert_eq!(begin(Method::Letter), Ok(Begun::Already(0)));
    assert_eq!(record.apply(0, RouteEvent::Dispatch), Ok(vec![0]));
    assert_eq!(record.apply(2, RouteEvent::Withdraw), Ok(vec![2]));
    assert_eq!(record.apply(1, RouteEvent::Succeed), Ok(vec![1, 0]));
    assert_eq!(
        record.proof().map(|route| route.method),
        Some(Method::Centre)
    );
    let states: Vec<_> = record.routes().iter().map(|route| route.state).collect();
    assert_eq!(
        states,
        [
            RouteState::Superseded,
            RouteState::Succeeded,
            RouteState::Withdrawn
        ]
    );
    assert_eq!(
        record.begin(Method::Video, AssuranceLevel::Standard),
        Err(Refused::Over)
    );
    let stored = Proofing::of(record.routes().to_vec());
    assert_eq!(stored.routes(), record.routes());
    assert_eq!(record.apply(0, RouteEvent::Succeed), Err(Refused::NotHere));
    assert_eq!(record.apply(7, RouteEvent::Succeed), Err(Refused::NotHere));
}

#[test]
fn what_failed_can_be_tried_again() {
    for end in [RouteEvent::Refuse, RouteEvent::Expire, RouteEvent::Withdraw] {
        let mut record = Proofing::default();
        let begin =
            |record: &mut Proofing| record.begin(Method::Centre, AssuranceLevel::Simplified);
        assert_eq!(begin(&mut record), Ok(Begun::New(0)));
        assert_eq!(record.apply(0, end), Ok(vec![0]));
        assert_eq!(begin(&mut record), Ok(Begun::New(1)));
        assert_eq!(record.proof(), None);
    }
}

#[test]
fn a_checked_profile_comes_before_everything_but_a_look_at_the_documents() {
    for method in Method::ALL {
        let begun = Proofing::default().begin(method, AssuranceLevel::Simplified);
        let expected = match method.group() {
            Group::InPerson => Ok(Begun::New(0)),
            Group::Post | Group::Online => Err(Refused::Level),
        };
        assert_eq!(begun, expected, "{method:?}");
        assert!(
            Proofing::default()
                .begin(method, AssuranceLevel::Standard)
                .is_ok()
        );
    }
}

/// Every state is reached from the first, every open one leads out, no closed one does.
#[test]
fn no_state_is_lost_and_none_holds_anybody() {
    let mut reached = vec![RouteState::Begun];
    let mut looked = 0;
    while let Some(&state) = reached.get(looked) {
        for next in RouteEvent::ALL
            .into_iter()
            .filter_map(|event| state.after(event))
        {
            if !reached.contains(&next) {
                reached.push(next);
            }
        }
        looked += 1;
    }
    assert_eq!(reached.len(), RouteState::ALL.len());
    for state in RouteState::ALL {
        let leads_on = |event| state.after(event).is_some();
        let ends = [
            RouteEvent::Succeed,
            RouteEvent::Expire,
            RouteEvent::Withdraw,
            RouteEvent::Supersede,
        ];
        assert_eq!(ends.into_iter().all(leads_on), state.is_open(), "{state:?}");
        assert_eq!(
            RouteEvent::ALL.into_iter().any(leads_on),
            state.is_open(),
            "{state:?}"
        );
    }
}

#[test]
fn codes_come_back() {
    for method in Method::ALL {
        assert_eq!(Method::from_code(method.code()), Some(method));
    }
    for state in RouteState::ALL {
        assert_eq!(RouteState::from_code(state.code()), Some(state));
    }
    assert_eq!(Method::from_code(""), None);
}

#[test]
fn the_documentation_is_drawn_from_it() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/flows/identity.md");
    let written = std::fs::read_to_string(path).expect("a page");
    assert_eq!(
        written,
        document(),
        "run `cargo run --release --example flows`"
    );
}

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(Method::ALL.to_vec())
}

fn event() -> impl Strategy<Value = RouteEvent> {
    prop::sample::select(RouteEvent::ALL.to_vec())
}

proptest! {
    /// Whatever happens in whatever order: at most one success, after which nothing is open; at most one open route of a
    /// method; what is closed stays as it is.
    #[test]
    fn one_identity_is_proven_once(steps in prop::collection::vec((method(), 0usize..6, event(), any::<bool>()), 0..60)) {
        let mut record = Proofing::default();
        for (method, place, event, begins) in steps {
            let before = record.clone();
            let refused = match begins {
                true => record.begin(method, AssuranceLevel::Standard).is_err(),
                false => record.apply(place, event).is_err(),
            };
            prop_assert!(!refused || record == before);
            for (was, is) in before.routes().iter().zip(record.routes()) {
                prop_assert!(was.state.is_open() || was == is);
            }
            let count = |is: fn(RouteState) -> bool| record.routes().iter().filter(|route| is(route.state)).count();
            let successes = count(|state| state == RouteState::Succeeded);
            prop_assert!(successes <= 1);
            prop_assert!(successes == 0 || count(RouteState::is_open) == 0);
            for method in Method::ALL {
                let open = record.routes().iter().filter(|route| route.method == method && route.state.is_open());
                prop_assert!(open.count() <= 1);
            }
        }
    }
}

#[test]
fn the_ways_to_a_desk_are_served() {
    let served = Method::ALL.into_iter().filter(|method| method.is_served());
    let expected = [Method::Centre, Method::PostOffice, Method::Representative];
    assert!(served.eq(expected));
}

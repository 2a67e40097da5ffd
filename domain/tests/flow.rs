//! The step table, walked in every state a browser can be in.

use std::collections::BTreeSet;
use std::collections::HashSet;

use domain::flow::{Fact, Facts, Flow, Next, Step, allowed, document, furthest, progress};

/// What can be true once the step is done: what it undoes, then what it brings about. A contact
/// given after the end opens a draft of its own.
fn outcomes(step: Step, before: Facts) -> Vec<Facts> {
    let left = before.after_resubmission(step);
    match step {
        Step::RegisterForm | Step::ResumeContact | Step::RecoverLogin | Step::ContactNew(_) => {
            let draft = if before.finished {
                Facts::default()
            } else {
                left
            };
            vec![draft.with(Fact::FormAccepted, true)]
        }
        Step::RegisterCode => {
            let proven = left.with(Fact::ContactProven, true);
            vec![proven, proven.with(Fact::AccountExists, true)]
        }
        Step::ResumeCode | Step::RecoverCode => vec![left.with(Fact::ContactProven, true)],
        // The proof is all that a change of contact waits for.
        Step::ContactCode(_) => {
            let proven = left.with(Fact::ContactProven, true);
            vec![proven.with(Fact::Finished, true)]
        }
        Step::RegisterPassword | Step::RecoverPassword => vec![left.with(Fact::Finished, true)],
        Step::RegisterExists | Step::RegisterDone => vec![left],
        // Another citizenship may leave nothing of what was right, or all of it.
        Step::PersonalCitizenship => {
            let fits = left.with(Fact::CitizenshipGiven, true);
            let names = fits.with(Fact::PersonGiven, false);
            vec![fits, fits.with(Fact::DocumentGiven, false), names]
        }
        Step::PersonalPerson => {
            let fits = left.with(Fact::PersonGiven, true);
            // The day of birth says whether the document can be valid.
            vec![fits, fits.with(Fact::DocumentGiven, false)]
        }
        Step::PersonalDocument => vec![left.with(Fact::DocumentGiven, true)],
        Step::PersonalAddress => {
            let fits = left.with(Fact::AddressGiven, true);
            let same = fits.with(Fact::ResidenceGiven, true);
            vec![same, fits.with(Fact::ResidenceGiven, false)]
        }
        Step::PersonalResidence => vec![left.with(Fact::ResidenceGiven, true)],
        Step::PersonalNumbers => vec![left.with(Fact::NumbersGiven, true)],
        Step::PersonalCheck => vec![left],
    }
}

/// Every step with every state in which the flow can come to it, going on or going back.
fn walk(flow: Flow) -> Vec<(Step, Facts)> {
    let mut seen = Vec::new();
    let mut open = vec![Facts::default()];
    while let Some(facts) = open.pop() {
        for step in flow.steps().map(|spec| spec.step) {
            if allowed(step, &facts) && !seen.contains(&(step, facts)) {
                seen.push((step, facts));
                open.extend(outcomes(step, facts));
            }
        }
    }
    seen
}

#[test]
fn every_step_is_reached() {
    for flow in Flow::ALL {
        let reached = walk(flow);
        for spec in flow.steps() {
            let found = reached.iter().any(|&(step, _)| step == spec.step);
            assert!(found, "{:?}", spec.step);
        }
    }
}

#[test]
fn every_step_leads_where_the_table_says() {
    for flow in Flow::ALL {
        for (step, before) in walk(flow) {
            for after in outcomes(step, before) {
                let now = furthest(flow, &after);
                match step.spec().next {
                    Next::Steps(next) => {
                        assert!(next.contains(&now), "{step:?} leads to {now:?}: {after:?}");
                    }
                    Next::Flow(other) => assert!(after.contact_proven && other != flow),
                    Next::Page(path) => assert!(path.starts_with('/')),
                }
            }
        }
    }
}

#[test]
fn every_way_of_the_table_is_taken() {
    for flow in Flow::ALL {
        let walked = walk(flow);
        for spec in flow.steps() {
            let Next::Steps(next) = spec.next else {
                continue;
            };
            for &target in next {
                let taken = walked
                    .iter()
                    .filter(|&&(step, _)| step == spec.step)
                    .flat_map(|&(step, before)| outcomes(step, before))
                    .any(|after| furthest(flow, &after) == target);
                assert!(taken, "{:?} to {target:?}", spec.step);
            }
        }
    }
}

/// Combinations that no journey makes are answered, too: with an open step, or with the first.
#[test]
fn whatever_is_true_some_step_is_shown() {
    for flow in Flow::ALL {
        let first = flow.steps().next().map(|spec| spec.step);
        for facts in Facts::all() {
            let shown = furthest(flow, &facts);
            assert_eq!(shown.flow(), flow);
            let open: Vec<Step> = flow
                .steps()
                .map(|spec| spec.step)
                .filter(|&step| allowed(step, &facts))
                .collect();
            let expected = open.last().copied().or(first);
            assert_eq!(Some(shown), expected, "{flow:?} {facts:?}");
        }
    }
    let every: HashSet<Facts> = Facts::all().collect();
    assert_eq!(every.len(), 1 << Fact::ALL.len());
}

/// On the way a journey is never without an open step.
#[test]
fn no_journey_ends_in_front_of_a_closed_door() {
    for flow in Flow::ALL {
        for (step, before) in walk(flow) {
            assert!(allowed(furthest(flow, &before), &before), "{step:?}");
        }
    }
}

/// Another contact has to be proven anew.
#[test]
fn another_contact_closes_the_password_page() {
    let far = Facts::default()
        .with(Fact::FormAccepted, true)
        .with(Fact::ContactProven, true);
    for (form, code, password) in [
        (
            Step::RegisterForm,
            Step::RegisterCode,
            Step::RegisterPassword,
        ),
        (Step::RecoverLogin, Step::RecoverCode, Step::RecoverPassword),
    ] {
        assert!(allowed(password, &far));
        for after in outcomes(form, far) {
            assert!(!allowed(password, &after));
            assert_eq!(furthest(form.flow(), &after), code);
        }
    }
}

/// What is finished is not done again.
#[test]
fn a_finished_registration_shows_its_end() {
    for facts in Facts::all().filter(|facts| facts.finished) {
        assert_eq!(furthest(Flow::Registration, &facts), Step::RegisterDone);
        assert!(!allowed(Step::RegisterForm, &facts));
    }
}

#[test]
fn steps_paths_and_flows_are_told_apart() {
    let mut paths = BTreeSet::new();
    for step in Step::all() {
        assert_eq!(step.spec().step, step, "a line of its own");
        assert_eq!(Step::from_path(step.path()), Some(step));
        assert!(paths.insert(step.path()), "{}", step.path());
        assert!(step.flow().steps().any(|spec| spec.step == step));
    }
    let of_flows: usize = Flow::ALL.iter().map(|flow| flow.steps().count()).sum();
    assert_eq!(of_flows, paths.len());
    for flow in Flow::ALL {
        assert_eq!(Flow::from_code(flow.code()), Some(flow));
    }
    assert_eq!(Step::from_path("/nowhere"), None);
    assert_eq!(Flow::from_code("nowhere"), None);
}

/// «Шаг 2 из 4» counts up, and every step of a flow knows the same end.
#[test]
fn progress_counts_up() {
    for flow in Flow::ALL {
        let counted: Vec<(u8, u8)> = flow
            .steps()
            .filter_map(|spec| progress(spec.step))
            .collect();
        for (place, &(number, all)) in counted.iter().enumerate() {
            assert_eq!(usize::from(number), place + 1, "{flow:?}");
            assert_eq!(usize::from(all), counted.len(), "{flow:?}");
        }
    }
}

/// «Назад» leads to an earlier step or out of the flow.
#[test]
fn back_leads_backwards() {
    for flow in Flow::ALL {
        let mut earlier = BTreeSet::new();
        for spec in flow.steps() {
            let inside = Step::from_path(spec.back).is_some_and(|step| step.flow() == flow);
            assert_eq!(inside, earlier.contains(spec.back), "{:?}", spec.step);
            earlier.insert(spec.path);
        }
    }
}

/// The pages of the documentation are those of the table.
#[test]
fn the_drawn_flows_are_current() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/flows");
    // Its own test keeps the page of the proofing.
    let mut drawn = BTreeSet::from(["identity.md".to_owned()]);
    for flow in Flow::ALL {
        let name = format!("{}.md", flow.code());
        let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap_or_default();
        assert_eq!(
            text,
            document(flow),
            "{name} is old: cargo run --release --example flows"
        );
        drawn.insert(name);
    }
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name"))
        .collect();
    assert_eq!(found, drawn);
}

#[test]
fn every_step_leads_back_inside_the_portal_and_counts_within_its_flow() {
    for step in Step::all() {
        let back = step.back();
        assert!(
            back.starts_with('/') && back != step.path(),
            "{}",
            step.path()
        );
        assert_eq!(progress(step), step.spec().progress, "{}", step.path());
    }
    assert_eq!(Step::RegisterCode.back(), Step::RegisterForm.path());
    assert_eq!(progress(Step::RegisterCode), Some((2, 4)));
}

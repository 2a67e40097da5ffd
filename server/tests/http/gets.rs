//! A GET shows a step that is open, or leads to one, and writes nothing.

use domain::flow::{self, Flow, Step};
use trials::{Setup, Visitor};

use crate::both::Outcome;
use crate::states::{self, State};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_in_every_state() -> Outcome {
    let server = Setup::new().start().await?;
    for flow in Flow::ALL {
        for state in states::of(flow) {
            let (mut visitor, _) = states::reach(&server, state).await?;
            let before = server.database().snapshot().await?;
            for route in app::routes() {
                shows_or_leads_on(&mut visitor, state, &route.with("none")).await?;
            }
            for endpoint in app::endpoints() {
                let answer = visitor.get(endpoint).await?;
                assert!(
                    answer.status < 500,
                    "{endpoint} in {state:?}: {}",
                    answer.status
                );
            }
            assert_eq!(
                server.database().snapshot().await?,
                before,
                "a GET wrote in {state:?}"
            );
        }
    }
    assert_eq!(server.log().errors(), Vec::<String>::new());
    Ok(())
}

/// The comparison notices what a POST does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_is_noticed() -> Outcome {
    let server = Setup::new().start().await?;
    let (mut visitor, _) = states::reach(&server, State::At(Step::RegisterCode)).await?;
    let before = server.database().snapshot().await?;
    trials::journey::type_code(&mut visitor, "000000").await?;
    assert_ne!(server.database().snapshot().await?, before);
    Ok(())
}

/// The page itself, or one redirect to a page; for the steps exactly what the table says.
async fn shows_or_leads_on(visitor: &mut Visitor, state: State, path: &str) -> Outcome {
    let answer = visitor.get(path).await?;
    let target = answer.location().map(str::to_owned);
    assert_eq!(target, expected(state, path), "{path} in {state:?}");
    let Some(target) = target else {
        assert_eq!(answer.status, 200, "{path} in {state:?}");
        return Ok(());
    };
    assert_eq!(answer.status, 303, "{path} in {state:?}");
    let answer = visitor.get(&target).await?;
    assert_eq!(answer.status, 200, "{path} in {state:?} leads to {target}");
    Ok(())
}

fn expected(state: State, path: &str) -> Option<String> {
    if path.starts_with("/cabinet") && !state.is_signed_in() {
        return Some(format!("/login?return_to={path}"));
    }
    if path.starts_with("/desk") {
        let back = match path {
            "/desk/login" => return None,
            "/desk/password" => "",
            page => &format!("?return_to={page}"),
        };
        return Some(format!("/desk/login{back}"));
    }
    // There is no such document.
    if path == "/cabinet/documents/none" {
        return Some("/cabinet/documents".into());
    }
    if matches!(path, "/login" | "/login/snils") && state.is_signed_in() {
        return Some("/cabinet".into());
    }
    let step = Step::from_path(path)?;
    let facts = state.facts(step.flow());
    let open = flow::allowed(step, &facts);
    (!open).then(|| flow::furthest(step.flow(), &facts).path().to_owned())
}

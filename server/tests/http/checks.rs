//! Checks of personal data over real sockets: registries that behave and some that do not, and a timeline that tells.

use std::time::{Duration, Instant};

use domain::flow::Step;
use reqwest::{Method, Response};
use serde_json::json;
use trials::{Person, Server, Setup, Trouble, Visitor, must};

use crate::both::Outcome;
use crate::states::{State, fill_in, reach};

on_both!(unruly_registries_harm_nothing, an_outage_is_lived_through);

const TIMELINE: &str = "/cabinet/checks";
const EVENTS: &str = "/cabinet/checks/events";
const PASSED: &str = "Данные подтверждены";
const OPEN: &str = "Данные на проверке";
/// How long registries may take in a trial.
const PATIENCE: Duration = Duration::from_secs(30);

/// A citizen who has sent everything.
async fn sent(server: &Server) -> Result<(Visitor, Person), Trouble> {
    let (mut visitor, person) = reach(server, State::At(Step::PersonalCitizenship)).await?;
    fill_in(&mut visitor, Step::PersonalCheck).await?;
    visitor.open(Step::PersonalCheck.path()).await?;
    visitor.tick("Данные верны")?;
    visitor.press("Продолжить").await?;
    must(visitor.route() == TIMELINE, || visitor.route().to_owned())?;
    Ok((visitor, person))
}

/// Loads the timeline until it says this.
async fn until(visitor: &mut Visitor, text: &str) -> Outcome {
    let begun = Instant::now();
    while !visitor.open(TIMELINE).await?.says(text) {
        must(begun.elapsed() < PATIENCE, || {
            format!("the timeline never says {text}")
        })?;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}

async fn listen(visitor: &Visitor, seen: &str) -> Result<Response, Trouble> {
    let request = visitor.request(Method::GET, &format!("{EVENTS}?seen={seen}"));
    Ok(request.send().await?)
}

/// The next words of a stream.
async fn heard(stream: &mut Response) -> Result<String, Trouble> {
    let words = stream.chunk().await?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&words).into_owned())
}

/// One calls before it hands out its ticket and calls twice, the other answers each poll differently.
async fn unruly_registries_harm_nothing(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let rules = [
        json!({ "registry": "snils", "key": "*", "outcome": "match", "delay_ms": 300, "duplicate": true,
            "fault": "out_of_order" }),
        json!({ "registry": "passport", "key": "*", "outcome": "match", "delay_ms": 300, "duplicate": true,
            "fault": "contradictory" }),
    ];
    for rule in rules {
        server.outbox().rule(&rule).await?;
    }
    let (mut visitor, person) = sent(&server).await?;
    until(&mut visitor, PASSED).await?;
    // One word to the citizen, however often the registries called.
    let messages = server.outbox().wait_for(&person.phone, 3).await?;
    let told = messages.iter().filter(|message| message.code.is_none());
    let told: Vec<_> = told.map(|message| message.text.as_str()).collect();
    let again = told.iter().filter(|text| **text == told[0]).count();
    must(again == 1, || format!("{told:?}"))
}

/// While a registry is down the timeline says that it is waited for; when it is back, all goes on by itself.
async fn an_outage_is_lived_through(setup: Setup) -> Outcome {
    let setup = setup.set("checks.retry_max_ms", 1_000);
    let server = setup.start().await?;
    let outbox = server.outbox();
    outbox
        .rule(&json!({ "registry": "snils", "key": "*", "outcome": "match", "fault": "down" }))
        .await?;
    let (mut visitor, _) = sent(&server).await?;
    until(&mut visitor, "Совпало").await?;
    let page = visitor.open(TIMELINE).await?;
    must(
        page.says(OPEN) && page.says("Если реестр не отвечает, повторим сами"),
        || page.text.clone(),
    )?;
    outbox
        .rule(&json!({ "registry": "snils", "key": "*", "outcome": "match" }))
        .await?;
    until(&mut visitor, PASSED).await
}

/// A page that is behind is told at once; strangers hear nothing, nor may they call as a registry.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_timeline_is_told() -> Outcome {
    let server = Setup::new().start().await?;
    server
        .outbox()
        .rule(&json!({ "registry": "snils", "key": "*", "outcome": "silent" }))
        .await?;
    let stranger = listen(&server.visitor(), "").await?.status();
    must(stranger == 204, || stranger.to_string())?;
    let (mut visitor, _) = sent(&server).await?;
    let mut stream = listen(&visitor, "another").await?;
    let words = heard(&mut stream).await?;
    must(words.contains("event: changed"), || words)?;
    until(&mut visitor, "Совпало").await?;
    for token in ["", "Bearer", "Bearer bm9uZQ"] {
        let call = visitor
            .script_request(Method::POST, "/registries/callback")
            .header("authorization", token)
            .json(&json!({ "key": "k" }));
        let status = call.send().await?.status().as_u16();
        must([401, 403].contains(&status), || {
            format!("{token}: {status}")
        })?;
    }
    Ok(())
}

//! The portal's adapter and the sandbox speak the same protocol.

use std::collections::BTreeMap;
use std::time::Duration;

use accounts::world::{Answer, Callback, Failure, HttpRegistries, Question, Registries};
use domain::registry::{Outcome, Registry};
use serde_json::{Value, json};
use trials::{Sandbox, Trouble, must};

use crate::both::Outcome as Ending;

const NUMBER: &str = "00000060002";

struct Bus {
    sandbox: Sandbox,
    registries: HttpRegistries,
}

impl Bus {
    async fn start() -> Result<Self, Trouble> {
        let sandbox = Sandbox::start().await?;
        let registries = HttpRegistries::new(&format!("http://{}/registries", sandbox.address()))
            .map_err(|error| Trouble::wrong(error.to_string()))?;
        Ok(Self {
            sandbox,
            registries,
        })
    }

    async fn rule(&self, rule: &Value) -> Ending {
        self.sandbox.outbox().rule(rule).await
    }

    async fn try_ask(&self, registry: Registry, key: &str) -> Result<String, Failure> {
        self.registries.ask(registry, key, &question(None)).await
    }

    async fn ask(&self, registry: Registry, key: &str) -> Result<String, Trouble> {
        let ticket = self.try_ask(registry, key).await;
        ticket.map_err(|failure| Trouble::wrong(failure.to_string()))
    }

    /// Polls until there is an answer, for ten seconds.
    async fn answer(&self, registry: Registry, ticket: &str) -> Result<Option<Answer>, Failure> {
        for _ in 0..200 {
            if let Some(answer) = self.registries.poll(registry, ticket).await? {
                return Ok(Some(answer));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(None)
    }
}

fn question(callback: Option<Callback>) -> Question {
    Question {
        number: NUMBER.into(),
        attributes: BTreeMap::from([("surname", "Ёжикова".into())]),
        callback,
    }
}

#[tokio::test]
async fn every_outcome_arrives() -> Ending {
    let bus = Bus::start().await?;
    for registry in Registry::ALL {
        for outcome in Outcome::ALL {
            let (registry_code, code) = (registry.code(), outcome.code());
            bus.rule(&json!({
                "registry": registry_code, "key": "*", "outcome": code, "fields": ["surname"],
            }))
            .await?;
            let ticket = bus.ask(registry, code).await?;
            let again = bus.ask(registry, code).await?;
            must(ticket == again, || format!("{ticket} and {again}"))?;
            let answer = bus.answer(registry, &ticket).await;
            let fields = vec!["surname".to_owned()];
            let expected = Ok(Some(Answer { outcome, fields }));
            must(answer == expected, || {
                format!("{registry_code}: {answer:?}")
            })?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn refusals_are_understood() -> Ending {
    let bus = Bus::start().await?;
    let registry = Registry::Snils;
    bus.rule(&json!({ "registry": "snils", "key": NUMBER, "outcome": "silent" }))
        .await?;
    let ticket = bus.ask(registry, "k").await?;
    let polled = bus.registries.poll(registry, &ticket).await;
    must(polled == Ok(None), || format!("silent: {polled:?}"))?;
    let polled = bus.registries.poll(Registry::Inn, &ticket).await;
    let unknown = Err(Failure::Permanent("http-404".into()));
    must(polled == unknown, || format!("unknown: {polled:?}"))?;

    let far = Callback {
        url: "https://portal.example/called".into(),
        token: "t".into(),
    };
    let asked = bus
        .registries
        .ask(registry, "far", &question(Some(far)))
        .await;
    let refused = Err(Failure::Permanent("http-400".into()));
    must(asked == refused, || format!("refused: {asked:?}"))?;

    bus.rule(&json!({ "registry": "snils", "key": "*", "outcome": "match", "fault": "down" }))
        .await?;
    let polled = bus.registries.poll(registry, &ticket).await;
    let later = Failure::Busy {
        code: "http-503".into(),
        after_s: 5,
    };
    must(polled == Err(later.clone()), || format!("down: {polled:?}"))?;
    let asked = bus.try_ask(registry, "k").await;
    must(asked == Err(later), || format!("down: {asked:?}"))
}

//! The outside world fails; no message is lost, and none is shown twice.

use std::time::{Duration, Instant};

use trials::journey::{Contacts, at, send_form, type_code};
use trials::{Person, Sandbox, Setup};

use crate::both::Outcome;

on_both!(
    a_gateway_that_is_down,
    a_gateway_that_is_slow,
    a_gateway_that_answers_twice,
    after_a_crash,
    repeated_after_a_crash,
);

const CHANNELS: [(&str, Contacts); 2] = [("sms", Contacts::Phone), ("email", Contacts::Email)];

fn address(person: &Person, contacts: Contacts) -> String {
    if contacts == Contacts::Phone {
        person.phone.clone()
    } else {
        person.email.clone()
    }
}

async fn a_gateway_that_is_down(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    for (channel, contacts) in CHANNELS {
        let (person, mut anna) = (Person::new(), server.visitor());
        server.outbox().fault(channel, "down", 0, Some(2)).await?;
        send_form(&mut anna, &person, contacts).await?;
        let code = server
            .outbox()
            .mailbox(&address(&person, contacts))
            .code()
            .await?;
        type_code(&mut anna, &code).await?;
        at(&anna, "/register/password")?;
    }
    server.database().wait_for_outbox().await?;
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM outbox WHERE attempts >= 3")
            .await?,
        2
    );
    Ok(())
}

/// Slower than a lease lasts, and nobody waits for it but the worker.
async fn a_gateway_that_is_slow(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    for (channel, contacts) in CHANNELS {
        let person = Person::new();
        server
            .outbox()
            .fault(channel, "slow", 3_500, Some(1))
            .await?;
        let begun = Instant::now();
        send_form(&mut server.visitor(), &person, contacts).await?;
        assert!(
            begun.elapsed() < Duration::from_millis(3_500),
            "the page waited for the gateway"
        );
        let to = address(&person, contacts);
        server.outbox().wait_for(&to, 1).await?;
        server.database().wait_for_outbox().await?;
        assert_eq!(server.outbox().to(&to).await?.len(), 1);
    }
    Ok(())
}

/// The message arrives and its answer is lost: the repeat carries the same key and is shown once.
async fn a_gateway_that_answers_twice(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    for (channel, contacts) in CHANNELS {
        let person = Person::new();
        server.outbox().fault(channel, "twice", 0, Some(2)).await?;
        send_form(&mut server.visitor(), &person, contacts).await?;
        server.database().wait_for_outbox().await?;
        assert_eq!(
            server.outbox().to(&address(&person, contacts)).await?.len(),
            1,
            "{channel}"
        );
    }
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM outbox WHERE attempts >= 3")
            .await?,
        2
    );
    Ok(())
}

/// Killed with messages on their way: they go out within 3 s of the restart, each shown once.
async fn after_a_crash(setup: Setup) -> Outcome {
    let sandbox = Sandbox::start().await?;
    let mut server = setup.beside(&sandbox).start().await?;
    let outbox = sandbox.outbox();
    let people: Vec<_> = (0..6).map(|_| Person::new()).collect();
    outbox.fault("sms", "slow", 60_000, None).await?;
    outbox.fault("email", "slow", 60_000, None).await?;
    for (number, person) in people.iter().enumerate() {
        send_form(&mut server.visitor(), person, CHANNELS[number % 2].1).await?;
    }
    let leased = "SELECT COUNT(*) FROM outbox WHERE lease_owner IS NOT NULL AND sent_at IS NULL";
    let begun = Instant::now();
    while server.database().number(leased).await? < 6 {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "the messages are not taken up"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    server.kill();
    outbox.fault("sms", "ok", 0, None).await?;
    outbox.fault("email", "ok", 0, None).await?;
    server.restart().await?;
    let ready = Instant::now();
    for (number, person) in people.iter().enumerate() {
        outbox
            .wait_for(&address(person, CHANNELS[number % 2].1), 1)
            .await?;
    }
    assert!(
        ready.elapsed() < Duration::from_secs(3),
        "{:?}",
        ready.elapsed()
    );
    server.database().wait_for_outbox().await?;
    for (number, person) in people.iter().enumerate() {
        assert_eq!(
            outbox
                .to(&address(person, CHANNELS[number % 2].1))
                .await?
                .len(),
            1
        );
    }
    Ok(())
}

/// Killed after a message has arrived and before it was noted: the repeat has the same key and is not
/// shown a second time.
async fn repeated_after_a_crash(setup: Setup) -> Outcome {
    let sandbox = Sandbox::start().await?;
    let mut server = setup.beside(&sandbox).start().await?;
    let outbox = sandbox.outbox();
    for (channel, contacts) in CHANNELS {
        let person = Person::new();
        outbox.fault(channel, "twice", 0, None).await?;
        send_form(&mut server.visitor(), &person, contacts).await?;
        outbox.wait_for(&address(&person, contacts), 1).await?;
        server.kill();
        outbox.fault(channel, "ok", 0, None).await?;
        server.restart().await?;
        server.database().wait_for_outbox().await?;
        assert_eq!(
            outbox.to(&address(&person, contacts)).await?.len(),
            1,
            "{channel}"
        );
        let repeated = "SELECT COUNT(*) FROM outbox WHERE attempts > 1";
        assert!(
            server.database().number(repeated).await? > 0,
            "{channel} was not repeated"
        );
    }
    Ok(())
}

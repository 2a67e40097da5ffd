//! Codes: wrong, late, too many, sent again, called (P-01 … P-04).

use std::time::Duration;

use trials::journey::{Contacts, at, send_form, type_code};
use trials::{Person, Setup};

use crate::both::Outcome;

on_both!(
    wrong_ones_are_summed,
    a_late_one_is_replaced,
    sent_again_too_early,
    sent_again_and_called
);

/// A code that is not this one.
fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap_or_default();
    format!("{:06}", (number + 1) % 1_000_000)
}

async fn wrong_ones_are_summed(setup: Setup) -> Outcome {
    let server = setup.set("codes.resend_after_s", 1).start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.phone);
    send_form(&mut anna, &person, Contacts::Phone).await?;
    let code = inbox.code().await?;
    let wrong = other_than(&code);
    // A slip of the hand is no wrong code.
    type_code(&mut anna, "12").await?;
    assert!(
        anna.page().errors()[0].contains("В коде 6 цифр"),
        "{:?}",
        anna.page().errors()
    );
    for _ in 0..4 {
        type_code(&mut anna, &wrong).await?;
        at(&anna, "/register/code")?;
        assert!(
            anna.page().errors()[0].starts_with("Код не подошёл"),
            "{:?}",
            anna.page().errors()
        );
        assert_eq!(anna.page().field("Код")?.value, "", "a code came back");
    }
    type_code(&mut anna, &wrong).await?;
    assert!(
        anna.page().errors()[0].starts_with("Слишком много попыток"),
        "{:?}",
        anna.page().errors()
    );
    type_code(&mut anna, &code).await?;
    at(&anna, "/register/code")?;

    // The draft is not lost and the contact not blocked: a new code counts anew.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    anna.press("Отправить снова").await?;
    let fresh = inbox.code().await?;
    type_code(&mut anna, &fresh).await?;
    at(&anna, "/register/password")
}

/// Right but late: a new one is on its way at once.
async fn a_late_one_is_replaced(setup: Setup) -> Outcome {
    let server = setup
        .set("codes.lifetime_s", 2)
        .set("codes.resend_after_s", 1)
        .start()
        .await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.phone);
    send_form(&mut anna, &person, Contacts::Phone).await?;
    let late = inbox.code().await?;
    tokio::time::sleep(Duration::from_millis(2_200)).await;
    type_code(&mut anna, &late).await?;
    at(&anna, "/register/code")?;
    assert!(
        anna.page().errors()[0].contains("Срок действия кода истёк"),
        "{:?}",
        anna.page().errors()
    );
    // On a machine so busy that two seconds pass in between, the new one is late, too, and replaced.
    for _ in 0..5 {
        let fresh = inbox.code().await?;
        type_code(&mut anna, &fresh).await?;
        if anna.route() == "/register/password" {
            return Ok(());
        }
    }
    at(&anna, "/register/password")
}

/// The button is always there; too early it answers with the time left and sends nothing.
async fn sent_again_too_early(setup: Setup) -> Outcome {
    let server = setup.set("codes.resend_after_s", 600).start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.phone);
    send_form(&mut anna, &person, Contacts::Phone).await?;
    let code = inbox.code().await?;
    for _ in 0..3 {
        anna.press("Отправить снова").await?;
        at(&anna, "/register/code")?;
        assert!(
            anna.page().says("Код можно отправить снова через"),
            "{}",
            anna.page().text
        );
    }
    type_code(&mut anna, &code).await?;
    at(&anna, "/register/password")?;
    server.database().wait_for_outbox().await?;
    assert_eq!(inbox.unread().await?, 0);
    Ok(())
}

/// Resending cancels no earlier code; after two of them a call is offered, which tells a code that counts.
async fn sent_again_and_called(setup: Setup) -> Outcome {
    let server = setup.set("codes.resend_after_s", 0).start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.phone);
    send_form(&mut anna, &person, Contacts::Phone).await?;
    let first = inbox.code().await?;
    for _ in 0..2 {
        assert!(!anna.page().has_button("Позвонить мне"));
        anna.press("Отправить снова").await?;
        assert!(
            anna.page().says("Мы отправили код ещё раз"),
            "{}",
            anna.page().text
        );
        assert_eq!(inbox.next().await?.channel, "sms");
    }
    anna.press("Позвонить мне").await?;
    assert!(anna.page().says("Мы звоним вам"), "{}", anna.page().text);
    let call = inbox.next().await?;
    assert_eq!(call.channel, "voice");
    let mut other_tab = anna.clone();
    type_code(&mut other_tab, &call.code.unwrap_or_default()).await?;
    at(&other_tab, "/register/password")?;

    let (person, mut boris) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.phone);
    send_form(&mut boris, &person, Contacts::Phone).await?;
    let earliest = inbox.code().await?;
    boris.press("Отправить снова").await?;
    inbox.code().await?;
    type_code(&mut boris, &first).await?;
    at(&boris, "/register/code")?;
    type_code(&mut boris, &earliest).await?;
    at(&boris, "/register/password")
}

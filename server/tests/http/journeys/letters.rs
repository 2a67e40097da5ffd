//! The link of a letter.

use trials::journey::{Contacts, at, register, send_form, type_code, type_password};
use trials::{Person, Setup};

use crate::both::Outcome;

on_both!(
    pressed_in_another_browser,
    used_once,
    of_another_contact_is_dead
);

/// A mail scanner fetches it first and changes nothing; the browser that presses goes on; the first one
/// still asks for the code.
async fn pressed_in_another_browser(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut first) = (Person::new(), server.visitor());
    send_form(&mut first, &person, Contacts::Email).await?;
    let link = server.outbox().mailbox(&person.email).link().await?;
    let before = server.database().snapshot().await?;
    for _ in 0..3 {
        let mut scanner = server.visitor();
        scanner.open(&link).await?;
        assert!(
            scanner.page().has_button("Подтвердить"),
            "{}",
            scanner.page().text
        );
        assert!(scanner.set_cookies.is_empty());
    }
    assert_eq!(server.database().snapshot().await?, before);

    let mut second = server.visitor();
    second.open(&link).await?;
    second.press("Подтвердить").await?;
    at(&second, "/register/password")?;
    first.open("/register/password").await?;
    at(&first, "/register/code")?;
    type_password(&mut second, &person.password).await?;
    at(&second, "/register/done")?;
    first.open("/register/done").await?;
    assert_ne!(first.route(), "/register/done");
    Ok(())
}

/// The first browser may go on by the code as long as the account is not there; the link is pressed once.
async fn used_once(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut first) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.email);
    send_form(&mut first, &person, Contacts::Email).await?;
    let letter = inbox.next().await?;
    let (code, link) = (
        letter.code.unwrap_or_default(),
        letter.link.unwrap_or_default(),
    );
    let mut second = server.visitor();
    second.open(&link).await?;
    let press = second.page().submission("Подтвердить")?;
    second.send(&press).await?;
    at(&second, "/register/password")?;

    let mut third = server.visitor();
    third.open(&link).await?;
    assert!(
        third.page().says("Ссылка уже использована") && !third.page().has_button("Подтвердить")
    );
    third.send(&press.with("form_id", "another page")).await?;
    assert!(
        third.page().says("Ссылка уже использована"),
        "{}",
        third.page().text
    );

    type_code(&mut first, &code).await?;
    at(&first, "/register/password")?;
    type_password(&mut first, &person.password).await?;
    at(&first, "/register/done")?;
    second.open("/register/password").await?;
    assert_ne!(
        second.route(),
        "/register/password",
        "two accounts from one draft"
    );
    assert_eq!(server.database().accounts().await?, 1);
    Ok(())
}

/// A contact that was typed anew takes the links to the old one with it; nonsense is no link.
async fn of_another_contact_is_dead(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, other, mut anna) = (Person::new(), Person::new(), server.visitor());
    send_form(&mut anna, &person, Contacts::Email).await?;
    let link = server.outbox().mailbox(&person.email).link().await?;
    send_form(&mut anna, &other, Contacts::Email).await?;
    let mut second = server.visitor();
    for dead in [
        link.as_str(),
        "/confirm/nonsense",
        "/confirm/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ] {
        second.open(dead).await?;
        assert!(
            second.page().says("Ссылка больше не действует"),
            "{}",
            second.page().text
        );
        assert!(!second.page().has_button("Подтвердить"));
    }
    register(
        &mut second,
        &server.outbox(),
        &Person::new(),
        Contacts::Email,
    )
    .await
}

//! «Забыли пароль?»

use trials::journey::{Contacts, at, register, sign_in, type_code, type_password};
use trials::{Person, Setup, Trouble, Visitor};

use crate::both::Outcome;

on_both!(by_code, by_link, of_an_unknown_login);

async fn ask(visitor: &mut Visitor, login: &str) -> Result<(), Trouble> {
    visitor.open("/login").await?;
    let recover = visitor.page().link("Забыли пароль?")?.to_owned();
    visitor.open(&recover).await?;
    at(visitor, "/recover")?;
    visitor.fill("Логин", login)?;
    visitor.press("Продолжить").await?;
    at(visitor, "/recover/code")
}

/// Ends signed in, every other session ended, the owner told, the old password dead (R-RCV-06).
async fn by_code(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut signed_in, mut anna) = (Person::new(), server.visitor(), server.visitor());
    register(&mut signed_in, &server.outbox(), &person, Contacts::Phone).await?;
    let mut inbox = server.outbox().mailbox(&person.phone);
    inbox.code().await?;
    inbox.next().await?;

    ask(&mut anna, &person.phone).await?;
    type_code(&mut anna, &inbox.code().await?).await?;
    at(&anna, "/recover/password")?;
    type_password(&mut anna, "Brand-new-9!").await?;
    at(&anna, "/cabinet")?;
    assert!(anna.page().says("Пароль изменён"), "{}", anna.page().text);
    assert!(inbox.next().await?.text.contains("Доступ восстановлен"));
    signed_in.open("/cabinet").await?;
    at(&signed_in, "/login")?;
    sign_in(&mut signed_in, &person.phone, &person.password).await?;
    at(&signed_in, "/login")?;
    sign_in(&mut signed_in, &person.phone, "Brand-new-9!").await?;
    at(&signed_in, "/cabinet")?;
    // The way is walked once.
    anna.open("/recover/password").await?;
    assert_ne!(anna.route(), "/recover/password");
    Ok(())
}

async fn by_link(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna, mut second) = (Person::new(), server.visitor(), server.visitor());
    register(
        &mut server.visitor(),
        &server.outbox(),
        &person,
        Contacts::Email,
    )
    .await?;
    let mut inbox = server.outbox().mailbox(&person.email);
    inbox.link().await?;
    ask(&mut anna, &person.email).await?;
    second.open(&inbox.link().await?).await?;
    second.press("Подтвердить").await?;
    at(&second, "/recover/password")?;
    anna.open("/recover/password").await?;
    at(&anna, "/recover/code")?;
    type_password(&mut second, "Brand-new-9!").await?;
    at(&second, "/cabinet")?;
    // The first browser has nothing left to recover with its draft.
    anna.open("/recover/password").await?;
    assert_ne!(anna.route(), "/recover/password");
    Ok(())
}

/// Looks the same, and nothing is sent.
async fn of_an_unknown_login(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    for login in [&person.phone, &person.email] {
        ask(&mut anna, login).await?;
        for code in ["000000", "123456"] {
            type_code(&mut anna, code).await?;
            at(&anna, "/recover/code")?;
            assert!(
                anna.page().errors()[0].starts_with("Код не подошёл"),
                "{:?}",
                anna.page().errors()
            );
        }
        server.database().wait_for_outbox().await?;
        assert!(server.outbox().to(login).await?.is_empty());
    }
    Ok(())
}

//! Nothing typed is lost by a killed server, and several of them serve one database.

use trials::journey::{Contacts, at, send_form, type_code, type_form, type_password};
use trials::{Person, Sandbox, Setup};

use crate::both::Outcome;

on_both!(in_the_middle_of_a_registration);

async fn in_the_middle_of_a_registration(setup: Setup) -> Outcome {
    let mut server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    type_form(&mut anna, &person, Contacts::Phone).await?;
    anna.press("Сохранить и выйти").await?;
    server.kill();
    server.restart().await?;
    anna.open("/register").await?;
    assert_eq!(anna.page().field("Мобильный телефон")?.value, person.phone);
    anna.press("Зарегистрироваться").await?;
    at(&anna, "/register/code")?;
    let code = server.outbox().mailbox(&person.phone).code().await?;
    server.kill();
    server.restart().await?;
    // The page that was open is still good.
    type_code(&mut anna, &code).await?;
    at(&anna, "/register/password")?;
    // Asked to end, it ends in peace.
    assert_eq!(server.stop().await?, Some(0));
    server.restart().await?;
    anna.open("/register").await?;
    assert_eq!(anna.page().field("Фамилия")?.value, person.surname);
    anna.open("/register/password").await?;
    type_password(&mut anna, &person.password).await?;
    at(&anna, "/register/done")?;
    server.kill();
    server.restart().await?;
    anna.open("/register/done").await?;
    at(&anna, "/register/done")
}

/// Processes share the database and the key, and nothing else: every step meets another one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_serve_one_registration() -> Outcome {
    let sandbox = Sandbox::start().await?;
    let server = crate::both::postgres()
        .await?
        .beside(&sandbox)
        .start()
        .await?;
    let twin = server.twin().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    send_form(&mut anna, &person, Contacts::Phone).await?;
    let mut anna = anna.at(&twin.origin());
    type_code(
        &mut anna,
        &sandbox.outbox().mailbox(&person.phone).code().await?,
    )
    .await?;
    at(&anna, "/register/password")?;
    let mut anna = anna.at(&server.origin());
    type_password(&mut anna, &person.password).await?;
    let mut anna = anna.at(&twin.origin());
    anna.open("/cabinet").await?;
    at(&anna, "/cabinet")
}

//! Going on with a registration on another device (W8).

use trials::journey::{Contacts, at, prove, send_form, type_code, type_password};
use trials::{Person, Setup, Trouble, Visitor};

use crate::both::Outcome;

on_both!(on_another_device, of_nothing, by_the_link_of_the_letter);

async fn ask(visitor: &mut Visitor, contact: &str) -> Result<(), Trouble> {
    visitor.open("/register").await?;
    let resume = visitor
        .page()
        .link("Продолжить регистрацию, начатую на другом устройстве")?
        .to_owned();
    visitor.open(&resume).await?;
    at(visitor, "/register/resume")?;
    visitor.fill("Телефон или почта", contact)?;
    visitor.press("Продолжить").await?;
    at(visitor, "/register/resume/code")
}

async fn on_another_device(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut first, mut second) = (Person::new(), server.visitor(), server.visitor());
    prove(&mut first, &server.outbox(), &person, Contacts::Phone).await?;
    at(&first, "/register/password")?;
    let mut inbox = server.outbox().mailbox(&person.phone);
    inbox.code().await?;
    ask(&mut second, &person.phone).await?;
    type_code(&mut second, &inbox.code().await?).await?;
    at(&second, "/register/password")?;
    second.open("/register").await?;
    assert_eq!(second.page().field("Фамилия")?.value, person.surname);
    second.open("/register/password").await?;
    type_password(&mut second, &person.password).await?;
    at(&second, "/register/done")?;
    assert_eq!(server.database().accounts().await?, 1);
    Ok(())
}

/// A contact that was typed and never proven opens nothing, and nothing is sent to it.
async fn of_nothing(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut first, mut second) = (Person::new(), server.visitor(), server.visitor());
    send_form(&mut first, &person, Contacts::Phone).await?;
    let mut inbox = server.outbox().mailbox(&person.phone);
    let code = inbox.code().await?;
    ask(&mut second, &person.phone).await?;
    type_code(&mut second, &code).await?;
    at(&second, "/register/resume/code")?;
    assert!(second.page().errors()[0].starts_with("Код не подошёл"));
    server.database().wait_for_outbox().await?;
    assert_eq!(inbox.unread().await?, 0);
    Ok(())
}

async fn by_the_link_of_the_letter(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut first, mut second) = (Person::new(), server.visitor(), server.visitor());
    prove(&mut first, &server.outbox(), &person, Contacts::Email).await?;
    let mut inbox = server.outbox().mailbox(&person.email);
    inbox.next().await?;
    ask(&mut second, &person.email).await?;
    let link = inbox.link().await?;
    second.open(&link).await?;
    second.press("Подтвердить").await?;
    at(&second, "/register/password")?;
    type_password(&mut second, &person.password).await?;
    at(&second, "/register/done")
}

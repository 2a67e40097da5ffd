//! Changing contacts in the cabinet (R-CNT-11).

use trials::journey::{Contacts, at, register, sign_in, type_code};
use trials::{Person, Setup, Trouble, Visitor};

use crate::both::Outcome;

on_both!(
    a_new_phone,
    a_second_contact,
    refused_ones_say_why,
    one_of_another_account
);

async fn ask(
    visitor: &mut Visitor,
    label: &str,
    contact: &str,
    password: &str,
) -> Result<(), Trouble> {
    let path = if label == "Мобильный телефон" {
        "/cabinet/contacts/phone"
    } else {
        "/cabinet/contacts/email"
    };
    visitor.open(path).await?;
    at(visitor, path)?;
    visitor.fill(label, contact)?;
    visitor.fill("Пароль", password)?;
    visitor.press("Продолжить").await?;
    Ok(())
}

/// The password again, a code to the new number, a word to the old one.
async fn a_new_phone(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, new, mut anna) = (Person::new(), Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    let mut old_inbox = server.outbox().mailbox(&person.phone);
    old_inbox.code().await?;
    old_inbox.next().await?;
    ask(&mut anna, "Мобильный телефон", &new.phone, &person.password).await?;
    at(&anna, "/cabinet/contacts/phone/code")?;
    // Until the code is there, nothing has changed.
    sign_in(&mut server.visitor(), &new.phone, &person.password).await?;
    type_code(
        &mut anna,
        &server.outbox().mailbox(&new.phone).code().await?,
    )
    .await?;
    at(&anna, "/cabinet")?;
    assert!(
        anna.page().says("Контакт подтверждён"),
        "{}",
        anna.page().text
    );
    assert!(old_inbox.next().await?.text.contains("заменён"));
    let mut elsewhere = server.visitor();
    sign_in(&mut elsewhere, &person.phone, &person.password).await?;
    at(&elsewhere, "/login")?;
    sign_in(&mut elsewhere, &new.phone, &person.password).await?;
    at(&elsewhere, "/cabinet")?;
    // The old number is free for somebody else.
    let heir = Person {
        phone: person.phone,
        ..Person::new()
    };
    register(
        &mut server.visitor(),
        &server.outbox(),
        &heir,
        Contacts::Phone,
    )
    .await
}

/// A letter's link confirms in a browser that is not signed in, too.
async fn a_second_contact(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    ask(
        &mut anna,
        "Электронная почта",
        &person.email,
        &person.password,
    )
    .await?;
    at(&anna, "/cabinet/contacts/email/code")?;
    let mut elsewhere = server.visitor();
    elsewhere
        .open(&server.outbox().mailbox(&person.email).link().await?)
        .await?;
    elsewhere.press("Подтвердить").await?;
    at(&elsewhere, "/login")?;
    assert!(
        elsewhere.page().says("Контакт подтверждён"),
        "{}",
        elsewhere.page().text
    );
    sign_in(&mut elsewhere, &person.email, &person.password).await?;
    at(&elsewhere, "/cabinet")
}

/// What was typed stays, with the reason beside its field.
async fn refused_ones_say_why(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    let other = Person::new();
    let refused = [
        ("+7 495 000", person.password.as_str(), "Мобильный телефон"),
        (
            person.phone.as_str(),
            person.password.as_str(),
            "Мобильный телефон",
        ),
        (other.phone.as_str(), "Wrong-1!", "Пароль"),
        (other.phone.as_str(), "", "Пароль"),
        ("", person.password.as_str(), "Мобильный телефон"),
    ];
    for (phone, password, label) in refused {
        ask(&mut anna, "Мобильный телефон", phone, password).await?;
        at(&anna, "/cabinet/contacts/phone")?;
        let field = anna.page().field(label)?;
        assert!(
            !field.error.is_empty(),
            "nothing is said about «{label}»: {}",
            anna.page().text
        );
        assert_eq!(anna.page().field("Мобильный телефон")?.value, phone);
        assert_eq!(anna.page().field("Пароль")?.value, "");
    }
    server.database().wait_for_outbox().await?;
    assert!(server.outbox().to(&other.phone).await?.is_empty());
    Ok(())
}

/// Whether another account has it is told only to whoever proves it, and then it stays where it is.
async fn one_of_another_account(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (anna, boris) = (Person::new(), Person::new());
    let mut visitor = server.visitor();
    register(
        &mut server.visitor(),
        &server.outbox(),
        &boris,
        Contacts::Phone,
    )
    .await?;
    register(&mut visitor, &server.outbox(), &anna, Contacts::Phone).await?;
    let mut inbox = server.outbox().mailbox(&boris.phone);
    inbox.code().await?;
    inbox.next().await?;
    ask(
        &mut visitor,
        "Мобильный телефон",
        &boris.phone,
        &anna.password,
    )
    .await?;
    at(&visitor, "/cabinet/contacts/phone/code")?;
    type_code(&mut visitor, &inbox.code().await?).await?;
    at(&visitor, "/cabinet/contacts/phone")?;
    assert!(
        visitor.page().says("подтверждён в другой учётной записи"),
        "{}",
        visitor.page().text
    );
    let mut owner = server.visitor();
    sign_in(&mut owner, &boris.phone, &boris.password).await?;
    at(&owner, "/cabinet")?;
    assert!(owner.page().says(&boris.surname));
    Ok(())
}

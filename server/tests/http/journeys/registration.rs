//! From the form to the simplified account.

use trials::journey::{
    Contacts, at, prove, register, send_form, sign_in, type_code, type_form, type_password,
};
use trials::{Person, Setup, must};

use crate::both::Outcome;

on_both!(
    by_phone,
    by_code_from_a_letter,
    with_both_contacts,
    of_a_contact_that_has_an_account,
    refused_and_mended,
    interrupted
);

/// R-REG-01…11: every step, its place in the row, and the account at the end.
async fn by_phone(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.phone);

    anna.open("/").await?;
    let form = anna.page().link("Регистрация")?.to_owned();
    anna.open(&form).await?;
    assert!(anna.page().says("Шаг 1 из 4"));
    send_form(&mut anna, &person, Contacts::Phone).await?;
    assert!(anna.page().says("Шаг 2 из 4"), "{}", anna.page().text);
    type_code(&mut anna, &inbox.code().await?).await?;
    at(&anna, "/register/password")?;
    assert!(anna.page().says("Шаг 3 из 4"));
    type_password(&mut anna, &person.password).await?;
    for _ in 0..2 {
        at(&anna, "/register/done")?;
        assert!(anna.page().says("Шаг 4 из 4") && anna.page().says("Упрощённая учётная запись"));
        assert!(
            anna.page()
                .says(&format!("{} {}", person.first_name, person.patronymic))
        );
        anna.open("/register/done").await?;
    }
    assert!(inbox.next().await?.text.contains("учётная запись готова"));

    anna.open("/cabinet").await?;
    at(&anna, "/cabinet")?;
    let full = format!(
        "{} {} {}",
        person.surname, person.first_name, person.patronymic
    );
    assert!(anna.page().says(&full) && anna.page().says("Подтверждён"));
    anna.press("Выйти").await?;
    at(&anna, "/")?;
    anna.open("/cabinet").await?;
    at(&anna, "/login")?;
    sign_in(&mut anna, &person.phone, &person.password).await?;
    at(&anna, "/cabinet")?;
    assert_eq!(server.database().accounts().await?, 1);
    Ok(())
}

async fn by_code_from_a_letter(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut inbox = server.outbox().mailbox(&person.email);
    send_form(&mut anna, &person, Contacts::Email).await?;
    let letter = inbox.next().await?;
    assert_eq!(letter.channel, "email");
    assert!(letter.subject.is_some_and(|subject| !subject.is_empty()));
    assert!(
        letter
            .link
            .is_some_and(|link| link.starts_with(&format!("{}/confirm/", server.origin())))
    );
    type_code(&mut anna, &letter.code.unwrap_or_default()).await?;
    type_password(&mut anna, &person.password).await?;
    at(&anna, "/register/done")?;
    assert!(inbox.next().await?.text.contains("учётная запись готова"));
    let mut elsewhere = server.visitor();
    // Two addresses that differ in case alone are one.
    sign_in(
        &mut elsewhere,
        &person.email.to_uppercase(),
        &person.password,
    )
    .await?;
    at(&elsewhere, "/cabinet")
}

/// The phone is confirmed now and the e-mail at leisure; until then it signs in nowhere.
async fn with_both_contacts(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Both).await?;
    assert!(anna.page().says("Подтвердите ещё"), "{}", anna.page().text);

    let mut elsewhere = server.visitor();
    sign_in(&mut elsewhere, &person.email, &person.password).await?;
    at(&elsewhere, "/login")?;

    let mut letters = server.outbox().mailbox(&person.email);
    must(letters.unread().await? == 0, || {
        "a letter before it was asked for".into()
    })?;
    anna.open("/cabinet").await?;
    assert!(anna.page().says("Не подтверждён"));
    anna.press("Подтвердить почту").await?;
    at(&anna, "/cabinet/contacts/email/code")?;
    type_code(&mut anna, &letters.code().await?).await?;
    at(&anna, "/cabinet")?;
    assert!(!anna.page().says("Не подтверждён"));
    sign_in(&mut elsewhere, &person.email, &person.password).await?;
    at(&elsewhere, "/cabinet")
}

/// The owner reads a hint in the message; the page tells only who has typed its code.
async fn of_a_contact_that_has_an_account(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    server.outbox().wait_for(&person.phone, 2).await?;

    let namesake = Person {
        phone: person.phone.clone(),
        ..Person::new()
    };
    let mut boris = server.visitor();
    prove(&mut boris, &server.outbox(), &namesake, Contacts::Phone).await?;
    at(&boris, "/register/exists")?;
    assert_eq!(boris.page().heading(), "У вас уже есть учётная запись");
    let newest = server.outbox().to(&person.phone).await?;
    assert!(
        newest[0].text.contains("У вас уже есть учётная запись"),
        "{}",
        newest[0].text
    );
    for closed in ["/register/password", "/register/code", "/register/done"] {
        boris.open(closed).await?;
        at(&boris, "/register/exists")?;
    }
    assert!(boris.page().links.iter().any(|(_, to)| to == "/recover"));
    assert_eq!(server.database().accounts().await?, 1);
    sign_in(&mut boris, &person.phone, &person.password).await?;
    at(&boris, "/cabinet")
}

/// What was typed stays with its messages, over a reload too, and the mended form goes on.
async fn refused_and_mended(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    anna.open("/register").await?;
    anna.fill("Фамилия", "И.")?;
    anna.fill("Имя", &person.first_name)?;
    anna.fill("Мобильный телефон", "+7 495 000")?;
    anna.press("Зарегистрироваться").await?;
    for _ in 0..2 {
        at(&anna, "/register")?;
        assert_eq!(anna.page().errors().len(), 3, "{:?}", anna.page().errors());
        assert_eq!(anna.page().field("Имя")?.value, person.first_name);
        assert_eq!(anna.page().field("Мобильный телефон")?.value, "+7 495 000");
        assert!(
            anna.page().title.starts_with("Ошибка"),
            "{}",
            anna.page().title
        );
        anna.open("/register").await?;
    }
    anna.fill("Фамилия", &person.surname)?;
    anna.fill("Мобильный телефон", &person.phone)?;
    anna.tick("Я согласен на обработку персональных данных")?;
    anna.press("Зарегистрироваться").await?;
    at(&anna, "/register/code")?;
    type_code(
        &mut anna,
        &server.outbox().mailbox(&person.phone).code().await?,
    )
    .await?;

    for (password, repeat) in [
        ("короткий", "короткий"),
        ("Abc1!", "Abc1!"),
        (person.password.as_str(), "Other1!x"),
    ] {
        at(&anna, "/register/password")?;
        anna.fill("Пароль", password)?;
        anna.fill("Повторите пароль", repeat)?;
        anna.press("Готово").await?;
        assert!(!anna.page().errors().is_empty(), "{password} was taken");
        assert_eq!(
            anna.page().field("Пароль")?.value,
            "",
            "a password came back"
        );
    }
    type_password(&mut anna, &person.password).await?;
    at(&anna, "/register/done")
}

/// «Сохранить и выйти», the browser closed, and back; then another contact, which undoes the proof.
async fn interrupted(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, other, mut anna) = (Person::new(), Person::new(), server.visitor());
    type_form(&mut anna, &person, Contacts::Phone).await?;
    anna.press("Сохранить и выйти").await?;
    at(&anna, "/")?;
    assert!(anna.page().says("Черновик сохранён"));
    anna.close_browser();
    anna.open("/register").await?;
    assert_eq!(anna.page().field("Фамилия")?.value, person.surname);
    assert!(
        anna.page()
            .field("Я согласен на обработку персональных данных")?
            .checked
    );
    anna.press("Зарегистрироваться").await?;
    at(&anna, "/register/code")?;
    type_code(
        &mut anna,
        &server.outbox().mailbox(&person.phone).code().await?,
    )
    .await?;
    at(&anna, "/register/password")?;

    anna.open("/register").await?;
    anna.fill("Мобильный телефон", &other.phone)?;
    anna.press("Зарегистрироваться").await?;
    at(&anna, "/register/code")?;
    anna.open("/register/password").await?;
    at(&anna, "/register/code")?;
    type_code(
        &mut anna,
        &server.outbox().mailbox(&other.phone).code().await?,
    )
    .await?;
    type_password(&mut anna, &other.password).await?;
    at(&anna, "/register/done")?;
    let mut elsewhere = server.visitor();
    sign_in(&mut elsewhere, &person.phone, &other.password).await?;
    at(&elsewhere, "/login")?;
    sign_in(&mut elsewhere, &other.phone, &other.password).await?;
    at(&elsewhere, "/cabinet")
}

//! Every form sent again: at once, side by side, and by a browser that never took the answer.

use std::collections::BTreeSet;

use trials::journey::{Contacts, at, prove, register, send_form, sign_in, type_form};
use trials::{Person, Server, Setup, Trouble, Visitor, must};

use crate::both::Outcome;

on_both!(
    of_a_registration,
    of_a_link,
    of_a_resumption,
    of_a_sign_in,
    of_a_recovery,
    of_a_new_contact,
    of_a_new_password
);

/// Presses the button in two tabs at once, then once more as if neither answer had come. All lead to the
/// same page, and the browser goes on with whichever it got last.
async fn press_again_and_again(visitor: &mut Visitor, button: &str) -> Outcome {
    let sent = visitor.page().submission(button)?;
    let (mut twin, mut late) = (visitor.clone(), visitor.clone());
    let (first, second) = tokio::join!(visitor.submit(&sent), twin.submit(&sent));
    let (first, second) = (first?, second?);
    let third = late.submit(&sent).await?;
    let answers = [&first, &second, &third];
    let led: BTreeSet<_> = answers
        .iter()
        .map(|answer| (answer.status, answer.location()))
        .collect();
    must(led.len() == 1 && first.status == 303, || {
        format!("«{button}» leads to {led:?}")
    })?;
    // Each of the three browsers can go on from there.
    for (browser, answer) in [(visitor, first), (&mut twin, second), (&mut late, third)] {
        browser.follow(sent.action.clone(), answer).await?;
        must(browser.page().status == 200, || {
            format!("«{button}»: {}", browser.page().text)
        })?;
    }
    Ok(())
}

async fn messages(server: &Server, to: &str) -> Result<usize, Trouble> {
    server.database().wait_for_outbox().await?;
    Ok(server.outbox().to(to).await?.len())
}

async fn of_a_registration(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    type_form(&mut anna, &person, Contacts::Phone).await?;
    press_again_and_again(&mut anna, "Зарегистрироваться").await?;
    at(&anna, "/register/code")?;
    assert_eq!(messages(&server, &person.phone).await?, 1, "codes");
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM draft")
            .await?,
        1
    );
    anna.fill("Код", &server.outbox().mailbox(&person.phone).code().await?)?;
    press_again_and_again(&mut anna, "Подтвердить").await?;
    at(&anna, "/register/password")?;
    anna.fill("Пароль", &person.password)?;
    anna.fill("Повторите пароль", &person.password)?;
    press_again_and_again(&mut anna, "Готово").await?;
    at(&anna, "/register/done")?;
    assert_eq!(
        messages(&server, &person.phone).await?,
        2,
        "the code and the word that all is ready"
    );
    assert_eq!(server.database().accounts().await?, 1);
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM session")
            .await?,
        1
    );
    press_again_and_again(&mut anna, "Выйти").await?;
    at(&anna, "/")
}

async fn of_a_link(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut first, mut second) = (Person::new(), server.visitor(), server.visitor());
    send_form(&mut first, &person, Contacts::Email).await?;
    second
        .open(&server.outbox().mailbox(&person.email).link().await?)
        .await?;
    press_again_and_again(&mut second, "Подтвердить").await?;
    at(&second, "/register/password")?;
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM draft_token")
            .await?,
        2
    );
    Ok(())
}

async fn of_a_resumption(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    prove(
        &mut server.visitor(),
        &server.outbox(),
        &person,
        Contacts::Phone,
    )
    .await?;
    anna.open("/register/resume").await?;
    anna.fill("Телефон или почта", &person.phone)?;
    press_again_and_again(&mut anna, "Продолжить").await?;
    at(&anna, "/register/resume/code")?;
    assert_eq!(
        messages(&server, &person.phone).await?,
        2,
        "one code for each flow"
    );
    let newest = server.outbox().to(&person.phone).await?;
    anna.fill("Код", newest[0].code.as_deref().unwrap_or_default())?;
    press_again_and_again(&mut anna, "Подтвердить").await?;
    at(&anna, "/register/password")
}

/// Two clicks on «Войти» are one sign-in to the owner.
async fn of_a_sign_in(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (
        Person::new(),
        server.visitor().with_agent("Another browser"),
    );
    register(
        &mut server.visitor(),
        &server.outbox(),
        &person,
        Contacts::Phone,
    )
    .await?;
    let before = messages(&server, &person.phone).await?;
    anna.open("/login").await?;
    anna.fill("Логин", &person.phone)?;
    anna.fill("Пароль", &person.password)?;
    press_again_and_again(&mut anna, "Войти").await?;
    at(&anna, "/cabinet")?;
    assert_eq!(messages(&server, &person.phone).await?, before + 1);
    Ok(())
}

async fn of_a_recovery(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(
        &mut server.visitor(),
        &server.outbox(),
        &person,
        Contacts::Phone,
    )
    .await?;
    let before = messages(&server, &person.phone).await?;
    anna.open("/recover").await?;
    anna.fill("Логин", &person.phone)?;
    press_again_and_again(&mut anna, "Продолжить").await?;
    at(&anna, "/recover/code")?;
    assert_eq!(
        messages(&server, &person.phone).await?,
        before + 1,
        "one code"
    );
    let newest = server.outbox().to(&person.phone).await?;
    anna.fill("Код", newest[0].code.as_deref().unwrap_or_default())?;
    press_again_and_again(&mut anna, "Подтвердить").await?;
    anna.fill("Пароль", "Brand-new-9!")?;
    anna.fill("Повторите пароль", "Brand-new-9!")?;
    press_again_and_again(&mut anna, "Готово").await?;
    at(&anna, "/cabinet")?;
    assert_eq!(
        messages(&server, &person.phone).await?,
        before + 2,
        "told once"
    );
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM session")
            .await?,
        1
    );
    Ok(())
}

async fn of_a_new_contact(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, new, mut anna) = (Person::new(), Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    let before = messages(&server, &person.phone).await?;
    anna.open("/cabinet/contacts/phone").await?;
    anna.fill("Мобильный телефон", &new.phone)?;
    anna.fill("Пароль", &person.password)?;
    press_again_and_again(&mut anna, "Продолжить").await?;
    at(&anna, "/cabinet/contacts/phone/code")?;
    assert_eq!(messages(&server, &new.phone).await?, 1);
    anna.fill("Код", &server.outbox().mailbox(&new.phone).code().await?)?;
    press_again_and_again(&mut anna, "Подтвердить").await?;
    at(&anna, "/cabinet")?;
    assert_eq!(
        messages(&server, &person.phone).await?,
        before + 1,
        "the old number is told once"
    );
    assert_eq!(
        server
            .database()
            .number("SELECT COUNT(*) FROM contact")
            .await?,
        1
    );
    Ok(())
}

async fn of_a_new_password(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    let before = messages(&server, &person.phone).await?;
    anna.open("/cabinet/security").await?;
    anna.fill("Текущий пароль", &person.password)?;
    anna.fill("Новый пароль", "Brand-new-9!")?;
    anna.fill("Повторите новый пароль", "Brand-new-9!")?;
    press_again_and_again(&mut anna, "Изменить пароль").await?;
    assert!(anna.page().says("Пароль изменён"), "{}", anna.page().text);
    assert_eq!(messages(&server, &person.phone).await?, before + 1);
    let mut elsewhere = server.visitor();
    sign_in(&mut elsewhere, &person.phone, "Brand-new-9!").await?;
    at(&elsewhere, "/cabinet")
}

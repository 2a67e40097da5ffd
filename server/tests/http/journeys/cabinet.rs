//! Password, sessions and own journal in the cabinet.

use trials::journey::{Contacts, at, register, sign_in};
use trials::{Person, Setup};

use crate::both::Outcome;

const PHONE: &str = "Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0";
const TABLET: &str =
    "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1";

on_both!(
    a_new_password,
    one_session_is_ended,
    all_other_sessions_are_ended,
    every_room_opens
);

async fn a_new_password(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    let mut other = server.visitor().with_agent(PHONE);
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    sign_in(&mut other, &person.phone, &person.password).await?;
    for (current, password, repeat, label) in [
        ("Wrong-1!", "Brand-new-9!", "Brand-new-9!", "Текущий пароль"),
        ("", "Brand-new-9!", "Brand-new-9!", "Текущий пароль"),
        (person.password.as_str(), "short", "short", "Новый пароль"),
        (
            person.password.as_str(),
            "Brand-new-9!",
            "Brand-new-8!",
            "Повторите новый пароль",
        ),
    ] {
        anna.open("/cabinet/security").await?;
        anna.fill("Текущий пароль", current)?;
        anna.fill("Новый пароль", password)?;
        anna.fill("Повторите новый пароль", repeat)?;
        anna.press("Изменить пароль").await?;
        at(&anna, "/cabinet/security")?;
        assert!(
            !anna.page().field(label)?.error.is_empty(),
            "nothing is said about «{label}»"
        );
    }
    anna.fill("Текущий пароль", &person.password)?;
    anna.fill("Новый пароль", "Brand-new-9!")?;
    anna.fill("Повторите новый пароль", "Brand-new-9!")?;
    anna.press("Изменить пароль").await?;
    at(&anna, "/cabinet/security")?;
    assert!(
        anna.page()
            .says("Пароль изменён, остальные сеансы завершены"),
        "{}",
        anna.page().text
    );
    let messages = server.outbox().wait_for(&person.phone, 4).await?;
    assert!(
        messages
            .iter()
            .any(|message| message.text.contains("Пароль учётной записи изменён"))
    );
    other.open("/cabinet").await?;
    at(&other, "/login")?;
    sign_in(&mut other, &person.phone, &person.password).await?;
    at(&other, "/login")?;
    sign_in(&mut other, &person.phone, "Brand-new-9!").await?;
    at(&other, "/cabinet")
}

/// «Завершить» ends the one beside it and no other.
async fn one_session_is_ended(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna) = (Person::new(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    let mut phone = server.visitor().with_agent(PHONE);
    let mut tablet = server.visitor().with_agent(TABLET);
    sign_in(&mut phone, &person.phone, &person.password).await?;
    sign_in(&mut tablet, &person.phone, &person.password).await?;

    anna.open("/cabinet/security").await?;
    let page = anna.page();
    let names = ["Firefox, Android", "Safari, iPad"];
    assert!(names.iter().all(|name| page.says(name)) && page.says("Этот сеанс"));
    let ends = page.submissions("Завершить");
    assert_eq!(ends.len(), 2, "the own session is ended by «Выйти»");
    anna.send(&ends[0]).await?;
    at(&anna, "/cabinet/security")?;
    assert!(anna.page().says("Сеанс завершён"));
    let left: Vec<_> = names
        .into_iter()
        .filter(|name| anna.page().says(name))
        .collect();
    assert_eq!(left.len(), 1);
    for visitor in [&mut phone, &mut tablet] {
        visitor.open("/cabinet/security").await?;
    }
    let signed_in = [phone.route(), tablet.route()].map(|route| route == "/cabinet/security");
    assert_eq!(signed_in, [left[0] == names[0], left[0] == names[1]]);
    // Another citizen's session is none of theirs.
    let (stranger, mut boris) = (Person::new(), server.visitor());
    register(&mut boris, &server.outbox(), &stranger, Contacts::Phone).await?;
    let remaining = anna.page().submissions("Завершить");
    boris.send(&remaining[0]).await?;
    let mut still = if signed_in[0] { phone } else { tablet };
    still.open("/cabinet").await?;
    at(&still, "/cabinet")
}

async fn all_other_sessions_are_ended(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna, mut other) = (Person::new(), server.visitor(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Phone).await?;
    sign_in(&mut other, &person.phone, &person.password).await?;
    anna.open("/cabinet/security").await?;
    anna.press("Завершить остальные сеансы").await?;
    assert!(anna.page().says("Остальные сеансы завершены"));
    other.open("/cabinet").await?;
    at(&other, "/login")?;
    anna.open("/cabinet").await?;
    at(&anna, "/cabinet")
}

/// Tabs say where one is; the journal tells what happened; strangers are sent to sign in.
async fn every_room_opens(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut anna, mut stranger) = (Person::new(), server.visitor(), server.visitor());
    register(&mut anna, &server.outbox(), &person, Contacts::Both).await?;
    for room in [
        "/cabinet",
        "/cabinet/data",
        "/cabinet/feed",
        "/cabinet/notifications",
        "/cabinet/security",
    ] {
        anna.open(room).await?;
        at(&anna, room)?;
        assert!(anna.page().has_button("Выйти"));
        stranger.open(room).await?;
        at(&stranger, "/login")?;
    }
    for tab in ["/cabinet", "/cabinet/feed", "/cabinet/notifications"] {
        anna.open(tab).await?;
        let current = anna
            .page()
            .elements
            .iter()
            .filter(|element| element.get("aria-current").is_some());
        assert_eq!(
            current
                .filter_map(|element| element.get("href"))
                .collect::<Vec<_>>(),
            [tab]
        );
    }
    anna.open("/cabinet/data").await?;
    let own = [
        &person.surname,
        &person.first_name,
        &person.patronymic,
        &person.email,
    ];
    assert!(own.iter().all(|value| anna.page().says(value)) && anna.page().says("Упрощённый"));
    anna.open("/cabinet/security").await?;
    assert!(anna.page().says("Учётная запись создана") && anna.page().says("Дано согласие"));
    Ok(())
}

//! Signing in and out.

use trials::journey::{Contacts, at, register, sign_in};
use trials::{Person, Server, Setup, Trouble, Visitor};

use crate::both::Outcome;

on_both!(
    leads_back,
    fails_with_one_sentence,
    on_a_foreign_computer,
    ends,
    is_delayed_for_strangers_alone
);

/// A registered citizen whose browser is closed and forgotten.
async fn citizen(server: &Server) -> Result<Person, Trouble> {
    let person = Person::new();
    register(
        &mut server.visitor(),
        &server.outbox(),
        &person,
        Contacts::Phone,
    )
    .await?;
    Ok(person)
}

/// To where the citizen was going, through a failure too; only to places of this portal.
async fn leads_back(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let person = citizen(&server).await?;
    let mut anna = server.visitor();
    anna.open("/cabinet/security").await?;
    at(&anna, "/login")?;
    sign_in(&mut anna, &person.phone, "Wrong-1!").await?;
    at(&anna, "/login")?;
    sign_in(&mut anna, &person.phone, &person.password).await?;
    at(&anna, "/cabinet/security")?;
    anna.open("/login").await?;
    at(&anna, "/cabinet")?;

    for stranger in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "/api/logout",
    ] {
        let mut boris = server.visitor();
        boris.open("/login").await?;
        boris.fill("Логин", &person.phone)?;
        boris.fill("Пароль", &person.password)?;
        let press = boris
            .page()
            .submission("Войти")?
            .with("return_to", stranger);
        let answer = boris.submit(&press).await?;
        assert_eq!(
            (answer.status, answer.location()),
            (303, Some("/cabinet")),
            "{stranger}"
        );
    }
    Ok(())
}

/// D-14: nothing tells a wrong password from an unknown login.
async fn fails_with_one_sentence(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let person = citizen(&server).await?;
    let unknown = Person::new();
    let tries = [
        (person.phone.as_str(), "Wrong-1!"),
        (unknown.phone.as_str(), person.password.as_str()),
        (unknown.email.as_str(), "Wrong-1!"),
        ("nobody at all", "Wrong-1!"),
    ];
    for (login, password) in tries {
        let mut anna = server.visitor();
        sign_in(&mut anna, login, password).await?;
        at(&anna, "/login")?;
        let sentence = "Логин или пароль не подошли. Попробуйте ещё раз или восстановите пароль";
        assert!(anna.page().says(sentence), "{}", anna.page().text);
        assert_eq!(anna.page().field("Логин")?.value, login);
        assert_eq!(anna.page().field("Пароль")?.value, "");
        assert!(anna.jar.get("stupeni-session").is_none());
    }
    Ok(())
}

/// Without an age the cookie ends with the browser (P-08).
async fn on_a_foreign_computer(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let person = citizen(&server).await?;
    let session = |visitor: &Visitor| {
        visitor
            .jar
            .get("stupeni-session")
            .map(|cookie| cookie.attributes.clone())
    };

    let mut own = server.visitor();
    sign_in(&mut own, &person.phone, &person.password).await?;
    let attributes = session(&own).unwrap_or_default();
    assert!(
        attributes.contains(&"Max-Age=86400".to_owned()),
        "{attributes:?}"
    );
    own.close_browser();
    own.open("/cabinet").await?;
    at(&own, "/cabinet")?;

    let mut foreign = server.visitor();
    foreign.open("/login").await?;
    foreign.tick("Чужой компьютер")?;
    sign_in(&mut foreign, &person.phone, &person.password).await?;
    at(&foreign, "/cabinet")?;
    let attributes = session(&foreign).unwrap_or_default();
    assert_eq!(attributes, ["Path=/", "HttpOnly", "SameSite=Lax"]);
    assert!(
        foreign.jar.get("stupeni-device").is_none(),
        "a foreign computer is remembered"
    );
    foreign.close_browser();
    foreign.open("/cabinet").await?;
    at(&foreign, "/login")
}

/// «Выйти» ends the session itself, not its cookie alone.
async fn ends(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let person = citizen(&server).await?;
    let mut anna = server.visitor();
    sign_in(&mut anna, &person.phone, &person.password).await?;
    let mut thief = server.visitor();
    let stolen = anna
        .jar
        .get("stupeni-session")
        .map(|cookie| cookie.value.clone());
    thief
        .jar
        .put("stupeni-session", &stolen.unwrap_or_default());
    thief.open("/cabinet").await?;
    at(&thief, "/cabinet")?;
    anna.press("Выйти").await?;
    at(&anna, "/")?;
    thief.open("/cabinet").await?;
    at(&thief, "/login")
}

/// P-06: from the fourth failure on strangers wait, and the owner's own browser does not.
async fn is_delayed_for_strangers_alone(setup: Setup) -> Outcome {
    let server = setup
        .set("limits.enabled", true)
        .set("limits.sign_in_delay_s", 600)
        .start()
        .await?;
    let (person, mut owner) = (Person::new(), server.visitor());
    register(&mut owner, &server.outbox(), &person, Contacts::Phone).await?;
    owner.press("Выйти").await?;
    let mut stranger = server.visitor();
    for failure in 1..=4 {
        sign_in(&mut stranger, &person.phone, "Wrong-1!").await?;
        assert!(
            stranger.page().says("Логин или пароль не подошли"),
            "{}",
            stranger.page().text
        );
        assert_eq!(
            stranger.page().says("ещё раз через"),
            failure == 4,
            "failure {failure}: {}",
            stranger.page().text
        );
    }
    sign_in(&mut stranger, &person.phone, &person.password).await?;
    at(&stranger, "/login")?;
    sign_in(&mut owner, &person.phone, &person.password).await?;
    at(&owner, "/cabinet")
}

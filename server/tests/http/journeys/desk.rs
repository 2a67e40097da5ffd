//! Operators at the desk, from page to page.

use trials::journey::{Contacts, at, register};
use trials::{Operator, Person, Server, Setup, Trouble, Visitor};

use crate::both::Outcome;
use crate::cases::{DENIED, Given, open_case};
use crate::needles::Needles;

const PASSWORD: &str = "Sinitsa-v-rukah-19!";
const REASON: &str = "Сверено с выпиской из реестра";

on_both!(
    a_case_is_decided,
    two_people_decide_against_a_registry,
    the_door_leads_back,
    every_role_has_its_pages,
    the_command_line_says_what_is_wrong,
    nothing_is_left_behind,
);

/// Somebody with a password of their own, signed in.
async fn employee(
    server: &Server,
    login: &str,
    role: &str,
) -> Result<(Operator, Visitor), Trouble> {
    let mut operator = Operator::add(server, login, role).await?;
    let mut visitor = server.visitor();
    operator.begin(&mut visitor, PASSWORD).await?;
    Ok((operator, visitor))
}

/// From the queue to the decision, through everything that can be left out.
async fn a_case_is_decided(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let case = open_case(&server, Given::default()).await?;
    let mut operator = Operator::add(&server, "anna", "specialist").await?;
    let mut anna = server.visitor();
    anna.open("/desk/login").await?;
    anna.press("Войти").await?;
    assert_eq!(
        anna.page().errors(),
        [
            "Укажите логин",
            "Укажите пароль",
            "Введите код из приложения"
        ]
    );
    assert!(anna.page().title.starts_with("Ошибка: "));
    operator.sign_in(&mut anna).await?;
    at(&anna, "/desk/password")?;
    anna.open("/desk").await?;
    at(&anna, "/desk/password")?;
    for password in ["short", PASSWORD] {
        anna.fill("Новый пароль", password)?;
        anna.fill("Повторите новый пароль", password)?;
        anna.press("Сохранить пароль").await?;
    }
    at(&anna, "/desk")?;
    let page = anna.page();
    assert!(
        page.says("anna, специалист") && !page.says("Личный кабинет"),
        "{}",
        page.text
    );
    assert!(page.says("СНИЛС") && page.says("Свободно") && !page.says("Вероника"));
    let sort = page.link("Причина")?.to_owned();
    anna.open(&sort).await?;
    assert!(
        anna.page()
            .elements
            .iter()
            .any(|one| one.get("aria-sort") == Some("ascending"))
    );

    anna.open(&case).await?;
    assert!(!anna.page().has_button("Принять решение"));
    anna.press("Взять в работу").await?;
    anna.press("Показать: Фамилия").await?;
    assert_eq!(anna.page().errors(), ["Выберите один из вариантов"]);
    assert!(!anna.page().source.contains("Рябинина"));
    anna.fill("Зачем: Фамилия", "comparison")?;
    anna.press("Показать: Фамилия").await?;
    at(&anna, &case)?;
    assert!(anna.page().says("Рябинина-Дуб") && !anna.page().source.contains("Вероника"));

    anna.tick("Есть расхождение")?;
    anna.tick("Пол")?;
    anna.fill("Причина решения", "<b>&amp;")?;
    anna.press("Принять решение").await?;
    at(&anna, &case)?;
    let said = "Причина должна быть не короче 10 символов, сейчас 8";
    assert_eq!(anna.page().errors(), [said]);
    assert_eq!(anna.page().field("Причина решения")?.value, "<b>&amp;");
    assert!(anna.page().field("Пол")?.checked && anna.page().field("Есть расхождение")?.checked);
    anna.fill("Причина решения", REASON)?;
    anna.press("Принять решение").await?;
    at(&anna, "/desk")?;
    assert!(anna.page().says("Решение принято, дело закрыто"));
    assert!(anna.page().says("Здесь пусто"));
    anna.open(&case).await?;
    assert!(anna.page().says("Дело закрыто") && !anna.page().has_button("Взять в работу"));
    anna.press("Выйти").await?;
    at(&anna, "/desk/login")
}

async fn two_people_decide_against_a_registry(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let case = open_case(&server, DENIED).await?;
    let (_, mut anna) = employee(&server, "anna", "specialist").await?;
    let (_, mut boris) = employee(&server, "boris", "senior").await?;
    anna.open(&case).await?;
    anna.press("Взять в работу").await?;
    assert!(anna.page().says("когда с ним согласится второй специалист"));
    // Another one cannot have it at the same time.
    boris.open(&case).await?;
    assert!(
        boris.page().says("Другой специалист, ещё") && !boris.page().has_button("Взять в работу")
    );
    anna.tick("Данные верны")?;
    anna.fill("Причина решения", REASON)?;
    anna.press("Принять решение").await?;
    assert!(anna.page().says("ждёт второго специалиста"));
    anna.open(&case).await?;
    assert!(anna.page().says("Вы предложили") && !anna.page().has_button("Взять в работу"));
    boris.open(&case).await?;
    boris.press("Взять в работу").await?;
    assert!(boris.page().says(REASON));
    boris.press("Согласиться").await?;
    assert_eq!(boris.page().errors().len(), 1);
    boris.fill("Причина ответа", REASON)?;
    boris.press("Согласиться").await?;
    at(&boris, "/desk")?;
    assert!(boris.page().says("Решение принято"));
    let done = "SELECT COUNT(*) FROM registry_check WHERE state = 'answered' AND outcome = 'match'";
    assert_eq!(server.database().number(done).await?, 1);
    Ok(())
}

/// A signed-out visitor comes back to where they were going; a citizen in the same browser stays signed in.
async fn the_door_leads_back(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let case = open_case(&server, Given::default()).await?;
    let (mut operator, mut anna) = employee(&server, "anna", "specialist").await?;
    register(&mut anna, &server.outbox(), &Person::new(), Contacts::Phone).await?;
    anna.open("/desk").await?;
    at(&anna, "/desk")?;
    assert!(!anna.page().says("Личный кабинет"), "{}", anna.page().text);
    anna.press("Выйти").await?;
    anna.open("/desk?sort=cause").await?;
    at(&anna, "/desk/login")?;
    operator.sign_in(&mut anna).await?;
    assert_eq!(anna.page().path, "/desk?sort=cause");
    anna.press("Выйти").await?;
    anna.open(&case).await?;
    let mut wrong = operator.clone();
    wrong.password = "Wrong-password-1!".into();
    wrong.sign_in(&mut anna).await?;
    at(&anna, "/desk/login")?;
    assert!(anna.page().says("Логин, пароль или код не подошли"));
    assert_eq!(anna.page().field("Логин")?.value, "anna");
    operator.sign_in(&mut anna).await?;
    at(&anna, &case)?;
    anna.open("/cabinet").await?;
    at(&anna, "/cabinet")?;
    assert!(!anna.page().says("Рабочее место"));
    Ok(())
}

async fn every_role_has_its_pages(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let case = open_case(&server, Given::default()).await?;
    for role in ["operator", "auditor", "administrator"] {
        let (_, mut visitor) = employee(&server, role, role).await?;
        visitor.open(&case).await?;
        let page = visitor.page();
        assert_eq!(page.status, 403, "{role}");
        assert!(page.says("Раздел закрыт для вашей роли") && page.has_button("Выйти"));
        let review = case.rsplit('/').next().unwrap_or_default().to_owned();
        let answer = visitor
            .post("/api/desk/take", &[("review".into(), review)])
            .await?;
        assert_eq!(answer.status, 403, "{role}");
    }
    let (_, mut anna) = employee(&server, "anna", "senior").await?;
    anna.open("/desk/reviews/none").await?;
    assert_eq!(anna.page().status, 404);
    assert!(anna.page().says("Такого дела нет") && !anna.page().says("Личный кабинет"));
    anna.open("/desk/login").await?;
    at(&anna, "/desk")
}

async fn the_command_line_says_what_is_wrong(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    Operator::add(&server, "anna", "specialist").await?;
    for (command, wrong) in [
        ("add --login anna --role senior", "this login is taken"),
        ("add --login An --role senior", "3 to 64 of a-z"),
        ("add --login boris --role boss", "must be one of specialist"),
        ("disable --login boris", "there is no such operator"),
        ("reset --login boris", "there is no such operator"),
    ] {
        let (done, said) = server.run(&format!("operator {command}")).await?;
        assert!(!done && said.contains(wrong), "{command}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let (done, said) = server.run("operator reset --login anna").await?;
    assert!(
        done && said.contains("otpauth://totp/Stupeni:anna?secret="),
        "{said}"
    );
    let (done, said) = server.run("operator disable --login anna").await?;
    assert!(done, "{said}");
    let (_, said) = server.run("operator list").await?;
    assert!(said.contains("anna\tspecialist\tотключён"), "{said}");
    Ok(())
}

/// Neither secrets of operators nor what a citizen has typed, nor what was written about them, is anywhere
/// in the log or in clear in the database.
async fn nothing_is_left_behind(setup: Setup) -> Outcome {
    let server = setup.set("log.filter", "debug").start().await?;
    let case = open_case(&server, DENIED).await?;
    let mut needles = Needles::default();
    let operator = Operator::add(&server, "anna", "specialist").await?;
    needles.add("one-time password", &operator.password);
    needles.add("secret", &operator.totp_secret);
    let (mut operator, mut anna) = (operator, server.visitor());
    operator.begin(&mut anna, PASSWORD).await?;
    anna.open(&case).await?;
    anna.press("Взять в работу").await?;
    for field in ["Фамилия", "Имя", "СНИЛС"] {
        anna.fill(&format!("Зачем: {field}"), "document")?;
        anna.press(&format!("Показать: {field}")).await?;
    }
    assert!(anna.page().says("11223344595"), "{}", anna.page().text);
    anna.tick("Данные верны")?;
    anna.fill("Причина решения", REASON)?;
    anna.press("Принять решение").await?;
    at(&anna, "/desk")?;
    for (name, value) in [
        ("password", PASSWORD),
        ("surname", "Рябинина-Дуб"),
        ("first name", "Вероника"),
        ("number", "11223344595"),
        ("reason", REASON),
    ] {
        needles.add(name, value);
    }
    for (name, cookie) in &anna.set_cookies {
        if !cookie.value.is_empty() {
            needles.add(&format!("cookie {name}"), &cookie.value);
        }
    }
    let log = server.log().lines().join("\n");
    assert_eq!(needles.found_in(log.as_bytes()), None, "in the log");
    for (table, rows) in server.database().snapshot().await? {
        let found = needles.found_in(rows.join("\n").as_bytes());
        assert_eq!(found, None, "in table {table}");
    }
    assert_eq!(server.log().errors(), Vec::<String>::new());
    Ok(())
}

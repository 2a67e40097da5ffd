//! A citizen with a visit code and the operator before them, from page to page.

use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use trials::journey::{Contacts, at, register};
use trials::{Answer, Operator, Person, Server, Setup, Trouble, Visitor, file};

use crate::both::Outcome;
use crate::needles::Needles;

const PASSWORD: &str = "Sinitsa-v-rukah-19!";

on_both!(
    a_sheet_is_for_one_operator_and_a_living_code,
    papers_are_for_whom_they_are,
    what_is_read_is_in_the_journal_and_nothing_in_the_log,
    scans_are_added_by_who_has_compared,
);

async fn employee(server: &Server, login: &str, role: &str) -> Result<Visitor, Trouble> {
    let mut visitor = server.visitor();
    let mut operator = Operator::add(server, login, role).await?;
    operator.begin(&mut visitor, PASSWORD).await?;
    Ok(visitor)
}

/// An operator who has said where they work.
async fn clerk(server: &Server, login: &str) -> Result<Visitor, Trouble> {
    let mut visitor = employee(server, login, "operator").await?;
    at(&visitor, "/desk/visits")?;
    visitor.open("/desk/registration").await?;
    at(&visitor, "/desk/workplace")?;
    visitor.press("Сохранить рабочее место").await?;
    assert_eq!(visitor.page().errors().len(), 1, "a place has to be chosen");
    visitor.fill("Центр обслуживания", "tver-mfc-1")?;
    visitor.press("Сохранить рабочее место").await?;
    at(&visitor, "/desk/visits")?;
    Ok(visitor)
}

/// A citizen who has chosen the way of the centre, and their code.
async fn citizen(server: &Server) -> Result<(Person, Visitor, String), Trouble> {
    let (person, mut visitor) = (Person::new(), server.visitor());
    register(&mut visitor, &server.outbox(), &person, Contacts::Phone).await?;
    visitor.open("/cabinet/identity").await?;
    visitor
        .press("Выбрать: лично в центре обслуживания")
        .await?;
    let source = &visitor.page().source;
    let sign = source.split_once("visit__sign\">");
    let code = sign.and_then(|(_, rest)| rest.split_once('<'));
    let code = code.map(|(code, _)| code.to_owned());
    let code = code.ok_or_else(|| Trouble::wrong("no code is shown"))?;
    Ok((person, visitor, code))
}

async fn look_up(clerk: &mut Visitor, code: &str) -> Result<String, Trouble> {
    clerk.open("/desk/visits").await?;
    clerk.fill("Код визита", code)?;
    clerk.press("Найти по коду").await?;
    Ok(clerk.route().to_owned())
}

async fn a_sheet_is_for_one_operator_and_a_living_code(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (person, mut own, code) = citizen(&server).await?;
    let mut anna = clerk(&server, "anna").await?;
    assert_eq!(look_up(&mut anna, "2222-2222").await?, "/desk/visits");
    let page = anna.page();
    assert_eq!(page.errors().len(), 1, "{}", page.text);
    assert_eq!(page.field("Код визита")?.value, "2222-2222");
    let reception = look_up(&mut anna, &code).await?;
    assert!(reception.starts_with("/desk/visits/"), "{reception}");
    assert!(anna.page().says(&person.surname), "{}", anna.page().text);
    // What is typed is kept, whatever is missing.
    anna.fill("Место рождения в документе", "г. Примерск")?;
    anna.press("Подтвердить личность").await?;
    assert!(anna.page().title.starts_with("Ошибка: "));
    assert!(anna.page().errors().len() > 5, "{}", anna.page().text);
    assert_eq!(
        anna.page().field("Место рождения в документе")?.value,
        "г. Примерск"
    );
    // Nobody else comes to it.
    let mut boris = clerk(&server, "boris").await?;
    let answer = boris.get(&reception).await?;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.text().contains(&person.surname));
    for (login, role) in [
        ("egor", "auditor"),
        ("zoya", "administrator"),
        ("dina", "specialist"),
    ] {
        let mut other = employee(&server, login, role).await?;
        let answer = other.get(&reception).await?;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role}");
        assert!(!answer.text().contains(&person.surname));
    }
    let answer = server.visitor().get(&reception).await?;
    let door = format!("/desk/login?return_to={reception}");
    assert_eq!(answer.location(), Some(door.as_str()));
    // The way is given up: its code leads nowhere any more.
    own.open("/cabinet/identity").await?;
    own.press("Отменить способ: лично в центре обслуживания")
        .await?;
    assert!(own.page().says("Вы отменили этот способ"));
    assert_eq!(look_up(&mut boris, &code).await?, "/desk/visits");
    Ok(())
}

async fn papers_are_for_whom_they_are(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (_, mut own, code) = citizen(&server).await?;
    for paper in ["visit-sheet.pdf", "application.pdf", "certificate.pdf"] {
        let path = format!("/cabinet/identity/{paper}");
        let answer = own.get(&path).await?;
        assert_eq!(answer.status, StatusCode::OK, "{paper}");
        assert_eq!(answer.header("content-type"), Some("application/pdf"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let stranger = server.visitor().get(&path).await?;
        assert_ne!(stranger.status, StatusCode::OK, "{paper}");
    }
    assert_eq!(
        own.get("/cabinet/identity/other.pdf").await?.status,
        StatusCode::NOT_FOUND
    );
    let mut anna = clerk(&server, "anna").await?;
    let reception = look_up(&mut anna, &code).await?;
    for paper in ["certificate.pdf", "handed.pdf", "other.pdf"] {
        let answer = anna.get(&format!("{reception}/{paper}")).await?;
        assert_eq!(
            answer.status,
            StatusCode::NOT_FOUND,
            "{paper} is not there yet"
        );
    }
    Ok(())
}

async fn what_is_read_is_in_the_journal_and_nothing_in_the_log(setup: Setup) -> Outcome {
    let server = setup.set("log.filter", "debug").start().await?;
    let (person, _, code) = citizen(&server).await?;
    let mut anna = clerk(&server, "anna").await?;
    look_up(&mut anna, &code).await?;
    anna.tick("Документ недействителен")?;
    anna.fill("Объяснение для гражданина", "В паспорте нет фотографии")?;
    anna.press("Отказать").await?;
    assert!(anna.page().says("Отказ записан"), "{}", anna.page().text);
    let mut vera = employee(&server, "vera", "auditor").await?;
    vera.open("/desk/journal?operator=anna").await?;
    let page = vera.page();
    assert!(
        page.says("Открыты данные гражданина на приёме"),
        "{}",
        page.text
    );
    assert!(
        page.says("Отказано в подтверждении личности"),
        "{}",
        page.text
    );
    assert!(!page.source.contains(&person.surname) && !page.source.contains("фотографии"));
    let mut needles = Needles::default();
    needles.add("surname", &person.surname);
    needles.add("code", &code);
    needles.add("reason", "В паспорте нет фотографии");
    let log = server.log().lines().join("\n");
    assert_eq!(needles.found_in(log.as_bytes()), None);
    Ok(())
}

/// Sends a file for a reception as a browser without scripts does.
async fn scan(clerk: &mut Visitor, page: &str, bytes: Vec<u8>) -> Result<Answer, Trouble> {
    let id = page.rsplit('/').next().unwrap_or_default();
    let form = Form::new()
        .text("return_to", page.to_owned())
        .part("file", Part::bytes(bytes).file_name("passport.jpg"));
    let request = clerk.request(Method::POST, &format!("/uploads/{id}"));
    let request = request.multipart(form);
    clerk
        .take(request.header("sec-fetch-site", "same-origin"))
        .await
}

async fn scans_are_added_by_who_has_compared(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (_, mut own, code) = citizen(&server).await?;
    let mut anna = clerk(&server, "anna").await?;
    let page = look_up(&mut anna, &code).await?;
    assert!(!anna.page().says("Сканы документов"));
    let picture = || file::jpeg(20, 10, 6, "55.75N");
    let answer = scan(&mut anna, &page, picture()).await?;
    let door = Some("/login");
    assert_eq!(answer.location(), door, "an operator adds nothing before");
    anna.tick("Документ недействителен")?;
    anna.fill("Объяснение для гражданина", "В паспорте нет фотографии")?;
    anna.press("Отказать").await?;
    scan(&mut anna, &page, b"no picture".to_vec()).await?;
    anna.open(&page).await?;
    assert_eq!(anna.page().errors().len(), 1, "{}", anna.page().text);
    assert_eq!(
        scan(&mut anna, &page, picture()).await?.location(),
        Some(page.as_str())
    );
    anna.open(&page).await?;
    assert!(anna.page().says("passport.jpg"), "{}", anna.page().text);
    // Nobody else adds to it, not even the citizen.
    let mut boris = clerk(&server, "boris").await?;
    assert_eq!(scan(&mut boris, &page, picture()).await?.location(), door);
    let answer = scan(&mut own, &page, picture()).await?;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let database = server.database();
    assert_eq!(database.number("SELECT COUNT(*) FROM upload").await?, 1);
    let mut vera = employee(&server, "vera", "auditor").await?;
    vera.open("/desk/journal?operator=anna").await?;
    assert!(vera.page().says("Файл загружен"), "{}", vera.page().text);
    anna.press("Удалить: passport.jpg").await?;
    assert!(!anna.page().says("passport.jpg"));
    Ok(())
}

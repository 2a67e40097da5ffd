//! The desk's sections beside the cases: the journal, the operators.

use serde_json::json;
use trials::journey::at;
use trials::{Operator, Page, Server, Setup, Trouble, Visitor};

use crate::both::Outcome;
use crate::cases::{Given, open_case};
use crate::needles::Needles;

const PASSWORD: &str = "Sinitsa-v-rukah-19!";

on_both!(
    an_auditor_reads_the_journal,
    an_administrator_adds_an_operator,
    an_administrator_changes_a_centre,
    every_role_finds_its_sections,
);

async fn employee(server: &Server, login: &str, role: &str) -> Result<Visitor, Trouble> {
    let mut visitor = server.visitor();
    let mut operator = Operator::add(server, login, role).await?;
    operator.begin(&mut visitor, PASSWORD).await?;
    Ok(visitor)
}

/// Names of the sections, the current one marked.
fn sections(page: &Page) -> Vec<(String, bool)> {
    let links = page
        .elements
        .iter()
        .filter(|one| one.name == "a" && one.get("class") == Some("header__link"));
    links
        .map(|link| {
            let path = link.get("href").unwrap_or_default().to_owned();
            (path, link.get("aria-current") == Some("page"))
        })
        .collect()
}

async fn an_auditor_reads_the_journal(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let case = open_case(&server, Given::default()).await?;
    let mut anna = employee(&server, "anna", "specialist").await?;
    anna.open(&case).await?;
    anna.press("Взять в работу").await?;
    anna.fill("Зачем: Фамилия", "comparison")?;
    anna.press("Показать: Фамилия").await?;
    let mut vera = employee(&server, "vera", "auditor").await?;
    at(&vera, "/desk/journal")?;
    assert_eq!(vera.page().status, 200);
    vera.fill("Сотрудник", "anna")?;
    vera.fill("Событие", "value_revealed")?;
    vera.press("Показать").await?;
    at(&vera, "/desk/journal")?;
    let page = vera.page();
    assert!(
        page.says("Показано значение")
            && page.says("поле: Фамилия; зачем: Сверить с ответом реестра; реестр: СНИЛС"),
        "{}",
        page.text
    );
    assert!(!page.says("Дело взято в работу, №") && !page.source.contains("Рябинина"));
    assert_eq!(page.field("Сотрудник")?.value, "anna");
    assert_eq!(page.field("Событие")?.value, "value_revealed");
    assert!(page.path.contains("operator=anna") && page.path.contains("event=value_revealed"));

    vera.fill("Номер учётной записи", "000000000000")?;
    vera.fill("С", "2026-02-30")?;
    vera.press("Показать").await?;
    let said = [
        "Учётной записи с таким номером нет",
        "Укажите день, например 17.03.2026",
    ];
    assert_eq!(vera.page().errors(), said);
    assert!(vera.page().title.starts_with("Ошибка: "));
    assert_eq!(
        vera.page().field("Номер учётной записи")?.value,
        "000000000000"
    );

    vera.open("/desk/journal?from=17.03.2026").await?;
    assert_eq!(vera.page().field("С")?.value, "2026-03-17");
    assert!(vera.page().says("Цепочку ещё не проверяли"));
    vera.press("Проверить цепочку").await?;
    at(&vera, "/desk/journal")?;
    assert!(vera.page().says("Цепочка цела"), "{}", vera.page().text);
    // Older than everything: an empty page that leads back.
    vera.open("/desk/journal?before=1").await?;
    assert!(vera.page().says("Таких записей нет"));
    let newest = vera.page().link("К новым записям")?.to_owned();
    assert_eq!(newest, "/desk/journal");
    Ok(())
}

/// The text behind a term of the page's list.
fn value(page: &Page, term: &str) -> String {
    let rest = page.text.split_once(term).map_or("", |(_, rest)| rest);
    rest.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

async fn an_administrator_adds_an_operator(setup: Setup) -> Outcome {
    let server = setup.set("log.filter", "debug").start().await?;
    let mut boss = employee(&server, "boss", "administrator").await?;
    at(&boss, "/desk/operators")?;
    boss.fill("Логин", "Anna")?;
    boss.press("Добавить сотрудника").await?;
    assert_eq!(boss.page().errors().len(), 2, "{}", boss.page().text);
    assert_eq!(boss.page().field("Логин")?.value, "Anna");
    boss.fill("Логин", "anna")?;
    boss.fill("Роль", "auditor")?;
    boss.fill("Центр (необязательно)", "tver-mfc-1")?;
    let sent = boss.page().submission("Добавить сотрудника")?;
    let answer = boss.submit(&sent).await?;
    assert_eq!(
        (answer.status, answer.header("cache-control")),
        (200, Some("no-store"))
    );
    assert_eq!(answer.header("set-cookie"), None);
    let page = answer.page("/desk/operators");
    let (password, secret) = (
        value(&page, "Одноразовый пароль "),
        value(&page, "Ключ приложения "),
    );
    assert!(page.source.contains("class=\"qr\""));
    assert!(
        page.link("ссылкой на этом устройстве")?
            .starts_with("otpauth://totp/Stupeni:anna?")
    );
    assert_eq!((password.len(), secret.len()), (23, 32), "{}", page.text);
    let again = boss.submit(&sent).await?;
    assert_eq!(again.status, 303, "the login is taken");

    let operator = json!({ "login": "anna", "password": password, "totp_secret": secret });
    let operator: Result<Operator, _> = serde_json::from_value(operator);
    let mut operator = operator.map_err(|error| Trouble::wrong(error.to_string()))?;
    let mut anna = server.visitor();
    operator.begin(&mut anna, PASSWORD).await?;
    at(&anna, "/desk/journal")?;

    // What was shown once is nowhere.
    let mut needles = Needles::default();
    needles.add("one-time password", &password);
    needles.add("secret", &secret);
    boss.open("/desk/operators/anna").await?;
    let page = boss.page();
    assert!(
        page.says("Действует") && page.says("Тверь"),
        "{}",
        page.text
    );
    assert_eq!(
        needles.found_in(page.source.as_bytes()),
        None,
        "on the page"
    );
    let log = server.log().lines().join("\n");
    assert_eq!(needles.found_in(log.as_bytes()), None, "in the log");
    for (table, rows) in server.database().snapshot().await? {
        assert_eq!(
            needles.found_in(rows.join("\n").as_bytes()),
            None,
            "in table {table}"
        );
    }

    assert_eq!(server.log().errors(), Vec::<String>::new());
    places_and_ends(&mut boss, &mut anna).await
}

/// What else an administrator does about an operator who is signed in.
async fn places_and_ends(boss: &mut Visitor, anna: &mut Visitor) -> Outcome {
    boss.fill("Центр (необязательно)", "")?;
    boss.press("Сохранить центр").await?;
    assert!(boss.page().says("Место работы сохранено") && boss.page().says("Не указан"));
    boss.press("Новый одноразовый пароль").await?;
    assert!(boss.page().says("показаны один раз"));
    anna.open("/desk/journal").await?;
    at(anna, "/desk/login")?;
    boss.open("/desk/operators/anna").await?;
    boss.press("Отключить").await?;
    assert!(
        boss.page().says("Сотрудник отключён")
            && boss.page().has_button("Включить с новым паролем")
    );
    boss.open("/desk/operators/boss").await?;
    assert!(boss.page().says("Это вы") && !boss.page().has_button("Отключить"));
    boss.open("/desk/operators/nobody").await?;
    assert_eq!(boss.page().status, 404);
    Ok(())
}

async fn an_administrator_changes_a_centre(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let mut boss = employee(&server, "boss", "administrator").await?;
    boss.open("/desk/centres").await?;
    boss.fill("Город, название или адрес", "ТВЕРЬ мфц")?;
    boss.press("Найти").await?;
    at(&boss, "/desk/centres")?;
    assert!(boss.page().says("Тверь") && !boss.page().says("Абакан"));
    boss.open("/desk/centres/tver-mfc-1").await?;
    boss.fill("Название", "МФЦ у моста")?;
    boss.fill("Вторник", "с утра")?;
    boss.fill("Окна", "сто")?;
    boss.press("Сохранить центр").await?;
    let page = boss.page();
    assert_eq!(
        (page.status, page.errors().len()),
        (422, 2),
        "{}",
        page.text
    );
    assert!(page.title.starts_with("Ошибка: ") && page.says("boss, администратор"));
    assert_eq!(page.field("Название")?.value, "МФЦ у моста");
    assert_eq!(page.field("Вторник")?.value, "с утра");
    boss.fill("Вторник", "9:00–20:00, перерыв 13:00–14:00")?;
    boss.fill("Окна", "7")?;
    boss.press("Сохранить центр").await?;
    at(&boss, "/desk/centres/tver-mfc-1")?;
    assert!(boss.page().says("Центр сохранён"), "{}", boss.page().text);
    assert_eq!(boss.page().field("Окна")?.value, "7");

    let mut citizen = server.visitor();
    citizen.open("/centres?town=Тверь").await?;
    assert!(citizen.page().says("МФЦ у моста"));
    boss.tick("Скрыть центр")?;
    boss.press("Сохранить центр").await?;
    citizen.open("/centres?town=Тверь").await?;
    assert!(!citizen.page().says("МФЦ у моста"));

    boss.open("/desk/centres/_new").await?;
    boss.press("Сохранить центр").await?;
    let said = boss.page().errors();
    assert_eq!(said.len(), 7, "{said:?}");
    assert_eq!(boss.page().status, 422);
    let answer = citizen.post("/api/desk/centres/save", &[]).await?;
    assert_eq!(
        answer.location(),
        Some("/desk/login?return_to=/desk/centres")
    );
    assert_eq!(server.log().errors(), Vec::<String>::new());
    Ok(())
}

async fn every_role_finds_its_sections(setup: Setup) -> Outcome {
    let server = setup.start().await?;
    let (cases, serving) = (vec!["/desk"], vec!["/desk/visits", "/desk/registration"]);
    let (journal, keeping) = (
        vec!["/desk/journal"],
        vec!["/desk/operators", "/desk/centres"],
    );
    for (role, open) in [
        ("specialist", cases.clone()),
        ("operator", serving.clone()),
        ("senior", [cases, serving, journal.clone()].concat()),
        ("auditor", journal),
        ("administrator", keeping),
    ] {
        let mut visitor = employee(&server, role, role).await?;
        let first = visitor.get("/desk").await?;
        let to = first.location().unwrap_or("/desk").to_owned();
        assert_eq!(to, open[0], "{role}");
        // One of them is this role's, the others are closed.
        for path in [
            "/desk/reviews/none",
            "/desk/journal",
            "/desk/operators",
            "/desk/operators/none",
            "/desk/centres",
            "/desk/centres/none",
        ] {
            visitor.open(path).await?;
            let section = path.trim_end_matches("/none").trim_end_matches("/reviews");
            let page = visitor.page();
            let expected = match open.contains(&section) {
                true if path.ends_with("/none") => 404,
                true => 200,
                false => 403,
            };
            assert_eq!(page.status, expected, "{role} at {path}");
            let seen = sections(page);
            let links: Vec<_> = seen.iter().map(|(path, _)| path.as_str()).collect();
            assert_eq!(links, open, "{role} at {path}");
            let current: Vec<_> = seen.iter().filter(|(_, current)| *current).collect();
            assert_eq!(
                current.len(),
                usize::from(expected != 403),
                "{role} at {path}"
            );
        }
        if role != "administrator" {
            for path in [
                "/api/desk/operators/add",
                "/api/desk/operators/reset",
                "/api/desk/operators/disable",
                "/api/desk/operators/place",
                "/api/desk/centres/save",
            ] {
                let fields = [
                    ("login".into(), "boss".into()),
                    ("role".into(), "senior".into()),
                ];
                let answer = visitor.post(path, &fields).await?;
                assert_eq!(answer.status, 403, "{role} at {path}");
            }
        }
    }
    let mut stranger = server.visitor();
    let fields = [("login".into(), "boss".into())];
    let answer = stranger.post("/api/desk/operators/add", &fields).await?;
    assert_eq!(
        answer.location(),
        Some("/desk/login?return_to=/desk/operators")
    );
    let foreign = stranger
        .request(reqwest::Method::POST, "/api/desk/operators/add")
        .header("sec-fetch-site", "cross-site")
        .form(&fields);
    assert_eq!(stranger.take(foreign).await?.status, 403);
    Ok(())
}

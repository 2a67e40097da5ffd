//! Nobody who gets hold of the logs or the database learns anything about anybody.

use std::path::Path;

use trials::journey::{Contacts, at, register, sign_in, type_code, type_password};
use trials::{Person, Sandbox, Server, Setup, Trouble, Visitor};

use crate::both::Outcome;
use crate::needles::Needles;

on_both!(a_whole_life_leaves_no_trace);

/// Everything a citizen can type, right and wrong, through every form; then none of it is anywhere but
/// in the messages that were sent.
async fn a_whole_life_leaves_no_trace(setup: Setup) -> Outcome {
    let sandbox = Sandbox::start().await?;
    let setup = setup
        .set("codes.resend_after_s", 0)
        .set("log.filter", "debug");
    let mut server = setup.beside(&sandbox).start().await?;
    let mut needles = live(&server).await?;
    server.database().wait_for_outbox().await?;

    // The search finds what is there: the world outside knows the contacts.
    let outside = files(sandbox.folder())?;
    assert!(needles.found_in(&outside).is_some(), "the search is blind");

    assert_eq!(
        needles.found_in(server.log().lines().join("\n").as_bytes()),
        None,
        "in the log"
    );
    assert!(server.log().lines().len() > 50, "there is hardly a log");
    for (table, rows) in server.database().snapshot().await? {
        assert_eq!(
            needles.found_in(rows.join("\n").as_bytes()),
            None,
            "in table {table}"
        );
    }
    // Files of the embedded database with its WAL, while it runs and after it has ended.
    assert_eq!(
        needles.found_in(&files(&server.data())?),
        None,
        "in the data folder"
    );
    server.stop().await?;
    assert_eq!(
        needles.found_in(&files(&server.data())?),
        None,
        "in the data folder at rest"
    );
    // The key file is not what the search stumbled over: the values themselves would be found.
    needles.add(
        "master key",
        std::fs::read_to_string(server.data().join("master.key"))?.trim(),
    );
    assert!(needles.found_in(&files(&server.data())?).is_some());
    Ok(())
}

/// Registration, failures, sign-in, recovery, new contacts; what was typed and what was handed out.
async fn live(server: &Server) -> Result<Needles, Trouble> {
    let (person, new, mut anna) = (Person::new(), Person::new(), server.visitor());
    let outbox = server.outbox();
    anna.open("/register").await?;
    anna.fill("Фамилия", &new.surname)?;
    anna.fill("Электронная почта", "neverconfirmed@@mail.example")?;
    anna.press("Зарегистрироваться").await?;
    register(&mut anna, &outbox, &person, Contacts::Both).await?;
    anna.open("/cabinet").await?;
    anna.press("Подтвердить почту").await?;
    let code = outbox.mailbox(&person.email).code().await?;
    type_code(&mut anna, &code).await?;
    at(&anna, "/cabinet")?;
    for room in app::routes() {
        anna.open(&room.with("none")).await?;
    }
    anna.open("/cabinet").await?;
    anna.press("Выйти").await?;
    sign_in(&mut anna, &person.email, "Mistyped-secret-5!").await?;
    sign_in(&mut anna, &person.password, "Login-and-password-swapped-5!").await?;
    anna.open(&format!("/nowhere/{}?q={}", person.password, person.email))
        .await?;

    anna.open("/recover").await?;
    anna.fill("Логин", &person.email)?;
    let before = outbox.wait_for(&person.email, 1).await?.len();
    anna.press("Продолжить").await?;
    let letter = outbox
        .wait_for(&person.email, before + 1)
        .await?
        .swap_remove(0);
    anna.open(letter.link.as_deref().unwrap_or_default())
        .await?;
    anna.press("Подтвердить").await?;
    at(&anna, "/recover/password")?;
    type_password(&mut anna, &new.password).await?;
    at(&anna, "/cabinet")?;
    anna.open("/cabinet/contacts/phone").await?;
    anna.fill("Мобильный телефон", &new.phone)?;
    anna.fill("Пароль", &new.password)?;
    anna.press("Продолжить").await?;
    type_code(&mut anna, &outbox.mailbox(&new.phone).code().await?).await?;
    at(&anna, "/cabinet")?;
    Ok(typed_and_given(
        &person,
        &new,
        &anna,
        letter.link.as_deref(),
    ))
}

fn typed_and_given(
    person: &Person,
    new: &Person,
    visitor: &Visitor,
    link: Option<&str>,
) -> Needles {
    let mut needles = Needles::default();
    for person in [person, new] {
        needles.add("surname", &person.surname);
        needles.add("phone", &person.phone);
        needles.add("phone without plus", &person.phone[1..]);
        needles.add("phone as at home", &person.phone[2..]);
        needles.add("e-mail", &person.email);
        needles.add(
            "local part",
            person.email.split('@').next().unwrap_or_default(),
        );
        needles.add("password", &person.password);
    }
    needles.add("first name", &person.first_name);
    needles.add("patronymic", &person.patronymic);
    needles.add("refused e-mail", "neverconfirmed");
    needles.add("mistyped password", "Mistyped-secret-5!");
    needles.add("swapped password", "Login-and-password-swapped-5!");
    let token = link.and_then(|link| link.rsplit('/').next());
    needles.add("token of a link", token.unwrap_or_default());
    for (name, cookie) in &visitor.set_cookies {
        if !cookie.value.is_empty() {
            needles.add(&format!("cookie {name}"), &cookie.value);
        }
    }
    needles
}

/// Everything in a folder and in those below it, file after file.
fn files(folder: &Path) -> Result<Vec<u8>, Trouble> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else {
            all.extend(std::fs::read(path)?);
        }
        all.push(b'\n');
    }
    Ok(all)
}

/// Cells that belong elsewhere cannot be opened: the pages that need them are refused, and never show
/// what is somebody else's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn swapped_cells_are_unreadable() -> Outcome {
    let server = Setup::new().start().await?;
    let (anna, boris) = (Person::new(), Person::new());
    let (mut first, mut second) = (server.visitor(), server.visitor());
    register(&mut first, &server.outbox(), &anna, Contacts::Both).await?;
    register(&mut second, &server.outbox(), &boris, Contacts::Both).await?;
    let swaps = [
        ("attribute", "value", "name = 'surname'"),
        ("attribute", "value", "name = 'patronymic'"),
        ("contact", "value", "kind = 'phone'"),
        ("account", "data_key", "1 = 1"),
        ("session", "origin", "1 = 1"),
    ];
    for (table, column, which) in swaps {
        for visitor in [&mut first, &mut second] {
            visitor.open("/cabinet/data").await?;
            at(visitor, "/cabinet/data")?;
        }
        swap(&server, table, column, which).await?;
        let page = if table == "session" {
            "/cabinet/security"
        } else {
            "/cabinet/data"
        };
        for (visitor, other) in [(&mut first, &boris), (&mut second, &anna)] {
            visitor.open(page).await?;
            assert_eq!(
                visitor.page().status,
                503,
                "{table}.{column}: {}",
                visitor.page().text
            );
            for value in [
                &other.surname,
                &other.first_name,
                &other.patronymic,
                &other.phone,
                &other.email,
            ] {
                assert!(
                    !visitor.page().source.contains(value.as_str()),
                    "{table}.{column} of somebody else"
                );
            }
        }
        swap(&server, table, column, which).await?;
    }
    Ok(())
}

/// Two drafts whose contents were exchanged.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn swapped_drafts_are_unreadable() -> Outcome {
    let server = Setup::new().start().await?;
    let (anna, boris) = (Person::new(), Person::new());
    let (mut first, mut second) = (server.visitor(), server.visitor());
    trials::journey::send_form(&mut first, &anna, Contacts::Phone).await?;
    trials::journey::send_form(&mut second, &boris, Contacts::Phone).await?;
    swap(&server, "draft", "payload", "1 = 1").await?;
    for (visitor, other) in [(&mut first, &boris), (&mut second, &anna)] {
        visitor.open("/register").await?;
        assert_eq!(visitor.page().status, 503, "{}", visitor.page().text);
        assert!(!visitor.page().source.contains(&other.surname));
    }
    swap(&server, "draft", "payload", "1 = 1").await?;
    first.open("/register").await?;
    assert_eq!(first.page().field("Фамилия")?.value, anna.surname);
    Ok(())
}

/// Exchanges the cells of the two rows that fit.
async fn swap(server: &Server, table: &str, column: &str, which: &str) -> Outcome {
    let statements = [
        format!(
            "CREATE TEMP TABLE two AS SELECT rowid AS id, {column} AS cell FROM {table} WHERE {which}"
        ),
        format!(
            "UPDATE {table} SET {column} = (SELECT cell FROM two WHERE id <> {table}.rowid) \
             WHERE rowid IN (SELECT id FROM two) AND (SELECT COUNT(*) FROM two) = 2"
        ),
    ];
    assert_eq!(
        server.database().tamper(&statements).await?,
        2,
        "{table} has other rows than the two"
    );
    Ok(())
}

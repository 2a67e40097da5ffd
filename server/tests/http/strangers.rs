//! Nothing tells a stranger whether a contact is registered: text, status, header names and values, and
//! the rows that are written.

use std::collections::BTreeMap;

use trials::journey::{Contacts, register};
use trials::{Answer, Page, Person, Server, Setup, Submission, Trouble, Visitor};

use crate::both::Outcome;

on_both!(registering, recovering, resuming, signing_in);

/// Long and uneven times, so that a second more or less changes no word on a page.
fn unhurried(setup: Setup) -> Setup {
    setup
        .set("codes.lifetime_s", 1_230)
        .set("codes.resend_after_s", 930)
}

/// What a stranger sees, answer by answer, and how many rows each table grew by.
#[derive(Debug, Default, PartialEq)]
struct Seen {
    answers: Vec<String>,
    rows: BTreeMap<String, i64>,
}

/// A stranger who writes down everything.
struct Stranger {
    visitor: Visitor,
    seen: Seen,
}

impl Stranger {
    /// Sends a form and opens where it leads, both noted.
    async fn send(&mut self, sent: &Submission) -> Result<Page, Trouble> {
        let answer = self.visitor.submit(sent).await?;
        let to = answer.location().unwrap_or_default().to_owned();
        self.seen.answers.push(without_chance(&answer));
        let shown = self.visitor.get(&to).await?;
        self.seen.answers.push(without_chance(&shown));
        Ok(shown.page(&to))
    }

    async fn page(&mut self, path: &str) -> Result<Page, Trouble> {
        Ok(self.visitor.get(path).await?.page(path))
    }
}

/// The answer as text, with what is random or tells the time made equal.
fn without_chance(answer: &Answer) -> String {
    let mut headers: Vec<String> = answer
        .headers
        .iter()
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            match name.as_str() {
                "date" | "x-request-id" => format!("{name}: {}", value.len()),
                "set-cookie" => {
                    let (pair, attributes) = value.split_once(';').unwrap_or((&value, ""));
                    let (cookie, secret) = pair.split_once('=').unwrap_or((pair, ""));
                    format!("{name}: {cookie} of {} signs;{attributes}", secret.len())
                }
                _ => format!("{name}: {value}"),
            }
        })
        .collect();
    headers.sort();
    let all = format!(
        "{}\n{}\n\n{}",
        answer.status,
        headers.join("\n"),
        answer.text()
    );
    let nonce = all
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next());
    masked(&nonce.map_or(all.clone(), |nonce| all.replace(nonce, "NONCE")))
}

/// Ends where two texts part, with what stands there.
fn assert_same(free: &str, taken: &str) {
    let pairs = free.char_indices().zip(taken.chars());
    let parted = pairs
        .into_iter()
        .find(|((_, one), other)| one != other)
        .map(|((place, _), _)| place);
    let place = parted.unwrap_or(free.len().min(taken.len()));
    let around = |text: &str| {
        let before = text[..place].chars().rev().take(60).collect::<Vec<_>>();
        let before: String = before.into_iter().rev().collect();
        format!(
            "{before}>>>{}",
            text[place..].chars().take(60).collect::<String>()
        )
    };
    assert!(
        free == taken,
        "a stranger sees\n  {}\ninstead of\n  {}",
        around(taken),
        around(free)
    );
}

/// Tokens and numbers, each put in one form.
fn masked(text: &str) -> String {
    let is_token = |sign: char| sign.is_ascii_alphanumeric() || "-_+/".contains(sign);
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|sign| !is_token(sign)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // Form ids have 43 signs; no word of a page has.
        let chance = word.len() == 43;
        if chance {
            out.push('*');
        } else {
            word.chars()
                .for_each(|sign| out.push(if sign.is_ascii_digit() { '#' } else { sign }));
        }
        let mut signs = after.chars();
        out.extend(signs.next());
        rest = signs.as_str();
    }
    out
}

async fn row_counts(server: &Server) -> Result<BTreeMap<String, i64>, Trouble> {
    let snapshot = server.database().snapshot().await?;
    Ok(snapshot
        .into_iter()
        .map(|(table, rows)| (table, rows.len() as i64))
        .collect())
}

/// Runs a script as a stranger, first for a person nobody knows, then for the same one registered.
async fn both_ways<F>(setup: Setup, script: impl Fn(Stranger, Person) -> F) -> Outcome
where
    F: Future<Output = Result<Seen, Trouble>>,
{
    let server = unhurried(setup).start().await?;
    let person = Person::new();
    // The first account of all has rows of its own.
    register(
        &mut server.visitor(),
        &server.outbox(),
        &Person::new(),
        Contacts::Phone,
    )
    .await?;
    let mut seen = Vec::new();
    for registered in [false, true] {
        if registered {
            register(
                &mut server.visitor(),
                &server.outbox(),
                &person,
                Contacts::Phone,
            )
            .await?;
        }
        let before = row_counts(&server).await?;
        let stranger = Stranger {
            visitor: server.visitor(),
            seen: Seen::default(),
        };
        let mut outcome = script(stranger, person.clone()).await?;
        let after = row_counts(&server).await?;
        outcome.rows = after
            .into_iter()
            .map(|(table, rows)| (table.clone(), rows - before[&table]))
            .collect();
        seen.push(outcome);
    }
    let (free, taken) = (&seen[0], &seen[1]);
    assert!(free.answers.len() >= 2);
    for (free, taken) in free.answers.iter().zip(&taken.answers) {
        assert_same(free, taken);
    }
    assert_eq!(free.answers.len(), taken.answers.len());
    assert_eq!(free.rows, taken.rows, "rows that are written");
    Ok(())
}

async fn registering(setup: Setup) -> Outcome {
    both_ways(setup, |mut stranger, person| async move {
        let form = stranger.page("/register").await?;
        let sent = form.submission("Зарегистрироваться")?;
        let namesake = Person::number(1);
        let sent = sent
            .with("surname", &namesake.surname)
            .with("first_name", &namesake.first_name)
            .with("phone", &person.phone)
            .with("consent", "true");
        let code = stranger.send(&sent).await?;
        let code = stranger.send(&code.submission("Отправить снова")?).await?;
        for wrong in [
            "12", "000000", "000000", "000000", "000000", "000000", "000000",
        ] {
            stranger
                .send(&code.submission("Подтвердить")?.with("code", wrong))
                .await?;
        }
        stranger.send(&code.submission("Отправить снова")?).await?;
        Ok(stranger.seen)
    })
    .await
}

async fn recovering(setup: Setup) -> Outcome {
    both_ways(setup, |mut stranger, person| async move {
        let form = stranger.page("/recover").await?;
        let code = stranger
            .send(&form.submission("Продолжить")?.with("login", &person.phone))
            .await?;
        let code = stranger.send(&code.submission("Отправить снова")?).await?;
        for wrong in ["000000", "000000", "000000", "000000", "000000", "000000"] {
            stranger
                .send(&code.submission("Подтвердить")?.with("code", wrong))
                .await?;
        }
        Ok(stranger.seen)
    })
    .await
}

async fn resuming(setup: Setup) -> Outcome {
    both_ways(setup, |mut stranger, person| async move {
        let form = stranger.page("/register/resume").await?;
        let code = stranger
            .send(
                &form
                    .submission("Продолжить")?
                    .with("contact", &person.phone),
            )
            .await?;
        stranger
            .send(&code.submission("Подтвердить")?.with("code", "000000"))
            .await?;
        stranger.send(&code.submission("Отправить снова")?).await?;
        Ok(stranger.seen)
    })
    .await
}

async fn signing_in(setup: Setup) -> Outcome {
    both_ways(setup, |mut stranger, person| async move {
        sign_in_wrongly(&mut stranger, &person).await?;
        Ok(stranger.seen)
    })
    .await
}

async fn sign_in_wrongly(stranger: &mut Stranger, person: &Person) -> Outcome {
    let form = stranger.page("/login").await?;
    let sent = form.submission("Войти")?.with("login", &person.phone);
    for password in [
        "", "Wrong-1!", "Wrong-1!", "Wrong-1!", "Wrong-1!", "Wrong-1!",
    ] {
        stranger
            .send(&sent.clone().with("password", password))
            .await?;
    }
    Ok(())
}

/// The delay that grows with every failure, on two portals: addresses are counted, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_in_too_often() -> Outcome {
    let person = Person::new();
    let mut seen = Vec::new();
    for registered in [false, true] {
        let setup = Setup::new().set("limits.enabled", true);
        let server = setup.set("limits.sign_in_delay_s", 930).start().await?;
        if registered {
            register(
                &mut server.visitor(),
                &server.outbox(),
                &person,
                Contacts::Phone,
            )
            .await?;
        }
        let mut stranger = Stranger {
            visitor: server.visitor(),
            seen: Seen::default(),
        };
        sign_in_wrongly(&mut stranger, &person).await?;
        seen.push(stranger.seen.answers);
    }
    assert!(
        seen[0]
            .last()
            .is_some_and(|page| page.contains("ещё раз через"))
    );
    for (free, taken) in seen[0].iter().zip(&seen[1]) {
        assert_same(free, taken);
    }
    Ok(())
}

/// «Отправить снова» when it is time, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sending_again() -> Outcome {
    let setup = Setup::new().set("codes.resend_after_s", 0);
    let server = setup.set("codes.lifetime_s", 1_230).start().await?;
    let (free, taken) = (Person::new(), Person::new());
    register(
        &mut server.visitor(),
        &server.outbox(),
        &taken,
        Contacts::Phone,
    )
    .await?;
    let mut seen = Vec::new();
    for person in [&free, &taken] {
        let mut stranger = Stranger {
            visitor: server.visitor(),
            seen: Seen::default(),
        };
        let form = stranger.page("/recover").await?;
        let mut code = stranger
            .send(&form.submission("Продолжить")?.with("login", &person.phone))
            .await?;
        for _ in 0..3 {
            code = stranger.send(&code.submission("Отправить снова")?).await?;
        }
        stranger.send(&code.submission("Позвонить мне")?).await?;
        seen.push(stranger.seen);
    }
    for (free, taken) in seen[0].answers.iter().zip(&seen[1].answers) {
        assert_same(free, taken);
    }
    server.database().wait_for_outbox().await?;
    assert!(server.outbox().to(&free.phone).await?.is_empty());
    Ok(())
}

#[test]
fn a_difference_is_seen() {
    let page =
        |id: &str, word: &str| masked(&format!("<i value=\"{id}\">{word} через 30 мин 29 с</i>"));
    let (one, two) = (
        "Zm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9",
        "AAAAZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9",
    );
    assert_eq!(page(one, "Код"), page(two, "Код"));
    assert_ne!(page(one, "Код"), page(one, "Кот"));
    assert_ne!(page(one, "Код"), page(&one[1..], "Код"));
}

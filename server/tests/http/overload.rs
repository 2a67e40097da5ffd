//! More passwords than the pool can take: an answer at once, and nothing lost.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use trials::journey::{Contacts, at, prove, type_password};
use trials::{Person, Setup};

use crate::both::Outcome;

const CROWD: usize = 5;

/// One thread, one place in the queue, hashes that take long: whoever finds no place hears so before the
/// first hash is done.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_answers_at_once() -> Outcome {
    let setup = Setup::new()
        .set("hashing.threads", 1)
        .set("hashing.queue", 1);
    let server = setup
        .set("hashing.memory_kib", 32_768)
        .set("hashing.iterations", 100)
        .start()
        .await?;
    let mut crowd = Vec::new();
    for _ in 0..CROWD {
        let (person, mut visitor) = (Person::new(), server.visitor());
        prove(&mut visitor, &server.outbox(), &person, Contacts::Phone).await?;
        at(&visitor, "/register/password")?;
        crowd.push((visitor, person));
    }
    let begun = Instant::now();
    let mut presses = JoinSet::new();
    for (mut visitor, person) in crowd {
        presses.spawn(async move {
            visitor.fill("Пароль", &person.password)?;
            visitor.fill("Повторите пароль", &person.password)?;
            let sent = visitor.page().submission("Готово")?;
            let answer = visitor.submit(&sent).await?;
            Ok::<_, trials::Trouble>((begun.elapsed(), answer, visitor, person))
        });
    }
    // Cheap pages are served meanwhile.
    assert_eq!(server.visitor().get("/").await?.status, 200);
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    while let Some(ended) = presses.join_next().await {
        let (after, answer, visitor, person) = ended.unwrap_or_else(|error| panic!("{error}"))?;
        if answer.status == 303 {
            taken.push(after);
        } else {
            refused.push((after, answer, visitor, person));
        }
    }
    // The thread takes one, the queue another; while the first is fetched, one more may find a place.
    assert!((2..=3).contains(&taken.len()), "{} taken", taken.len());
    let first = taken.iter().min().copied().unwrap_or(Duration::ZERO);
    for (after, answer, mut visitor, person) in refused {
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (503, Some("5"))
        );
        assert!(
            after < first,
            "refused after {after:?}, the first was done after {first:?}"
        );
        let page = answer.page("/api/register/password");
        assert!(
            page.says("Сейчас регистрируется очень много людей") && page.says("Номер обращения")
        );
        // The way back leads to the very step, which is as it was.
        let back = page.link("Повторить")?.to_owned();
        assert_eq!(back, "/register/password");
        visitor.open(&back).await?;
        at(&visitor, "/register/password")?;
        type_password(&mut visitor, &person.password).await?;
        at(&visitor, "/register/done")?;
    }
    assert_eq!(server.database().accounts().await?, CROWD as i64);
    Ok(())
}

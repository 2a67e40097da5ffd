//! What must be true when the last kill is over.

use trials::journey::{Contacts, at, register, sign_in};
use trials::{Person, Server, Trouble, must};

use crate::citizen::End;
use crate::tally::{Tally, say};

/// Looks at everything: as the citizens do, in the database, and in the world outside.
pub(crate) async fn everything(
    server: &Server,
    ends: &[End],
    kills: u32,
    tally: &mut Tally,
) -> Result<(), Trouble> {
    let (mut acknowledged, mut left) = (Vec::new(), Vec::new());
    for end in ends {
        match end {
            End::Acknowledged(person, contacts) => acknowledged.push((person, *contacts)),
            End::Left(person, contacts) => left.push((person, *contacts)),
            End::Wrong(trouble) => {
                tally.note("a registration", Err(Trouble::wrong(trouble.to_string())));
            }
        }
    }
    let count = acknowledged.len();
    say(&format!(
        "{count} accounts were acknowledged, {} citizens left",
        left.len()
    ));
    let enough = count >= kills as usize / 2 && !left.is_empty();
    tally.note(
        "the run is worth its name",
        must(enough, || "hardly anything happened".into()),
    );

    let database = server.database();
    tally.note(
        "messages leave the outbox",
        database.wait_for_outbox().await,
    );
    let before = database.accounts().await?;
    for (person, contacts) in &acknowledged {
        tally.note(
            "an acknowledged account",
            signs_in(server, person, *contacts).await,
        );
    }
    let mut whole = 0;
    for (person, contacts) in &left {
        match signs_in(server, person, *contacts).await {
            Ok(()) => whole += 1,
            Err(_) => tally.note(
                "a contact left behind is free",
                registers(server, person, *contacts).await,
            ),
        }
    }
    let expected = count as i64 + whole;
    let same = must(before == expected, || {
        format!("{before} accounts instead of {expected}")
    });
    tally.note("no account too many or too few", same);
    tally.note(
        "no account by half",
        none(server, database.half_made().await?),
    );
    let twice = "SELECT COUNT(*) FROM (SELECT 1 FROM contact WHERE confirmed_at IS NOT NULL \
                 GROUP BY kind, blind_index HAVING COUNT(*) > 1) twice";
    tally.note(
        "no contact has two accounts",
        none(server, database.number(twice).await?),
    );
    let everybody = acknowledged.iter().chain(&left).map(|(person, _)| *person);
    tally.note(
        "every message arrived, once",
        all_arrived(server, everybody).await,
    );
    let (whole, words) = server.run("journal verify").await?;
    tally.note("the journal's chain", must(whole, || words));
    let errors = server.log().errors();
    tally.note(
        "no fault in the log",
        must(errors.is_empty(), || errors.join("\n")),
    );
    Ok(())
}

fn none(server: &Server, count: i64) -> Result<(), Trouble> {
    must(count == 0, || {
        format!("{count} in {}", server.database().url())
    })
}

fn login(person: &Person, contacts: Contacts) -> &str {
    match contacts {
        Contacts::Email => &person.email,
        _ => &person.phone,
    }
}

/// A new browser, the login, the password: the cabinet with the person's own name in it.
async fn signs_in(server: &Server, person: &Person, contacts: Contacts) -> Result<(), Trouble> {
    let mut visitor = server.visitor();
    sign_in(&mut visitor, login(person, contacts), &person.password).await?;
    at(&visitor, "/cabinet")?;
    must(visitor.page().says(&person.surname), || {
        "somebody else's cabinet".into()
    })
}

/// Who went away begins anew in another browser.
async fn registers(server: &Server, person: &Person, contacts: Contacts) -> Result<(), Trouble> {
    register(&mut server.visitor(), &server.outbox(), person, contacts).await?;
    signs_in(server, person, contacts).await
}

/// As many messages outside as were written to the outbox: none lost, none shown twice.
async fn all_arrived(
    server: &Server,
    people: impl Iterator<Item = &Person>,
) -> Result<(), Trouble> {
    server.database().wait_for_outbox().await?;
    let mut arrived = 0;
    for person in people {
        for to in [&person.phone, &person.email] {
            arrived += server.outbox().to(to).await?.len() as i64;
        }
    }
    let written = server
        .database()
        .number("SELECT COUNT(*) FROM outbox")
        .await?;
    must(written > 0 && arrived == written, || {
        format!("{written} written, {arrived} arrived")
    })
}

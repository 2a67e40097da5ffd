//! One registration by a citizen whose portal goes away again and again.

use std::time::{Duration, Instant};

use trials::journey::{Contacts, type_code, type_form, type_password};
use trials::{Chance, Outbox, Person, Trouble, Visitor};

/// How long a registration may take, down times included.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long a citizen waits before pressing again.
const PAUSE: Duration = Duration::from_millis(40);

/// How it ended.
#[derive(Debug)]
pub(crate) enum End {
    /// `/register/done` was shown: the portal has said that the account is there.
    Acknowledged(Person, Contacts),
    /// The citizen went away when no answer came; whether there is an account, nobody told.
    Left(Person, Contacts),
    /// Something no citizen should see.
    Wrong(Trouble),
}

/// Registers a new person. A fickle citizen leaves at the first answer that does not come. Counts such
/// answers.
pub(crate) async fn register(
    visitor: Visitor,
    outbox: &Outbox,
    chance: &mut Chance,
    lost: &impl Fn(),
) -> End {
    let person = Person::new();
    let ways = [Contacts::Phone, Contacts::Email, Contacts::Both];
    let contacts = ways[usize::try_from(chance.below(3)).unwrap_or_default()];
    let fickle = chance.below(4) == 0;
    let mut citizen = Citizen {
        visitor,
        outbox,
        by_link: chance.below(2) == 0,
        person,
        contacts,
    };
    let begun = Instant::now();
    loop {
        match citizen.step().await {
            Ok(true) => return End::Acknowledged(citizen.person, contacts),
            Ok(false) => {}
            Err(trouble) if trouble.is_lost() => {
                lost();
                if fickle {
                    return End::Left(citizen.person, contacts);
                }
                tokio::time::sleep(PAUSE).await;
            }
            Err(trouble) => return End::Wrong(trouble),
        }
        if begun.elapsed() > PATIENCE {
            let page = citizen.visitor.page();
            let text = format!("no end of it: {} «{}» {}", page.path, page.title, page.text);
            return End::Wrong(Trouble::wrong(text));
        }
    }
}

struct Citizen<'a> {
    visitor: Visitor,
    outbox: &'a Outbox,
    /// Presses the letter's link instead of typing its code.
    by_link: bool,
    person: Person,
    contacts: Contacts,
}

impl Citizen<'_> {
    /// Does what the open page asks for; true when all is done. After a lost answer the page is open
    /// still, and the same is done again.
    async fn step(&mut self) -> Result<bool, Trouble> {
        let page = self.visitor.page();
        let (route, status) = (page.route().to_owned(), page.status);
        match route.as_str() {
            "" => type_form(&mut self.visitor, &self.person, self.contacts).await?,
            _ if status != 200 => {
                return Err(Trouble::wrong(format!(
                    "{status} at {route}: {}",
                    page.text
                )));
            }
            "/register" => {
                self.visitor.press("Зарегистрироваться").await?;
            }
            "/register/code" => self.prove().await?,
            "/register/password" => type_password(&mut self.visitor, &self.person.password).await?,
            "/register/done" => return Ok(true),
            _ if route.starts_with("/confirm/") => {
                self.visitor.press("Подтвердить").await?;
            }
            _ => return Err(Trouble::wrong(format!("led to {route}: {}", page.text))),
        }
        Ok(false)
    }

    async fn prove(&mut self) -> Result<(), Trouble> {
        let to = match self.contacts {
            Contacts::Email => &self.person.email,
            _ => &self.person.phone,
        };
        let messages = self.outbox.wait_for(to, 1).await?;
        let newest = &messages[0];
        match (&newest.link, &newest.code) {
            (Some(link), _) if self.by_link => self.visitor.open(link).await.map(drop),
            (_, Some(code)) => type_code(&mut self.visitor, code).await,
            _ => Err(Trouble::wrong("a message without a code")),
        }
    }
}
